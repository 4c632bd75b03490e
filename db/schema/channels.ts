import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { brands } from "./brands";
import { key, moment } from "./columns";
import { teams } from "./teams";

export const channels = pgTable(
  "channels",
  {
    id: key(),
    kind: text().notNull(),
    name: text().notNull(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "restrict" }),
    /** New conversations start with this team. */
    teamId: uuid().references(() => teams.id, { onDelete: "set null" }),
    /** What may be shown; the parts that may not are in `secrets`. */
    config: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
    /** Sealed JSON (AES-256-GCM, see lib/secrets.ts). Never leaves the server. */
    secrets: text(),
    /** The public name in an address, e.g. the form's slug or the mailbox's address; unique per kind. */
    address: text(),
    /** Where reading goes on after a restart. */
    cursor: text(),
    isSample: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    pausedAt: moment(),
    lastSuccessAt: moment(),
    lastItemAt: moment(),
    failingSince: moment(),
    failureCode: text(),
    failureParams: jsonb().$type<{ [key: string]: string | number }>(),
    nextTryAt: moment(),
    /** When the access that the network gave us ends, as far as it says. */
    accessEndsAt: moment(),
    /** The outage, by its beginning, and the end of access that people have been told of. */
    failingToldFor: moment(),
    accessToldFor: moment(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex("channels_address_once").on(t.kind, sql`lower(${t.address})`),
    index("channels_of_brand").on(t.brandId),
    check("channels_failure_has_code", sql`(${t.failingSince} is null) = (${t.failureCode} is null)`),
  ],
);
