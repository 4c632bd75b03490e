import { sql } from "drizzle-orm";
import type { PoolClient } from "pg";
import { db, pool, type Tx } from "@/db/client";
import type { Place } from "@/lib/live/tail";
import { wake } from "@/lib/live/wake";
import { deriveFacts } from "./derive";
import { dimIds } from "./dim-ids";
import type { Count, Derived, Dims, FactRules } from "./fact";
import { sumHours } from "./hours";
import { type LoadedEvent, loadEvents, loadNext } from "./load-events";
import { refreshDays } from "./refresh-days";
import { factRules, houseZone } from "./rules-now";
import { add, addCounts, differencesOf, replaceFacts, type Sums, tableOfCounts } from "./store";

export type Rebuilt = { events: number; conversations: number; seconds: number };

/** Of the log, at once; each batch holds up the one that follows live for a moment only. */
const batchEvents = 5_000;
const daysAtOnce = 10;
/** Further behind than this, the live one leaves what has happened to the rebuild. */
const farBehind = 20_000;
const betweenLooksMs = 100;

/**
 * Makes all facts, counts and cells again from the log alone, while the product runs. Facts are replaced conversation by
 * conversation. Counts are summed up to one place in the log and take the place of the old ones in the end, with what
 * has happened since. Where the house's zone changes meanwhile, all of it begins again. Resolves with null while another
 * one is at it, which will see whatever had changed before this one was asked for.
 */
export async function rebuildFacts(input: { onProgress(done: Rebuilt): void }): Promise<Rebuilt | null> {
  const holder = await pool.connect();
  try {
    while (!(await holds(holder))) {
      if (await isLooking()) return null;
      await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    }
    for (;;) {
      const zone = await begin();
      const done = await rebuild(input.onProgress);
      if (await end(zone)) return done;
    }
  } finally {
    // Of no effect where another one holds it.
    await holder.query(`select pg_advisory_unlock(${lockKey})`).catch(() => {});
    holder.release();
  }
}

async function holds(client: PoolClient): Promise<boolean> {
  const found = await client.query<{ ok: boolean }>(`select pg_try_advisory_lock(${lockKey}) as ok`);
  return found.rows[0]?.ok ?? false;
}

const lockKey = "hashtext('avant.facts')";

/** Whether the one that holds the lock has yet to look at the zone once more; else it has just ended, or is about to begin. */
async function isLooking(): Promise<boolean> {
  const found = await db.execute(sql`select 1 from event_cursors where name = 'facts.rebuild'`);
  return found.rows.length > 0;
}

/** Notes that it runs, so that a worker begins again what does not come to its end. Resolves with the house's zone. */
async function begin(): Promise<string> {
  await db.execute(sql`
    insert into event_cursors (name, epoch, xid, event_id) values ('facts', 0, '0', 0), ('facts.rebuild', 0, '0', 0) on conflict do nothing`);
  const found = await db.execute<{ zone: string }>(sql`select ${houseZone} as zone`);
  return found.rows[0]!.zone;
}

/** Whether it was the same zone all the time. Whoever changes it from here on finds no note, and waits for the lock. */
async function end(zone: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from organisation for share`);
    const gone = await tx.execute(sql`
      delete from event_cursors where name = 'facts.rebuild' and ${houseZone} = ${zone} returning 1`);
    return gone.rows.length > 0;
  });
}

async function rebuild(onProgress: (done: Rebuilt) => void): Promise<Rebuilt> {
  const startedAt = performance.now();
  const done: Rebuilt = { events: 0, conversations: 0, seconds: 0 };
  const start = await startPlace();
  const sums: Sums = new Map();
  const known = new Map<string, number>();
  let next = loadNext({ after: null, to: start, limit: batchEvents });
  let writing = Promise.resolve();
  for (;;) {
    const loaded = await next;
    const lastId = loaded.lastId;
    if (lastId === null) break;
    // The next ones are on their way and those before are written while these are worked on.
    next = loadNext({ after: lastId, to: start, limit: batchEvents });
    next.catch(() => {});
    const rules = await db.transaction(factRules);
    const derived = deriveAll(loaded.byConversation, rules, sums);
    await writing;
    done.events += loaded.events;
    done.conversations += loaded.byConversation.size;
    writing = writeBatch({ derived, rules, start, known }).then(() => {
      done.seconds = (performance.now() - startedAt) / 1000;
      onProgress({ ...done });
    });
    writing.catch(() => {});
  }
  await writing;
  await finish({ start, sums, known });
  await refreshAll();
  wake("reports");
  done.seconds = (performance.now() - startedAt) / 1000;
  return done;
}

/** Where the log is read to. */
async function startPlace(): Promise<Place> {
  return db.transaction(async (tx) => {
    const place = await lockedPlace(tx);
    const behind = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from (select 1 from events
        where (epoch, xid, events.id) > (${place.epoch}, ${place.xid}::xid8, ${place.id}) limit ${farBehind + 1}) e`);
    // The live one that has never begun has all of it before it, however little that is.
    if (place.id > 0 && (behind.rows[0]?.n ?? 0) <= farBehind) return place;
    const moved = await tx.execute<Place>(sql`
      update event_cursors k set epoch = h.epoch, xid = h.xid, event_id = h.id, moved_at = now()
      from (select epoch, events.xid, events.id from events
        where epoch < (select epoch from installation) or events.xid < pg_snapshot_xmin(pg_current_snapshot())
        order by epoch desc, events.xid desc, events.id desc limit 1) h
      where k.name = 'facts' returning k.epoch, k.xid::text as xid, k.event_id::int as id`);
    return moved.rows[0] ?? place;
  });
}

async function lockedPlace(tx: Tx): Promise<Place> {
  const cursor = await tx.execute<Place>(sql`
    select epoch, xid::text as xid, event_id::int as id from event_cursors where name = 'facts' for update`);
  return cursor.rows[0] ?? { epoch: 0, xid: "0", id: 0 };
}

function deriveAll(
  byConversation: ReadonlyMap<string, LoadedEvent[]>,
  rules: FactRules,
  sums: Sums,
): Map<string, Derived> {
  const derived = new Map<string, Derived>();
  for (const [id, events] of byConversation) {
    const made = deriveFacts(events, rules);
    derived.set(id, made);
    for (const count of made.counts) add(sums, count, 1);
  }
  return derived;
}

async function writeBatch(input: {
  derived: Map<string, Derived>;
  rules: FactRules;
  start: Place;
  known: Map<string, number>;
}): Promise<void> {
  const { derived, rules, start, known } = input;
  const conversationIds = [...derived.keys()];
  await db.transaction(async (tx) => {
    const place = await lockedPlace(tx);
    for (const [id, events] of await sinceThen(tx, { start, place, ids: conversationIds }))
      derived.set(id, deriveFacts(events, rules));
    const facts = [...derived].flatMap(([conversationId, made]) =>
      made.facts.map((fact) => ({ conversationId, fact })),
    );
    await dimIds(tx, { dims: facts.map(({ fact }) => fact), known });
    await replaceFacts(tx, { conversationIds, facts, known });
  });
}

/** What has happened to them between the place where the rebuild reads to and where the live one stands. */
async function sinceThen(
  tx: Tx,
  input: { start: Place; place: Place; ids: readonly string[] | null },
): Promise<Map<string, LoadedEvent[]>> {
  const { start, place, ids } = input;
  if (start.id === place.id && start.xid === place.xid) return new Map();
  const changed = await tx.execute<{ id: string }>(sql`
    select distinct conversation_id as id from events
    where (epoch, xid, events.id) > (${start.epoch}, ${start.xid}::xid8, ${start.id})
      and (epoch, xid, events.id) <= (${place.epoch}, ${place.xid}::xid8, ${place.id}) and conversation_id is not null`);
  const wanted = ids === null ? null : new Set(ids);
  const conversationIds = changed.rows.flatMap(({ id }) => (wanted === null || wanted.has(id) ? [id] : []));
  if (conversationIds.length === 0) return new Map();
  return loadEvents(tx, { conversationIds, from: start, to: place });
}

/** The counts change places in one commit, so that no report ever sees half of them. */
async function finish(input: { start: Place; sums: Sums; known: Map<string, number> }): Promise<void> {
  const { start, sums, known } = input;
  await forgetGone();
  await db.transaction(async (tx) => {
    const place = await lockedPlace(tx);
    const rules: FactRules = await factRules(tx);
    for (const events of (await sinceThen(tx, { start, place, ids: null })).values()) {
      const before = deriveFacts(
        events.filter(({ isOld }) => isOld),
        rules,
      );
      for (const count of differencesOf([{ before, after: deriveFacts(events, rules) }])) add(sums, count, 1);
    }
    await dimIds(tx, { dims: dimsOf(sums), known });
    await tx.execute(sql`delete from counts`);
    for (const rows of byDay(sums, known)) await addCounts(tx, tableOfCounts(rows));
    await sumHours(tx);
    await tx.execute(sql`
      insert into stale_days (day) select day from (select day from facts union select day from cells union select day from outcomes) d
      order by day on conflict do nothing`);
  });
}

type CountOf = { count: Count; dimId: number | undefined };

/** Day after day, as the table's key goes: in any other order each row is written to a page that has to be fetched. */
function byDay(sums: Sums, known: ReadonlyMap<string, number>): CountOf[][] {
  const days = new Map<string, CountOf[]>();
  for (const [key, hours] of sums) {
    const dimId = known.get(key);
    for (const count of hours.values()) {
      const rows = days.get(count.day);
      if (rows === undefined) days.set(count.day, [{ count, dimId }]);
      else rows.push({ count, dimId });
    }
  }
  return [...days.keys()].sort().map((day) => days.get(day) ?? []);
}

/** One of each. */
function* dimsOf(sums: Sums): Generator<Dims> {
  for (const hours of sums.values())
    for (const [, count] of hours) {
      yield count;
      break;
    }
}

/** Conversations that the log no longer knows. */
async function forgetGone(): Promise<void> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await db.execute<{ last: string | null }>(sql`
      with page as materialized (
        select distinct conversation_id as id from facts where conversation_id > ${after} order by 1 limit 20000
      ), gone as (
        delete from facts where conversation_id in (
          select id from page where not exists (select 1 from events e where e.conversation_id = page.id))
      )
      select id::text as last from page order by id desc limit 1`);
    const last = page.rows[0]?.last ?? null;
    if (last === null) return;
    after = last;
  }
}

async function refreshAll(): Promise<void> {
  for (;;) {
    const days = await db.transaction(async (tx) => {
      await lockedPlace(tx);
      const found = await tx.execute<{ day: string }>(sql`
        delete from stale_days where day in (select day from stale_days order by day desc limit ${daysAtOnce}) returning day::text as day`);
      const list = found.rows.map(({ day }) => day);
      if (list.length > 0) await refreshDays(tx, list);
      return list.length;
    });
    if (days < daysAtOnce) return;
  }
}
