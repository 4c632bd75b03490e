import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tableOf } from "@/db/table-of";
import { uuids } from "@/db/uuids";
import { emptyCount } from "./counts-of";
import { dimIds, dimKey } from "./dim-ids";
import { type Count, type Derived, type Fact, tallies } from "./fact";
import { addHours } from "./hours";

/** One conversation's figures: as they were counted so far, and as they are now. */
export type Change = { conversationId: string; before: Derived; after: Derived; isRetagged: boolean };

/**
 * Puts the facts of these conversations in the place of what is stored, adds to the counts what they now say more or less,
 * and marks the days whose cells are old. Everything in the order of its keys. For whoever holds the facts' cursor.
 */
export async function storeChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const facts = changes.flatMap(({ conversationId, after }) =>
    after.facts.map((fact) => ({ conversationId, fact })),
  );
  const differences = differencesOf(changes);
  const dims = [...facts.map(({ fact }) => fact), ...differences];
  const known = await dimIds(tx, { dims, known: new Map() });
  await replaceFacts(tx, {
    conversationIds: changes.map(({ conversationId }) => conversationId),
    facts,
    known,
  });
  const rows = tableOfCounts(differences.map((count) => ({ count, dimId: known.get(dimKey(count)) })));
  if (differences.length > 0) {
    await addCounts(tx, rows);
    await addHours(tx, rows);
  }
  await markDays(tx, daysOf(changes));
}

export type FactOf = { conversationId: string; fact: Fact };

/** With moments in Unix milliseconds. */
function tableOfFacts(facts: readonly FactOf[], known: ReadonlyMap<string, number>): SQL {
  return tableOf(facts, {
    conversation_id: ["uuid", ({ conversationId }) => conversationId],
    kind: ["text", ({ fact }) => fact.kind],
    ordinal: ["smallint", ({ fact }) => fact.ordinal],
    cycle: ["smallint", ({ fact }) => fact.cycle],
    is_first: ["boolean", ({ fact }) => fact.isFirst],
    wrote_again: ["boolean", ({ fact }) => fact.wroteAgain],
    dim_id: ["int", ({ fact }) => known.get(dimKey(fact)) ?? null],
    day: ["date", ({ fact }) => fact.day],
    from_ms: ["float8", ({ fact }) => fact.fromAt],
    to_ms: ["float8", ({ fact }) => fact.toAt],
    wall: ["int", ({ fact }) => fact.wall],
    business: ["int", ({ fact }) => fact.business],
    their_wall: ["int", ({ fact }) => fact.theirWall],
    their_business: ["int", ({ fact }) => fact.theirBusiness],
    ending: ["text", ({ fact }) => fact.ending],
    due_ms: ["float8", ({ fact }) => fact.dueAt],
    missed: ["text", ({ fact }) => fact.missed],
  });
}

/** Of a fact, beside its conversation and its place there. */
const measured = [
  "cycle",
  "is_first",
  "wrote_again",
  "dim_id",
  "day",
  "from_at",
  "to_at",
  "wall",
  "business",
  "their_wall",
  "their_business",
  "ending",
  "due_at",
  "missed",
];

/**
 * Rows that are the same stay untouched. `known`: the numbers of their `dimKey`s. For whoever holds the facts' cursor:
 * nothing else keeps a fact from being there twice, since a key that did would be a quarter of all that is stored here.
 */
export async function replaceFacts(
  tx: Tx,
  input: {
    conversationIds: readonly string[];
    facts: readonly FactOf[];
    known: ReadonlyMap<string, number>;
  },
): Promise<void> {
  const list = (prefix: string) => sql.raw(measured.map((name) => `${prefix}${name}`).join(", "));
  const isSame = sql`f.conversation_id = a.conversation_id and f.kind = a.kind and f.ordinal = a.ordinal
    and (${list("f.")}) is not distinct from (${list("a.")})`;
  const stored = sql`f.conversation_id = any(${uuids(input.conversationIds)})`;
  await tx.execute(sql`
    with a as materialized (
      select *, to_timestamp(from_ms / 1000) as from_at, to_timestamp(to_ms / 1000) as to_at, to_timestamp(due_ms / 1000) as due_at
      from ${tableOfFacts(input.facts, input.known)}
    ), gone as (
      delete from facts f where ${stored} and not exists (select 1 from a where ${isSame})
    )
    insert into facts (conversation_id, kind, ordinal, ${list("")}) select conversation_id, kind, ordinal, ${list("")} from a
    where not exists (select 1 from facts f where ${stored} and ${isSame})`);
}

/** As the columns of `counts`. */
export function tableOfCounts(rows: ReadonlyArray<{ count: Count; dimId: number | undefined }>): SQL {
  return tableOf(rows, {
    day: ["date", ({ count }) => count.day],
    hour: ["smallint", ({ count }) => count.hour],
    dim_id: ["int", ({ dimId }) => dimId ?? null],
    received: ["int", ({ count }) => count.received],
    asked: ["int", ({ count }) => count.asked],
    opened: ["int", ({ count }) => count.opened],
    reopened: ["int", ({ count }) => count.reopened],
    answered: ["int", ({ count }) => count.answered],
    resolved: ["int", ({ count }) => count.resolved],
    closed: ["int", ({ count }) => count.closed],
  });
}

export async function addCounts(tx: Tx, rows: SQL): Promise<void> {
  const sums = sql.raw(tallies.map((tally) => `${tally} = counts.${tally} + excluded.${tally}`).join(", "));
  const names = sql.raw(tallies.join(", "));
  await tx.execute(sql`
    insert into counts (day, hour, dim_id, ${names}) select day, hour, dim_id, ${names} from ${rows}
    order by day, hour, dim_id
    on conflict (day, hour, dim_id) do update set ${sums}`);
}

export async function markDays(tx: Tx, days: Iterable<string>): Promise<void> {
  const list = [...new Set(days)].sort();
  if (list.length === 0) return;
  await tx.execute(sql`
    insert into stale_days (day) select day from unnest(${`{${list.join(",")}}`}::date[]) day order by day on conflict do nothing`);
}

/** What is counted more or less than before, by hour; what cancels out is left away. */
export function differencesOf(changes: readonly Pick<Change, "before" | "after">[]): Count[] {
  const sums: Sums = new Map();
  for (const { before, after } of changes) {
    for (const count of before.counts) add(sums, count, -1);
    for (const count of after.counts) add(sums, count, 1);
  }
  return [...sums.values()].flatMap((hours) =>
    [...hours.values()].filter((count) => tallies.some((tally) => count[tally] !== 0)),
  );
}

/** By `dimKey`, then by day and hour: of two years there are a million, and one key for all of it has 150 letters. */
export type Sums = Map<string, Map<string, Count>>;

export function add(sums: Sums, count: Count, sign: 1 | -1): void {
  const key = dimKey(count);
  let hours = sums.get(key);
  if (hours === undefined) {
    hours = new Map();
    sums.set(key, hours);
  }
  const hour = `${count.day} ${count.hour}`;
  let sum = hours.get(hour);
  if (sum === undefined) {
    sum = emptyCount(count, count.day, count.hour);
    hours.set(hour, sum);
  }
  for (const tally of tallies) sum[tally] += sign * count[tally];
}

function daysOf(changes: readonly Change[]): Set<string> {
  const days = new Set<string>();
  for (const { before, after, isRetagged } of changes) {
    const was = new Map(before.facts.map((fact) => [JSON.stringify(fact), fact.day]));
    for (const fact of after.facts) {
      const same = was.delete(JSON.stringify(fact));
      if (!same || isRetagged) days.add(fact.day);
    }
    for (const day of was.values()) days.add(day);
  }
  return days;
}
