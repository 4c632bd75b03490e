import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { identityKinds, linkEvidences, linkVerdicts } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { bytea, key, moment } from "./columns";
import { imports } from "./imports";

export const customers = pgTable(
  "customers",
  {
    id: key(),
    /** Customers are kept apart per brand. */
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    /**
     * The record that stands for this person: its own id until several records turn out to be one. What arrives stays
     * with the record whose address it came from, so that taking a merge back restores what was. A trigger fills it.
     */
    personId: uuid()
      .notNull()
      .default(sql.raw("'00000000-0000-0000-0000-000000000000'"))
      .references((): AnyPgColumn => customers.id),
    name: text().notNull(),
    avatarUrl: text(),
    language: text(),
    city: text(),
    /** IANA; null where nobody knows. */
    zone: text(),
    /** Facts such as followers, orders, last order: what the outside told us, by name. */
    facts: jsonb().$type<{ [key: string]: Json }>().notNull().default({}),
    note: text(),
    tags: text().array().notNull().default(sql.raw("'{}'")),
    doNotContactAt: moment(),
    /** They took back their consent to be written to unasked. */
    unsubscribedAt: moment(),
    /** They objected to being profiled: no signals, no risk, no suggestions. */
    noProfileAt: moment(),
    /** The file that made this record, so that it can be taken back. */
    importId: uuid().references(() => imports.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("customers_of_brand").on(t.brandId),
    index("customers_of_person").on(t.personId),
    index("customers_of_import").on(t.importId).where(sql`${t.importId} is not null`),
  ],
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
    importId: uuid().references(() => imports.id, { onDelete: "set null" }),
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
    index("identities_of_import").on(t.importId).where(sql`${t.importId} is not null`),
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

/**
 * Two records and what is known of them: one person, perhaps one, or surely not. `aId` is the smaller id. Nothing is
 * deleted: what was taken back keeps its date, and "not the same" blocks asking again.
 */
export const customerLinks = pgTable(
  "customer_links",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    aId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    bId: uuid()
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    verdict: text({ enum: linkVerdicts }).notNull(),
    evidence: text({ enum: linkEvidences }).notNull(),
    /** Binary logarithm of how much likelier one person is than two; null where it is proof or somebody's word. */
    weight: real(),
    /** Signed reasons: codes, weights and what they compare, never a whole address. */
    reasons: jsonb()
      .$type<Array<{ code: string; weight: number; params?: { [name: string]: string } }>>()
      .notNull(),
    /** What the merge changed on the record that stands for both, so that it can be put back. */
    before: jsonb().$type<{ [field: string]: Json }>(),
    after: jsonb().$type<{ [field: string]: Json }>(),
    createdAt: moment().notNull().defaultNow(),
    decidedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    decidedAt: moment(),
    revokedAt: moment(),
    revokedBy: uuid().references(() => agents.id, { onDelete: "set null" }),
  },
  (t) => [
    uniqueIndex("customer_links_once").on(t.aId, t.bId).where(sql`${t.revokedAt} is null`),
    index("customer_links_of_b").on(t.bId),
    index("customer_links_open")
      .on(t.brandId, t.createdAt)
      .where(sql`${t.verdict} = 'perhaps' and ${t.revokedAt} is null`),
    check("customer_links_in_order", sql`${t.aId} < ${t.bId}`),
  ],
);
