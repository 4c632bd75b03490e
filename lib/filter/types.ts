import { conversationKinds } from "@/db/enums";

/**
 * The typed filter, e.g. `is:open tag:refund -assignee:me from:"Ana Ruiz" "exact words"`: read by parse.ts, made a WHERE
 * clause in to-sql.ts, and decided for one row by match.ts. Terms are joined by "and", the values of one term by
 * "or"; a minus before a term turns it round. Pure, and light enough for the browser.
 */
export type Filter = { terms: Term[]; text: TextTerm[] };

export const isWords = [
  "open",
  "waiting",
  "snoozed",
  "resolved",
  "spam",
  "unread",
  "mine",
  "unassigned",
  "new",
  "overdue",
  "public",
  "private",
  "restricted",
  "asked",
  "followed",
] as const;
export type IsWord = (typeof isWords)[number];

export const hasWords = ["attachment", "note", "draft"] as const;
export type HasWord = (typeof hasWords)[number];

/**
 * The bands of the list: `danger` to people, `now` within the hour, `today` within a day, `week` within seven, `calm`
 * later or never; `first` and `later` are what people put there.
 */
export const riskWords = ["danger", "first", "now", "today", "week", "calm", "later"] as const;
export type RiskWord = (typeof riskWords)[number];

/** Promises to the customer: `open` ones, `due` of them until the end of today, and `broken` ones that nobody has settled. */
export const promiseWords = ["open", "due", "broken"] as const;
export type PromiseWord = (typeof promiseWords)[number];

/** What a conversation is about: somebody wrote, we opened it, or a request under data protection law. */
export const kindWords = conversationKinds;
type KindWord = (typeof kindWords)[number];

const nameKeys = ["channel", "tag", "assignee", "team", "brand", "from", "subject", "reason"] as const;
type NameKey = (typeof nameKeys)[number];

export const filterKeys = [
  "is",
  "channel",
  "tag",
  "assignee",
  "team",
  "from",
  "risk",
  "kind",
  "promise",
  "reason",
  "waited",
  "due",
  "before",
  "after",
  "subject",
  "has",
  "brand",
] as const;
export type FilterKey = (typeof filterKeys)[number];

export type Term =
  | { key: "is"; not: boolean; values: IsWord[] }
  | { key: "has"; not: boolean; values: HasWord[] }
  | { key: "risk"; not: boolean; values: RiskWord[] }
  | { key: "kind"; not: boolean; values: KindWord[] }
  | { key: "promise"; not: boolean; values: PromiseWord[] }
  | { key: NameKey; not: boolean; values: string[] }
  /** One day or distance; see dates.ts. */
  | { key: "before" | "after"; not: boolean; values: [string] }
  /** One distance: a customer has waited so long or longer; our target is due within it and has not passed. */
  | { key: "waited" | "due"; not: boolean; values: [string] }
  /** What people say: #1042. */
  | { key: "number"; not: boolean; values: number[] };

/** Words looked for in everything that was said; `exact` ones in this order. */
export type TextTerm = { words: string; exact: boolean; not: boolean };
