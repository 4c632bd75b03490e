import type { QueueRow } from "@/lib/conversations/types";
import { momentOf } from "./dates";
import { idsOf, type Reader, tagName } from "./names";
import type { Filter, IsWord, RiskWord, Term } from "./types";

/** What of a row the terms ask about. Everything in it is the same for everybody. */
export type FilterRow = Pick<
  QueueRow,
  | "number"
  | "status"
  | "brandId"
  | "teamId"
  | "assigneeId"
  | "channelId"
  | "isPublic"
  | "isRestricted"
  | "isNew"
  | "kind"
  | "lane"
  | "band"
  | "dueAt"
  | "waitingSince"
  | "lastMessageAt"
  | "tags"
>;

/**
 * Whether a row is what the terms describe, at `now` (Unix ms). Terms that only the server can decide (see `isAsked`)
 * and free text are taken as fitting. Agrees with `toSql`: a property test compares them.
 */
export function matches(filter: Filter, row: FilterRow, me: Reader, now: number): boolean {
  return filter.terms.every((term) => isAskedTerm(term) || fits(term, row, me, now) !== term.not);
}

/** True where a row alone cannot tell: free text, and what depends on messages, names or on who looks. */
export function isAsked(filter: Filter): boolean {
  return filter.text.length > 0 || filter.terms.some(isAskedTerm);
}

/** True where the answer changes as time passes, without anything happening. */
export function isTimed(filter: Filter): boolean {
  return filter.terms.some(
    (term) =>
      term.key === "before" ||
      term.key === "after" ||
      term.key === "waited" ||
      term.key === "due" ||
      term.key === "promise" ||
      (term.key === "is" && term.values.includes("overdue")),
  );
}

const askedWords: readonly IsWord[] = ["unread", "asked", "followed"];

function isAskedTerm(term: Term): boolean {
  return (
    term.key === "from" ||
    term.key === "subject" ||
    term.key === "has" ||
    term.key === "promise" ||
    term.key === "reason" ||
    (term.key === "is" && term.values.some((value) => askedWords.includes(value)))
  );
}

const statuses: readonly string[] = ["open", "waiting", "snoozed", "resolved", "spam"];

/** The statuses that a filter asks for by itself, or null where it leaves them to the view that it narrows. */
export function statusesOf(filter: Filter): QueueRow["status"][] | null {
  const asked = filter.terms.flatMap((term) =>
    term.key === "is" && !term.not && term.values.every((value) => statuses.includes(value))
      ? [term.values]
      : [],
  );
  if (asked.length === 0) return null;
  return (["open", "waiting", "snoozed", "resolved", "spam"] as const).filter((status) =>
    asked.every((values) => values.includes(status)),
  );
}

export function dateOf(value: string, me: Reader, now: number): number {
  return momentOf(value, now, me.zone);
}

function fits(term: Term, row: FilterRow, me: Reader, now: number): boolean {
  switch (term.key) {
    case "is":
      return term.values.some((value) => isFit(value, row, me, now));
    case "risk":
      return term.values.some((value) => isRisk(value, row));
    case "kind":
      return term.values.includes(row.kind);
    case "tag":
      return term.values.some((value) => row.tags.includes(tagName(value)));
    case "assignee":
      return term.values.some((value) => idsOf(me, "assignee", value).includes(row.assigneeId));
    case "team":
      return term.values.some((value) => idsOf(me, "team", value).includes(row.teamId));
    case "brand":
      return term.values.some((value) => idsOf(me, "brand", value).includes(row.brandId));
    case "channel":
      return term.values.some((value) => idsOf(me, "channel", value).includes(row.channelId));
    case "before":
      return Date.parse(row.lastMessageAt) < dateOf(term.values[0], me, now);
    case "after":
      return Date.parse(row.lastMessageAt) >= dateOf(term.values[0], me, now);
    case "waited":
      return row.waitingSince !== null && Date.parse(row.waitingSince) <= dateOf(term.values[0], me, now);
    case "due": {
      const at = row.status === "open" && row.dueAt !== null ? Date.parse(row.dueAt) : null;
      return at !== null && at >= now && at < now + (now - dateOf(term.values[0], me, now));
    }
    case "number":
      return term.values.includes(row.number);
    case "from":
    case "subject":
    case "has":
    case "promise":
    case "reason":
      return true;
  }
}

function isFit(value: IsWord, row: FilterRow, me: Reader, now: number): boolean {
  switch (value) {
    case "open":
    case "waiting":
    case "snoozed":
    case "resolved":
    case "spam":
      return row.status === value;
    case "mine":
      return row.assigneeId === me.id;
    case "unassigned":
      return row.assigneeId === null;
    case "new":
      return row.isNew;
    case "overdue":
      return row.status === "open" && row.dueAt !== null && Date.parse(row.dueAt) < now;
    case "public":
      return row.isPublic;
    case "private":
      return !row.isPublic;
    case "restricted":
      return row.isRestricted;
    case "unread":
    case "asked":
    case "followed":
      return true;
  }
}

function isRisk(value: RiskWord, row: FilterRow): boolean {
  if (value === "danger") return row.lane === 0;
  if (value === "first" || value === "later") return row.lane === (value === "first" ? 1 : 3);
  return row.band === value && row.lane !== 1 && row.lane !== 3;
}
