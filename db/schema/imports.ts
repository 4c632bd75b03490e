import { index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Json } from "@/lib/channels/channel";
import { importStates } from "../enums";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";

/** A file of signs or of customers, read in the background; what it did can be taken back. */
export const imports = pgTable(
  "imports",
  {
    id: key(),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
    what: text({ enum: ["signals", "customers"] }).notNull(),
    name: text().notNull(),
    state: text({ enum: importStates }).notNull().default("preview"),
    /** Which column is what: the other side's heading by our field. */
    mapping: jsonb().$type<{ [field: string]: string }>().notNull(),
    settings: jsonb().$type<{ [name: string]: Json }>().notNull().default({}),
    /** Where the file lies; gone once it was read. */
    storageKey: text(),
    size: integer().notNull().default(0),
    rows: integer().notNull().default(0),
    readRows: integer().notNull().default(0),
    stored: integer().notNull().default(0),
    alreadyKnown: integer().notNull().default(0),
    newCustomers: integer().notNull().default(0),
    /** The first hundred rows that could not be read, with the line and why. */
    faults: jsonb()
      .$type<Array<{ line: number; code: string; params: { [name: string]: string } }>>()
      .notNull()
      .default([]),
    faulty: integer().notNull().default(0),
    failure: text(),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    endedAt: moment(),
    leaseUntil: moment(),
  },
  (t) => [index("imports_newest").on(t.brandId, t.createdAt.desc())],
);
