import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { Band } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { assess } from "@/lib/risk/assess";
import { type Claimed, loadFacts } from "@/lib/risk/facts";
import { modelInForce } from "@/lib/risk/in-force";
import { type Judged, marksOf, storeMarks } from "./marks";

/** A row of the queue that would stand elsewhere. Places count from 1 among the open rows that the actor sees. */
export type Move = {
  conversationId: string;
  number: number;
  customerName: string;
  excerpt: string;
  from: Place;
  to: Place;
};

export type Place = {
  place: number;
  band: Band;
  /** Hours that sort; of a calm one some large number. */
  hours: number;
  isSafety: boolean;
};

/** More rows than this are not moved in a preview. */
const mostRows = 100;

type Row = Claimed & Standing & { number: number; customerName: string; excerpt: string; isSafety: boolean };

/** What a place in the list is made of. */
type Standing = { id: string; lane: number; rank: number; since: string; band: Band; isSafety: boolean };

/**
 * Where the conversations of some messages would stand if those said what `judged` says. Asked of the ranker itself, in
 * a transaction that is rolled back: so the answer is what it will do, and nobody else sees any of it.
 */
export async function movesOf(
  actor: Actor,
  judged: ReadonlyArray<Judged & { messageId: string; conversationId: string }>,
  edition: number,
): Promise<Move[]> {
  authorize(actor, "cue.edit");
  if (judged.length === 0) return [];
  try {
    await db.transaction(async (tx) => {
      throw new Preview(await preview(tx, actor, judged, edition));
    });
  } catch (error) {
    if (error instanceof Preview) return error.moves;
    throw error;
  }
  return [];
}

class Preview extends Error {
  constructor(readonly moves: Move[]) {
    super("nothing of a preview is kept");
  }
}

async function preview(
  tx: Tx,
  actor: Actor,
  judged: ReadonlyArray<Judged & { messageId: string; conversationId: string }>,
  edition: number,
): Promise<Move[]> {
  const rows = await openRows(tx, actor, [...new Set(judged.map((each) => each.conversationId))]);
  if (rows.length === 0) return [];
  const now = Date.now();
  const was = await assessed(tx, rows, now);
  // So that every message has a mark to be changed.
  const parts = judged.map(({ conversationId }) => conversationId);
  await marksOf(
    tx,
    judged.map(({ messageId }) => messageId),
    parts,
  );
  await storeMarks(tx, judged, { edition, replaces: "same" }, parts);
  const is = await assessed(tx, rows, now);
  // Ranks drift with the minutes; who stands as before keeps the place that the list shows.
  const after = rows.map((row) => {
    const [old, next] = [was.get(row.id), is.get(row.id)];
    return !old || !next || (old.lane === next.lane && old.rank === next.rank) ? row : next;
  });
  const [from, to] = [await placesOf(tx, actor, rows), await placesOf(tx, actor, after)];
  return rows
    .flatMap(({ id, number, customerName, excerpt }) => {
      const [here, there] = [from.get(id), to.get(id)];
      if (!here || !there || (here.place === there.place && here.band === there.band)) return [];
      return [{ conversationId: id, number, customerName, excerpt, from: here, to: there }];
    })
    .sort((x, y) => x.to.place - y.to.place);
}

async function openRows(tx: Tx, actor: Actor, conversationIds: readonly string[]): Promise<Row[]> {
  const found = await tx.execute<Row>(sql`
    select c.id, c.customer_id as "customerId", k.person_id as "personId", c.kind, c.pin, h.kind as "channelKind",
      h.config ->> 'plays' as plays, c.is_public as "isPublic", c.waiting_since::text as "waitingSince", c.due_at::text as "dueAt",
      c.last_customer_message_at::text as "lastCustomerAt", coalesce(k.facts ->> 'danger' = 'yes', false) as "isDanger",
      k.no_profile_at is null as "hasProfile",
      case when k.unsubscribed_at > now() - interval '180 days' then k.unsubscribed_at::text end as "unsubscribedAt",
      z.calmed_at::text as "calmedAt", c.number::int as number, k.name as "customerName", c.excerpt, q.since_at::text as since, q.lane,
      q.rank, q.band, coalesce(z.is_safety, false) as "isSafety"
    from queue q join conversations c on c.id = q.conversation_id join customers k on k.id = c.customer_id
    left join channels h on h.id = c.channel_id left join risks z on z.conversation_id = c.id
    where q.status = 'open' and q.conversation_id = any(${`{${conversationIds.join(",")}}`}::uuid[]) and ${visible(actor, columnsOf("c"))}
    order by q.lane, q.rank limit ${mostRows}`);
  return found.rows;
}

async function assessed(tx: Tx, rows: readonly Row[], now: number): Promise<Map<string, Standing>> {
  const { model, fallenBackAt } = await modelInForce(tx);
  const facts = await loadFacts(tx, rows, now);
  return new Map(
    rows.flatMap(({ id, since }) => {
      const known = facts.get(id);
      if (!known) return [];
      const { lane, rank, band, isSafety } = assess(model, known, now, fallenBackAt !== null);
      return [[id, { id, since, lane, rank, band, isSafety }] as const];
    }),
  );
}

async function placesOf(tx: Tx, actor: Actor, rows: readonly Standing[]): Promise<Map<string, Place>> {
  const asked = JSON.stringify(rows.map(({ id, lane, rank, since }) => ({ id, lane, rank, since })));
  // The others stand where they stand; those that are asked about are set against each other below.
  const ahead = await tx.execute<{ id: string; count: number }>(sql`
    select a.id, (select count(*)::int from queue q where q.status = 'open' and ${visible(actor, columnsOf("q"))}
      and (q.lane, q.rank, q.since_at) < (a.lane, a.rank, a.since)
      and q.conversation_id <> all(${`{${rows.map(({ id }) => id).join(",")}}`}::uuid[])) as count
    from jsonb_to_recordset(${asked}::jsonb) as a(id uuid, lane smallint, rank real, since timestamptz)`);
  const counts = new Map(ahead.rows.map(({ id, count }) => [id, count]));
  return new Map(
    rows.map((one) => {
      const among = rows.filter((other) => isBefore(other, one)).length;
      const place = 1 + among + (counts.get(one.id) ?? 0);
      return [one.id, { place, band: one.band, hours: one.rank, isSafety: one.isSafety }];
    }),
  );
}

function isBefore(a: Standing, b: Standing): boolean {
  if (a.lane !== b.lane) return a.lane < b.lane;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.since < b.since;
}
