import { conversationKinds } from "@/db/enums";
import { momentOf, readDateWord, readSpan } from "./filter-dates";
import type { QueueRow } from "./types";

/**
 * The typed filter, e.g. `is:open tag:refund -assignee:me from:"Ana Ruiz" "exact words"`: read here, made a WHERE
 * clause in filter-sql.ts, and decided for one row by `matches`. Terms are joined by "and", the values of one term by
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
  /** One day or distance; see filter-dates.ts. */
  | { key: "before" | "after"; not: boolean; values: [string] }
  /** One distance: a customer has waited so long or longer; our target is due within it and has not passed. */
  | { key: "waited" | "due"; not: boolean; values: [string] }
  /** What people say: #1042. */
  | { key: "number"; not: boolean; values: number[] };

/** Words looked for in everything that was said; `exact` ones in this order. */
export type TextTerm = { words: string; exact: boolean; not: boolean };

/** What could not be understood, as a key below `queue.filter.problems` and what fills it. */
export type FilterProblem = {
  code: "unknown_key" | "unknown_value" | "unknown_date" | "unknown_span" | "unknown_name" | "no_value";
  key: string;
  value: string;
};

/** A piece of the typed text. `start` and `end` are places in it; `key` is null for words without one. */
export type Token = { start: number; end: number; not: boolean; key: string | null; values: TokenValue[] };
export type TokenValue = { text: string; quoted: boolean; start: number; end: number };

/** Never throws: what is not understood is named in `problems`, and left out or looked for as words. */
export function parseFilter(text: string): Filter & { problems: FilterProblem[] } {
  const terms: Term[] = [];
  const words: TextTerm[] = [];
  const problems: FilterProblem[] = [];
  for (const token of tokensOf(text)) {
    const values = token.values.map((value) => value.text.trim()).filter((value) => value !== "");
    const key = filterKeys.find((known) => known === token.key);
    if (token.key !== null && key === undefined)
      problems.push({ code: "unknown_key", key: token.key, value: "" });
    if (key === undefined) {
      const term = numberTerm(token) ?? null;
      // "#1042,soon" is cut like numbers are, and is words all the same: as a whole.
      const exact = token.values.some((value) => value.quoted);
      const said = token.values.map((value) => value.text).join(",");
      const whole = (exact ? said.replaceAll('"', "") : said).trim();
      if (term) terms.push(term);
      else if (whole !== "") words.push({ words: whole, exact, not: token.not });
    } else if (values.length === 0) {
      problems.push({ code: "no_value", key, value: "" });
    } else {
      const term = termOf(key, token.not, values, problems);
      if (term) terms.push(term);
    }
  }
  return { terms, text: words, problems };
}

/** The filter as text that reads back as the same filter. */
export function printFilter({ terms, text }: Filter): string {
  const printed = terms.map((term) => {
    const minus = term.not ? "-" : "";
    if (term.key === "number") return minus + term.values.map((number) => `#${number}`).join(",");
    return `${minus}${term.key}:${term.values.map(quoteIfNeeded).join(",")}`;
  });
  const words = text.map(
    (term) => (term.not ? "-" : "") + (term.exact || /\s/.test(term.words) ? `"${term.words}"` : term.words),
  );
  return [...printed, ...words].join(" ");
}

export function quoteIfNeeded(value: string): string {
  return /[\s,"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value;
}

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

type Named = { id: string; name: string };

/** Who asks, and what the names in a filter mean to them. `zone` is the house's, for words such as `today`. */
export type Reader = {
  id: string;
  teamIds: readonly string[];
  zone: string;
  agents: readonly Named[];
  teams: readonly Named[];
  brands: readonly Named[];
  /** `words` are what a channel answers to beside its name: its kind, and what it plays in the sample. */
  channels: ReadonlyArray<Named & { words: readonly string[] }>;
};

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

/** Names in the filter that nobody and nothing has. `tags` are those that exist; null when they are not known here. */
export function nameProblems(filter: Filter, me: Reader, tags: ReadonlySet<string> | null): FilterProblem[] {
  return filter.terms.flatMap((term) => {
    if (term.key === "tag")
      return term.values
        .filter((value) => tags !== null && !tags.has(tagName(value)))
        .map((value) => ({ code: "unknown_name" as const, key: term.key, value }));
    if (!isNameTerm(term)) return [];
    return term.values
      .filter((value) => idsOf(me, term.key, value).length === 0)
      .map((value) => ({ code: "unknown_name" as const, key: term.key, value }));
  });
}

export type IdTerm = Extract<Term, { values: string[] }> & { key: "channel" | "assignee" | "team" | "brand" };

export function isNameTerm(term: Term): term is IdTerm {
  return term.key === "channel" || term.key === "assignee" || term.key === "team" || term.key === "brand";
}

/** The ids that a name stands for, null among them for "nobody" or "none". Empty when nothing has that name. */
export function idsOf(me: Reader, key: IdTerm["key"], value: string): Array<string | null> {
  const wanted = foldText(value);
  if (wanted === "none" || wanted === "nobody") return [null];
  switch (key) {
    case "assignee":
      return wanted === "me" ? [me.id] : named(me.agents, wanted);
    case "team":
      return wanted === "mine" ? [...me.teamIds] : named(me.teams, wanted);
    case "brand":
      return named(me.brands, wanted);
    case "channel": {
      const kind = me.channels.filter((channel) => channel.words.includes(wanted)).map(({ id }) => id);
      const noChannel = wanted === "note" ? [null] : [];
      return kind.length > 0 ? [...kind, ...noChannel] : [...named(me.channels, wanted), ...noChannel];
    }
  }
}

/** Tags are stored so; see lib/triage/tag.ts. */
export function tagName(value: string): string {
  return value.trim().toLowerCase().replace(/\s+/g, " ");
}

/** "Inès" and "ines" are one. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .trim();
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

/** Whole names first, then names of which a word begins so. */
function named(list: readonly Named[], wanted: string): string[] {
  const folded = list.map(({ id, name }) => ({ id, name: foldText(name) }));
  const whole = folded.filter(({ name }) => name === wanted);
  const found = whole.length > 0 ? whole : folded.filter(({ name }) => ` ${name}`.includes(` ${wanted}`));
  return wanted === "" ? [] : found.map(({ id }) => id);
}

function termOf(key: FilterKey, not: boolean, values: string[], problems: FilterProblem[]): Term | null {
  switch (key) {
    case "is": {
      const known = closed(key, values, isWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "has": {
      const known = closed(key, values, hasWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "risk": {
      const known = closed(key, values, riskWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "kind": {
      const known = closed(key, values, kindWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "promise": {
      const known = closed(key, values, promiseWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "before":
    case "after": {
      const word = readDateWord(values[0] ?? "");
      if (word !== null) return { key, not, values: [word] };
      problems.push({ code: "unknown_date", key, value: values[0] ?? "" });
      return null;
    }
    case "waited":
    case "due": {
      const span = readSpan(values[0] ?? "");
      if (span !== null) return { key, not, values: [span] };
      problems.push({ code: "unknown_span", key, value: values[0] ?? "" });
      return null;
    }
    case "channel":
    case "tag":
    case "assignee":
    case "team":
    case "brand":
    case "from":
    case "subject":
    case "reason":
      return { key, not, values };
  }
}

function closed<Word extends string>(
  key: string,
  values: string[],
  words: readonly Word[],
  problems: FilterProblem[],
): Word[] {
  return values.flatMap((value) => {
    const known = words.find((word) => word === value.toLowerCase());
    if (known === undefined) problems.push({ code: "unknown_value", key, value });
    return known ?? [];
  });
}

function numberTerm({ key, not, values: all }: Token): Term | null {
  const values = all.filter(({ text, quoted }) => quoted || text !== "");
  if (key !== null || values.some(({ text, quoted }) => quoted || !/^#\d{1,15}$/.test(text))) return null;
  return values.length === 0
    ? null
    : { key: "number", not, values: values.map(({ text }) => Number(text.slice(1))) };
}

/** Cuts typed text into its pieces; a quotation mark that is never closed reaches to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const start = at;
    const not = text[at] === "-" && /\S/.test(text[at + 1] ?? "");
    if (not) at += 1;
    // Not the colon of an address on the web, nor of a time of day.
    const key = /^([a-z_]{2,20}):(?!\/\/)/i.exec(text.slice(at, at + 22))?.[1]?.toLowerCase() ?? null;
    const isKnown = filterKeys.some((known) => known === key);
    if (key !== null && isKnown) at += key.length + 1;
    const values: TokenValue[] = [];
    const splits = isKnown || text[at] === "#";
    do {
      const value = readValue(text, at, splits);
      values.push(value);
      at = value.end;
    } while (splits && text[at] === "," && ++at <= text.length);
    tokens.push({ start, end: at, not, key, values });
  }
  return tokens;
}

function readValue(text: string, from: number, splits: boolean): TokenValue {
  if (text[from] === '"') {
    const close = text.indexOf('"', from + 1);
    const end = close < 0 ? text.length : close + 1;
    return { text: text.slice(from + 1, close < 0 ? end : close), quoted: true, start: from, end };
  }
  let end = from;
  while (end < text.length && !/\s/.test(text[end] ?? "") && !(splits && text[end] === ",")) end += 1;
  return { text: text.slice(from, end), quoted: false, start: from, end };
}
