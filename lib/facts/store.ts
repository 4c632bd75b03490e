import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
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
    after.facts.map((fact) => ({ conversationId, ...fact })),
  );
  const differences = differencesOf(changes);
  const known = await dimIds(tx, { dims: [...facts, ...differences], known: new Map() });
  await replaceFacts(tx, {
    conversationIds: changes.map(({ conversationId }) => conversationId),
    rows: facts.map((fact) => factRow(fact, known.get(dimKey(fact)))),
  });
  const counted = differences.map((count) => countRow(count, known.get(dimKey(count))));
  await addCounts(tx, counted);
  await addHours(tx, counted);
  await markDays(tx, daysOf(changes));
}

export function factRow(fact: Fact & { conversationId: string }, dimId: number | undefined) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    conversation_id: fact.conversationId,
    kind: fact.kind,
    ordinal: fact.ordinal,
    cycle: fact.cycle,
    is_first: fact.isFirst,
    wrote_again: fact.wroteAgain,
    dim_id: dimId,
    day: fact.day,
    from_at: iso(fact.fromAt),
    to_at: iso(fact.toAt),
    wall: fact.wall,
    business: fact.business,
    their_wall: fact.theirWall,
    their_business: fact.theirBusiness,
    ending: fact.ending,
    due_at: iso(fact.dueAt),
    missed: fact.missed,
  };
}

export type FactRow = ReturnType<typeof factRow>;

const columns = [
  "conversation_id",
  "kind",
  "ordinal",
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
] as const satisfies ReadonlyArray<keyof FactRow>;

/** Rows that are the same stay untouched. */
export async function replaceFacts(
  tx: Tx,
  input: { conversationIds: readonly string[]; rows: readonly FactRow[] },
): Promise<void> {
  const list = (prefix: string) => sql.raw(columns.map((name) => `${prefix}${name}`).join(", "));
  const sets: SQL = sql.raw(columns.map((name) => `${name} = excluded.${name}`).join(", "));
  await tx.execute(sql`
    with asked as materialized (
      select * from jsonb_populate_recordset(null::facts, ${JSON.stringify(input.rows)}::jsonb)
    ), gone as (
      delete from facts f where f.conversation_id = any(${uuids(input.conversationIds)})
        and not exists (select 1 from asked a where a.conversation_id = f.conversation_id and a.kind = f.kind and a.ordinal = f.ordinal)
    )
    insert into facts (${list("")}) select ${list("")} from asked order by conversation_id, kind, ordinal
    on conflict (conversation_id, kind, ordinal) do update set ${sets}
      where (${list("facts.")}) is distinct from (${list("excluded.")})`);
}

export function countRow(count: Count, dimId: number | undefined) {
  const { day, hour, received, asked, opened, reopened, answered, resolved, closed } = count;
  return { day, hour, dim_id: dimId, received, asked, opened, reopened, answered, resolved, closed };
}

export type CountRow = ReturnType<typeof countRow>;

export async function addCounts(tx: Tx, rows: readonly CountRow[]): Promise<void> {
  if (rows.length === 0) return;
  const sums = sql.raw(tallies.map((tally) => `${tally} = counts.${tally} + excluded.${tally}`).join(", "));
  const names = sql.raw(tallies.join(", "));
  await tx.execute(sql`
    insert into counts (day, hour, dim_id, ${names})
    select day, hour, dim_id, ${names} from jsonb_populate_recordset(null::counts, ${JSON.stringify(rows)}::jsonb)
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
  const sums = new Map<string, Count>();
  for (const { before, after } of changes) {
    for (const count of before.counts) add(sums, count, -1);
    for (const count of after.counts) add(sums, count, 1);
  }
  return [...sums.values()].filter((count) => tallies.some((tally) => count[tally] !== 0));
}

export function add(sums: Map<string, Count>, count: Count, sign: 1 | -1): void {
  const key = `${count.day} ${count.hour} ${dimKey(count)}`;
  const sum = sums.get(key);
  if (sum === undefined) {
    const signed = { ...count };
    for (const tally of tallies) signed[tally] = sign * count[tally];
    sums.set(key, signed);
  } else for (const tally of tallies) sum[tally] += sign * count[tally];
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
