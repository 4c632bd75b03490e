import { sql } from "drizzle-orm";
import { bigint, index, integer, jsonb, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { actorKinds } from "../enums";
import { moment, xid8 } from "./columns";

/**
 * What happened, written in the command's transaction. Ids only, never personal text. Read in the order
 * (epoch, xid, id) below the snapshot's xmin: a lower id can commit after a higher one.
 */
export const events = pgTable(
  "events",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    epoch: integer().notNull(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    type: text().notNull(),
    actorKind: text({ enum: actorKinds }).notNull(),
    actorId: uuid(),
    conversationId: uuid(),
    messageId: uuid(),
    customerId: uuid(),
    teamId: uuid(),
    brandId: uuid(),
    channelId: uuid(),
    /** The changed fields before and after. */
    before: jsonb().$type<{ [key: string]: Json }>(),
    after: jsonb().$type<{ [key: string]: Json }>(),
    /** Of the conversation, after the change. */
    version: integer(),
    occurredAt: moment().notNull(),
    recordedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("events_in_order").on(t.epoch, t.xid, t.id),
    index("events_of_conversation").on(t.conversationId, t.id),
    index("events_of_house")
      .on(t.id.desc())
      .where(sql`${t.conversationId} is null and ${t.customerId} is null`),
    // What colleagues did to whole people: rare among millions, and listed beside the house's changes.
    index("events_of_people")
      .on(t.id.desc())
      .where(
        sql`${t.conversationId} is null and ${t.type} in ('customer.merged', 'customer.unmerged', 'customer.exported', 'customer.erased')`,
      ),
  ],
);

/** Where a reader of events stands. The dispatcher's row is locked while it works, so there is one at a time. */
export const eventCursors = pgTable("event_cursors", {
  name: text().primaryKey(),
  epoch: integer().notNull(),
  xid: xid8().notNull(),
  eventId: bigint({ mode: "number" }).notNull(),
  movedAt: moment().notNull().defaultNow(),
});

export const workerHeartbeats = pgTable("worker_heartbeats", {
  id: text().primaryKey(),
  role: smallint().notNull().default(0),
  startedAt: moment().notNull().defaultNow(),
  seenAt: moment().notNull().defaultNow(),
});
