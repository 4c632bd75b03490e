import type { Json } from "@/lib/channels/channel";
import { addUp, boughtFields, isCounted } from "./bought";
import { isWholeName } from "./names";
import type { CustomerRecord } from "./record";

/** What a person is shown with: of several records the oldest one's word, where it says nothing the next one's. */
export type PersonFields = {
  name: string;
  city: string | null;
  language: string | null;
  zone: string | null;
  note: string | null;
  facts: { [key: string]: Json };
  tags: string[];
  doNotContactAt: string | null;
  unsubscribedAt: string | null;
  noProfileAt: string | null;
};

export const chosenFields = ["name", "city", "language", "zone", "note"] as const;
export type ChosenField = (typeof chosenFields)[number];
export const consentFields = ["doNotContactAt", "unsubscribedAt", "noProfileAt"] as const;
export type ConsentField = (typeof consentFields)[number];

export type Choice = "one" | "other" | "both";
/** Which of two persons is believed, by field (`facts.orders` for a fact). `both` is for notes. */
export type Choices = { [field: string]: Choice };

/**
 * Field → the record whose word on it somebody believed. For what arrives by itself, language and facts: written over,
 * a choice could not be told from what the outside says next.
 */
export type Believed = { [field: string]: string };

/** `records` of one person, in any order. */
export function personFields(records: readonly CustomerRecord[], believed: Believed): PersonFields {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  const first = (field: "city" | "language" | "zone" | "note") =>
    sorted.map((record) => record[field]).find((value) => value !== null) ?? null;
  const facts = Object.assign({}, ...[...sorted].reverse().map((record) => record.facts));
  let language = first("language");
  for (const [field, recordId] of Object.entries(believed)) {
    const record = sorted.find(({ id }) => id === recordId);
    if (!record) continue;
    if (field === "language") language = record.language ?? language;
    else if (isSaid(fieldOf(record, field))) facts[field.slice(6)] = fieldOf(record, field);
    // An amount is believed with its currency.
    if (field === "facts.spent" && isSaid(record.facts.currency)) facts.currency = record.facts.currency;
  }
  const counted = addUp(sorted.map((record) => record.facts));
  if (counted !== null) {
    for (const field of boughtFields) if (field !== "segment") delete facts[field];
    Object.assign(facts, counted);
  }
  return {
    name: sorted[0]?.name ?? "",
    city: first("city"),
    language,
    zone: first("zone"),
    note: first("note"),
    facts,
    tags: [...new Set(sorted.flatMap(({ tags }) => tags))].sort(),
    ...strictest(sorted),
  };
}

/** Where two persons say something different, and what is taken unless somebody chooses. */
export type Difference = { field: string; one: Json; other: Json; taken: Choice };

export function differences(one: PersonFields, other: PersonFields): Difference[] {
  const plain = chosenFields.flatMap((field): Difference[] => {
    const [a, b] = [one[field], other[field]];
    if (a === null || b === null || a === b) return [];
    const taken =
      field === "note" ? "both" : field === "name" && !isWholeName(a) && isWholeName(b) ? "other" : "one";
    return [{ field, one: a, other: b, taken }];
  });
  const isAdded = isCounted(one.facts) || isCounted(other.facts);
  const facts = Object.keys(one.facts)
    .filter((key) => key !== "segment" && !(isAdded && boughtFields.some((field) => field === key)))
    .filter((key) => isSaid(other.facts[key]) && isSaid(one.facts[key]))
    .filter((key) => key !== "currency" || !(isSaid(one.facts.spent) && isSaid(other.facts.spent)))
    .filter(
      (key) =>
        !isSame(one.facts[key], other.facts[key]) ||
        (key === "spent" && !isSame(one.facts.currency, other.facts.currency)),
    )
    .map(
      (key): Difference => ({
        field: `facts.${key}`,
        one: one.facts[key] ?? null,
        other: other.facts[key] ?? null,
        taken: "one",
      }),
    );
  return [...plain, ...facts];
}

/** One value of one record that a merge writes: `key` is `record id` + space + field. */
export type Change = { key: string; before: Json; after: Json };

/**
 * What making two persons one writes, `choices` over what is taken by itself. What only one of them says needs no
 * writing, since it is read from their record; consent that one of them took back counts for every record.
 */
export function changesOf(
  one: readonly CustomerRecord[],
  other: readonly CustomerRecord[],
  input: { choices: Choices; believed: Believed },
): { changes: Change[]; believed: Believed } {
  const all = [...one, ...other].sort((a, b) => (a.id < b.id ? -1 : 1));
  const stands = all[0];
  if (!stands) return { changes: [], believed: {} };
  const [first, second] = [personFields(one, input.believed), personFields(other, input.believed)];
  const changes: Change[] = [];
  const believed: Believed = {};
  for (const { field, one: a, other: b, taken } of differences(first, second)) {
    const choice = input.choices[field] ?? taken;
    if (field === "language" || field.startsWith("facts.")) {
      const [side, said] = choice === "other" ? [other, b] : [one, a];
      const record = side.find((each) => isSame(fieldOf(each, field), said));
      if (record) believed[field] = record.id;
      continue;
    }
    const value = choice === "one" ? a : choice === "other" ? b : `${a}\n\n${b}`;
    changes.push({ key: keyOf(stands.id, field), before: fieldOf(stands, field), after: value });
  }
  const strict = strictest(all);
  for (const field of consentFields) {
    if (strict[field] === null) continue;
    for (const record of all)
      changes.push({
        key: keyOf(record.id, field),
        before: record[field],
        after: record[field] ?? strict[field],
      });
  }
  return { changes: changes.filter(({ before, after }) => !isSame(before, after)), believed };
}

/** One merge that still holds, with what it wrote. */
export type Written = {
  id: string;
  before: { [key: string]: Json };
  after: { [key: string]: Json };
};

/**
 * Taking back what `undone` wrote: `set` puts values back where nobody has changed them since; where a later merge went
 * on from them, `rewrite` makes that one go on from what was before instead. `later`: in the order in which they were made.
 */
export function putBack(
  undone: Written,
  later: readonly Written[],
  current: (key: string) => Json,
): { set: Array<{ key: string; value: Json }>; rewrite: Array<{ id: string; key: string; before: Json }> } {
  const set: Array<{ key: string; value: Json }> = [];
  const rewrite: Array<{ id: string; key: string; before: Json }> = [];
  for (const [key, written] of Object.entries(undone.after)) {
    const before = undone.before[key] ?? null;
    const next = later.find((one) => key in one.after);
    if (next === undefined) {
      if (isSame(current(key), written)) set.push({ key, value: before });
    } else if (isSame(next.before[key] ?? null, written)) rewrite.push({ id: next.id, key, before });
  }
  return { set, rewrite };
}

const believes = "* ";

/** What a merge keeps beside what it wrote. */
export function keepBelieved(believed: Believed): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(believed).map(([field, id]) => [`${believes}${field}`, id]));
}

/** What the merges that hold believe, the latest last. */
export function believedBy(links: ReadonlyArray<{ after: { [key: string]: Json } | null }>): Believed {
  return Object.fromEntries(
    links.flatMap(({ after }) =>
      Object.entries(after ?? {}).flatMap(([key, id]) =>
        key.startsWith(believes) && typeof id === "string" ? [[key.slice(believes.length), id]] : [],
      ),
    ),
  );
}

/** Whether a key of a merge names a value that it wrote. */
export function isWritten(key: string): boolean {
  return !key.startsWith(believes);
}

export function keyOf(recordId: string, field: string): string {
  return `${recordId} ${field}`;
}

export function fromKey(key: string): { recordId: string; field: string } {
  return { recordId: key.slice(0, 36), field: key.slice(37) };
}

export function fieldOf(record: CustomerRecord, field: string): Json {
  if (field.startsWith("facts.")) return record.facts[field.slice(6)] ?? null;
  const known = [...chosenFields, ...consentFields].find((name) => name === field);
  return known === undefined ? null : record[known];
}

export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function isSaid(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** The earliest date at which any of the records took their consent back. */
function strictest(records: readonly CustomerRecord[]): Pick<PersonFields, ConsentField> {
  const earliest = (field: ConsentField) =>
    records.flatMap((record) => record[field] ?? []).sort()[0] ?? null;
  return {
    doNotContactAt: earliest("doNotContactAt"),
    unsubscribedAt: earliest("unsubscribedAt"),
    noProfileAt: earliest("noProfileAt"),
  };
}
