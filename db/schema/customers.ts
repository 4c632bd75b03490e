import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { identityKinds } from "../enums";
import { brands } from "./brands";
import { bytea, key, moment } from "./columns";

export const customers = pgTable(
  "customers",
  {
    id: key(),
    /** Customers are kept apart per brand. */
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    name: text().notNull(),
    avatarUrl: text(),
    language: text(),
    city: text(),
    /** IANA; null where nobody knows. */
    zone: text(),
    /** Facts such as followers, orders, last order: what the outside told us, by name. */
    facts: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
    note: text(),
    doNotContactAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [index("customers_of_brand").on(t.brandId)],
);

/** One address, handle or number. A link that turned out wrong is revoked, never deleted. */
export const identities = pgTable(
  "identities",
  {
    id: key(),
    customerId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    kind: text({ enum: identityKinds }).notNull(),
    /** Normalised. */
    value: text().notNull(),
    /** As people write it. */
    display: text().notNull(),
    evidence: text({ enum: ["network", "authenticated", "claimed", "agent", "import"] }).notNull(),
    verifiedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    revokedAt: moment(),
    revokedBy: uuid(),
  },
  (t) => [
    // One living owner for one address in one brand; the index hashes, since a value may be longer than an index entry.
    uniqueIndex("identities_once")
      .on(t.brandId, t.kind, sql`md5(${t.value})`)
      .where(sql`${t.revokedAt} is null`),
    index("identities_of_customer").on(t.customerId),
    check("identities_value_not_empty", sql`${t.value} <> ''`),
  ],
);

/** Pictures of people, fetched through the guarded fetch and served by us. */
export const avatars = pgTable("avatars", {
  customerId: uuid()
    .primaryKey()
    .references(() => customers.id, { onDelete: "cascade" }),
  contentType: text().notNull(),
  bytes: bytea().notNull(),
  fetchedAt: moment().notNull().defaultNow(),
  isFailed: boolean().notNull().default(false),
});
