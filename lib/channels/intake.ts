import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { isAnswer, takeAnswer } from "@/lib/asks/take-answer";
import { applyIncoming } from "@/lib/conversations/apply-incoming";
import { LeaseLost, type Received, receive, type StoredFile } from "@/lib/conversations/receive";
import { put } from "@/lib/files";
import { newId } from "@/lib/id";
import { holdingLease } from "@/lib/lease";
import { log, withoutData } from "@/lib/log";
import { isSideAnswer, takeSideAnswer } from "@/lib/side-threads/take-answer";
import { bodyOf } from "./accept";
import type { FiledReason, Incoming, Json, RawItem } from "./channel";
import { giveWay } from "./give-way";
import { type LoadedChannel, loadChannels } from "./load";
import { parseItem, Unreadable } from "./parse-pool";

const leaseSeconds = 120;
const triesAtMost = 5;
/** Tries that neither worked nor failed: the process died meanwhile. An item that kills it must not do so for ever. */
const endsAtMost = 20;
const liveAtOnce = 16;
const bulkAtOnce = 50;

type LedgerRow = {
  id: string;
  channelId: string;
  externalId: string;
  contentType: string;
  meta: { [key: string]: Json };
  body: Buffer | null;
  bodyKey: string | null;
  attempts: number;
  lane: "live" | "bulk";
  receivedAt: string;
};

export type Lane = LedgerRow["lane"];

/** One look at both lanes, live first; see readLane. */
export async function readLedger(me: string): Promise<number> {
  return (await readLane(me, "live")) || readLane(me, "bulk");
}

/**
 * Claims what waits in one lane of the ledger, and reads it. Resolves with how many rows it took: zero means there
 * is nothing to do now. `me` names this worker; a claim runs out, so that a dead worker's rows are taken again.
 */
export async function readLane(me: string, lane: Lane): Promise<number> {
  const begun = performance.now();
  const rows = await claim(me, lane);
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  await holdingLease({ table: "inbound", state: "reading", me, ids }, leaseSeconds, () =>
    readRows(me, lane, rows),
  );
  await giveWay(performance.now() - begun);
  return rows.length;
}

async function readRows(me: string, lane: Lane, rows: LedgerRow[]): Promise<void> {
  const channels = new Map(
    (
      await loadChannels(
        sql`h.id = any(${`{${[...new Set(rows.map((r) => r.channelId))].join(",")}}`}::uuid[])`,
      )
    ).map((channel) => [channel.id, channel]),
  );
  const ready: Received[] = [];
  const later: Array<() => Promise<void>> = [];
  async function readOne(row: LedgerRow): Promise<void> {
    const channel = channels.get(row.channelId);
    if (!channel) return park(row, me, "unknown_channel", "");
    if (row.attempts > endsAtMost) return park(row, me, "could_not_store", "no try came to an end");
    try {
      const raw = await rawOf(row);
      const { message, others } = await read(row, raw, channel, me);
      if (message && (isAnswer(message.message) || isSideAnswer(message.message)))
        later.push(() => storeAnswer(message, row, me));
      else if (message) ready.push(message);
      else later.push(() => applyOthers(row, channel, others, me));
    } catch (error) {
      await failed(row, me, error);
    }
  }
  // A backlog goes one by one, so that it never fills the parse workers and live mail finds one free.
  if (lane === "bulk") for (const row of rows) await readOne(row);
  else await Promise.all(rows.map(readOne));
  // In the order of arrival, so that a person's second message finds the conversation that the first one opened.
  ready.sort(
    (a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || (a.inboundId < b.inboundId ? -1 : 1),
  );
  await store(ready, rows, me);
  // An edit, or an answer written elsewhere, may be about a message of this very batch.
  for (const apply of later) await apply();
}

/** Gives back what a dead worker had claimed, and says when to look again: null while nothing waits for its time. */
export async function recoverLedger(me: string, lane: Lane): Promise<Date | null> {
  // Nothing of ours is being read now: what still says so was in hand when the database went away.
  await db.execute(sql`
    update inbound set state = 'new', claimed_by = null, lease_until = null
    where state = 'reading' and (lease_until < now() or (claimed_by = ${me} and lane = ${lane}))`);
  const next = await db.execute<{ at: string | null }>(
    sql`select min(try_after)::text as at from inbound where lane = ${lane} and state = 'new'`,
  );
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

async function claim(me: string, lane: Lane): Promise<LedgerRow[]> {
  const claimed = await db.execute<LedgerRow>(sql`
    update inbound i set state = 'reading', claimed_by = ${me}, attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    from (select id from inbound
          where lane = ${lane} and state = 'new' and try_after <= now()
          order by try_after, id limit ${lane === "live" ? liveAtOnce : bulkAtOnce} for update skip locked) due
    where i.id = due.id
    returning i.id, channel_id as "channelId", external_id as "externalId", content_type as "contentType", meta, body,
      body_key as "bodyKey", attempts, lane, received_at as "receivedAt"`);
  return claimed.rows;
}

async function rawOf(row: LedgerRow): Promise<RawItem> {
  return {
    externalId: row.externalId,
    body: await bodyOf(row),
    contentType: row.contentType,
    meta: row.meta,
  };
}

type Read = { message: Received | null; others: Incoming[] };

/** An item is one message, which goes on to be stored, or other things that a channel can say. */
async function read(row: LedgerRow, raw: RawItem, channel: LoadedChannel, me: string): Promise<Read> {
  const incoming = await parseItem(channel.kind, raw, channel.whole);
  const messages = incoming.filter((each) => each.kind === "message");
  if (messages.length > 1) throw new Unreadable("failed", "more than one message in one item");
  const [message] = messages;
  if (message === undefined) return { message: null, others: incoming };
  if (incoming.length > 1) throw new Unreadable("failed", "a message and something else in one item");
  return { message: await received(row, message, channel, me), others: [] };
}

/** How often an item waits for the message that it is about, which may still be on its way through the ledger. */
const waitsForMessage = 3;

async function applyOthers(
  row: LedgerRow,
  channel: LoadedChannel,
  others: Incoming[],
  me: string,
): Promise<void> {
  try {
    let [missing, later] = [false, false];
    for (const each of others) {
      if (each.kind === "message" || each.kind === "filed") continue;
      const done = await applyIncoming(channel, each, new Date(row.receivedAt));
      missing = !done || missing;
      later = done === "later" || later;
    }
    // However long a delivery hangs: an answer that a colleague gave elsewhere is not dropped for it.
    if (later || (missing && row.attempts < waitsForMessage)) return putBack(row, me);
    const filed = others.find((each) => each.kind === "filed") ?? null;
    const isAboutNothing =
      filed === null && others.some((each) => each.kind === "bounce" && (missing || each.of === null));
    // Somebody may have forwarded a bounce of their own with a question: it must be found somewhere.
    await finish(row, me, isAboutNothing ? { reason: "bounce_unknown", subject: null, from: null } : filed);
  } catch (error) {
    await failed(row, me, error);
  }
}

async function received(
  row: LedgerRow,
  message: Extract<Incoming, { kind: "message" }>,
  channel: LoadedChannel,
  me: string,
): Promise<Received> {
  const files: StoredFile[] = [];
  for (const file of message.files) {
    const { key, size, sha256 } = await put(file.bytes);
    const { name, contentType, contentId } = file;
    files.push({ id: newId(), name, contentType, size, sha256, storageKey: key, contentId });
  }
  return {
    inboundId: row.id,
    claimedBy: me,
    receivedAt: new Date(row.receivedAt),
    channel: {
      id: channel.id,
      brandId: channel.brandId,
      teamId: channel.teamId ?? channel.brandTeamId,
      isSample: channel.isSample,
      acknowledges: channel.channel.can.repliesThrough !== null && channel.config.acknowledgement !== false,
    },
    message: { ...message, files: [] },
    files,
  };
}

/** All together; when that fails one by one, so that one bad item never holds up the others. */
async function store(ready: Received[], rows: LedgerRow[], me: string): Promise<void> {
  if (ready.length === 0) return;
  try {
    await receive(ready);
  } catch (error) {
    if (ready.length === 1) return failed(rows.find((row) => row.id === ready[0]!.inboundId)!, me, error);
    for (const one of ready) await store([one], rows, me);
  }
}

/** The answer to a question of ours is a note; what turns out to be the customer's own goes the usual way. */
async function storeAnswer(message: Received, row: LedgerRow, me: string): Promise<void> {
  try {
    if (!(await takeAnswer(message)) && !(await takeSideAnswer(message))) await store([message], [row], me);
  } catch (error) {
    await failed(row, me, error);
  }
}

async function finish(
  row: LedgerRow,
  me: string,
  filed: { reason: FiledReason; subject: string | null; from: string | null } | null,
): Promise<void> {
  await db.execute(sql`
    update inbound set state = 'done', done_at = now(), lease_until = null, filed_reason = ${filed?.reason ?? null},
      filed_subject = ${filed?.subject ?? null}, filed_from = ${filed?.from ?? null}
    where id = ${row.id} and claimed_by = ${me} and state = 'reading'`);
}

async function failed(row: LedgerRow, me: string, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return;
  log.warn(
    { inbound: row.id, attempts: row.attempts, error: withoutData(error) },
    "an item could not be read",
  );
  // Reading is pure, so a broken item stays broken; only a deadline may be the machine's fault.
  const hopeless = error instanceof Unreadable && error.reason !== "deadline";
  if (hopeless || row.attempts >= triesAtMost) {
    const code = error instanceof Unreadable ? `unreadable_${error.reason}` : "could_not_store";
    return park(row, me, code, error instanceof Error ? error.message.slice(0, 500) : "");
  }
  await putBack(row, me);
}

/** Again in 2, 4, 8 … seconds. */
async function putBack(row: LedgerRow, me: string): Promise<void> {
  await db.execute(sql`
    update inbound set state = 'new', lease_until = null, claimed_by = null,
      try_after = now() + make_interval(secs => ${Math.min(60, 2 ** row.attempts)})
    where id = ${row.id} and claimed_by = ${me} and state = 'reading'`);
}

async function park(row: LedgerRow, me: string, code: string, detail: string): Promise<void> {
  await db.execute(sql`
    update inbound set state = 'parked', lease_until = null, failure_code = ${code}, failure_detail = ${detail}
    where id = ${row.id} and claimed_by = ${me} and state = 'reading'`);
}
