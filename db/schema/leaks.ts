import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { leakCauses, leakDoors } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { conversations } from "./conversations";
import { customers } from "./customers";

/** A public complaint by somebody who had told us privately first. */
export const leaks = pgTable(
  "leaks",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    /** The record that told us, see customers.personId. */
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    /** What they told us in private, and since when they waited. */
    privateConversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    privateMessageId: uuid(),
    toldAt: moment().notNull(),
    /** Our first human answer in between, if there was one. */
    answeredAt: moment(),
    /** What they posted; null where only its address is known. */
    publicConversationId: uuid().references(() => conversations.id, { onDelete: "set null" }),
    publicMessageId: uuid(),
    url: text(),
    postedAt: moment().notNull(),
    door: text({ enum: leakDoors }).notNull(),
    cause: text({ enum: leakCauses }),
    foundBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    foundAt: moment().notNull().defaultNow(),
    withdrawnAt: moment(),
    withdrawnBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    isSample: boolean().notNull().default(false),
  },
  (t) => [
    uniqueIndex("leaks_once")
      .on(t.publicMessageId)
      .where(sql`${t.withdrawnAt} is null and ${t.publicMessageId} is not null`),
    index("leaks_of_customer").on(t.customerId),
    index("leaks_of_private").on(t.privateConversationId),
    index("leaks_of_public").on(t.publicConversationId),
    index("leaks_by_time").on(t.brandId, t.postedAt),
  ],
);
