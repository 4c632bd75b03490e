import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { brands } from "./brands";
import { key, moment } from "./columns";

/** What everybody should know today, and the line that was agreed to say about it. */
export const notices = pgTable(
  "notices",
  {
    id: key(),
    /** For colleagues only. */
    text: text().notNull(),
    /** For customers; null where there is nothing to say in that language. */
    lineEn: text(),
    lineFr: text(),
    startsAt: moment().notNull(),
    /** Null until somebody ends it. */
    endsAt: moment(),
    isOnForm: boolean().notNull().default(false),
    isInAcknowledgement: boolean().notNull().default(false),
    createdBy: uuid().references(() => agents.id, { onDelete: "set null" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (t) => [
    index("notices_by_end").on(t.endsAt),
    check("notices_end_after_start", sql`${t.endsAt} is null or ${t.endsAt} > ${t.startsAt}`),
  ],
);

/** The brands that a notice is about; none named is all of them. */
export const noticeBrands = pgTable(
  "notice_brands",
  {
    noticeId: uuid()
      .notNull()
      .references(() => notices.id, { onDelete: "cascade" }),
    brandId: uuid()
      .notNull()
      .references(() => brands.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.noticeId, t.brandId] })],
);
