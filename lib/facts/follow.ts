import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { eventsAfter, type Place, type TailedEvent } from "@/lib/live/tail";
import { wake } from "@/lib/live/wake";
import { deriveFacts } from "./derive";
import type { FactRules } from "./fact";
import { type LoadedEvent, loadEvents } from "./load-events";
import { refreshDays } from "./refresh-days";
import { factRules } from "./rules-now";
import { type Change, storeChanges } from "./store";

const batchSize = 1_000;
/** Days whose cells are made again at once. */
const daysAtOnce = 20;
/** Cells of a busy day are made again at most so often. */
const refreshEveryMs = 700;
const hiddenMs = 100;

let refreshedAt = 0;

/**
 * Keeps facts, counts and cells in step with the events: a batch is one transaction, which holds the cursor's row, so that
 * of many workers one measures. Resolves with whether there may be more.
 */
export async function followFacts(): Promise<boolean> {
  const measured = await measureNews();
  const refreshed = Date.now() - refreshedAt >= refreshEveryMs && (await refreshStale());
  if (measured || refreshed) wake("reports");
  return measured || refreshed;
}

/**
 * When something is to be done without a bell: a target passes unanswered, cells wait for their turn, or an older
 * transaction still hides what the last bell meant.
 */
export async function nextFacts(): Promise<Date | null> {
  const found = await db.execute<{ due: string | null; isStale: boolean; isHidden: boolean }>(sql`
    select (select min(due_at) from facts where to_at is null and missed is null and due_at is not null)::text as due,
      exists (select 1 from stale_days) as "isStale",
      exists (select 1 from event_cursors k, events e where k.name = 'facts' and (e.epoch, e.xid, e.id) > (k.epoch, k.xid, k.event_id)) as "isHidden"`);
  const { due, isStale, isHidden } = found.rows[0] ?? { due: null, isStale: false, isHidden: false };
  const moments = [
    // Never at once: a target that has just passed is somebody else's to note now.
    ...(due === null ? [] : [Math.max(Date.parse(due) + 1, Date.now() + 500)]),
    ...(isStale ? [refreshedAt + refreshEveryMs] : []),
    ...(isHidden ? [Date.now() + hiddenMs] : []),
  ];
  return moments.length === 0 ? null : new Date(Math.min(...moments));
}

async function measureNews(): Promise<boolean> {
  return db.transaction(async (tx) => {
    const place = await lockPlace(tx);
    if (!place) return false;
    const events = await eventsAfter(place, batchSize, tx);
    const last = events.at(-1);
    const overdue = await overdueIds(tx);
    if (!last && overdue.length === 0) return false;
    const to: Place = last ? { epoch: last.epoch, xid: last.xid, id: last.id } : place;
    await measureWithin(tx, { from: place, to, touched: touchedBy(events), overdue });
    if (last)
      await tx.execute(sql`
        update event_cursors set epoch = ${to.epoch}, xid = ${to.xid}::xid8, event_id = ${to.id}, moved_at = now()
        where name = 'facts'`);
    return true;
  });
}

/** Null while somebody else holds it. */
export async function lockPlace(tx: Tx): Promise<Place | null> {
  const cursor = await tx.execute<Place>(sql`
    select epoch, xid::text as xid, event_id::int as id from event_cursors where name = 'facts' for update skip locked`);
  return cursor.rows[0] ?? null;
}

type Touched = Map<string, { isRetagged: boolean }>;

function touchedBy(events: readonly TailedEvent[]): Touched {
  const touched: Touched = new Map();
  for (const { conversationId, type } of events) {
    if (conversationId === null || type === "conversation.ranked") continue;
    const isRetagged =
      type === "conversation.tagged" ||
      type === "conversation.untagged" ||
      type === "conversation.undone" ||
      type === "conversation.merged" ||
      type === "conversation.unmerged";
    touched.set(conversationId, {
      isRetagged: isRetagged || (touched.get(conversationId)?.isRetagged ?? false),
    });
  }
  return touched;
}

/** They wait past their target, and no event said so. */
async function overdueIds(tx: Tx): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(sql`
    select distinct conversation_id as id from facts where to_at is null and missed is null and due_at < now() limit 500`);
  return found.rows.map(({ id }) => id);
}

async function measureWithin(
  tx: Tx,
  input: { from: Place; to: Place; touched: Touched; overdue: readonly string[] },
): Promise<void> {
  const { from, to, touched } = input;
  const ids = [...new Set([...touched.keys(), ...input.overdue])].sort();
  const rules = await factRules(tx);
  const loaded = await loadEvents(tx, { conversationIds: ids, from, to });
  const changes = ids.map((id) =>
    changeOf(id, loaded.get(id) ?? [], rules, touched.get(id)?.isRetagged ?? false),
  );
  await storeChanges(tx, changes);
}

function changeOf(
  conversationId: string,
  events: readonly LoadedEvent[],
  rules: FactRules,
  isRetagged: boolean,
): Change {
  const old = events.filter(({ isOld }) => isOld);
  const after = deriveFacts(events, rules);
  const before = old.length === events.length ? after : deriveFacts(old, rules);
  return { conversationId, before, after, isRetagged };
}

async function refreshStale(): Promise<boolean> {
  const done = await db.transaction(async (tx) => {
    if ((await lockPlace(tx)) === null) return false;
    const found = await tx.execute<{ day: string }>(sql`
      delete from stale_days where day in (select day from stale_days order by day desc limit ${daysAtOnce}) returning day::text as day`);
    if (found.rows.length === 0) return false;
    await refreshDays(
      tx,
      found.rows.map(({ day }) => day),
    );
    return found.rows.length === daysAtOnce;
  });
  refreshedAt = done ? 0 : Date.now();
  return done;
}

/** Begins at the first event there is. Resolves with whether a rebuild was begun once and has not come to its end. */
export async function prepareFacts(): Promise<{ isUnfinished: boolean }> {
  const found = await db.execute<{ isUnfinished: boolean }>(sql`
    with made as (
      insert into event_cursors (name, epoch, xid, event_id) values ('facts', 0, '0', 0) on conflict do nothing
    )
    select exists (select 1 from event_cursors where name = 'facts.rebuild') as "isUnfinished"`);
  return found.rows[0] ?? { isUnfinished: false };
}
