import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Outgoing, Permanent, type Sent, Temporary, Uncertain } from "@/lib/channels/channel";
import { contextOf, type LoadedChannel, loadChannel } from "@/lib/channels/load";
import { threadToken } from "@/lib/conversations/thread-token";
import { open } from "@/lib/files";
import { holdingLease } from "@/lib/lease";
import { wake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";
import { withLinks } from "@/lib/satisfaction/question";
import { sideToken } from "@/lib/side-threads/token";
import { readBelow } from "./below";
import { historyOf } from "./history";
import { failDelivery, markSent, markUncertain, putOff } from "./settle";
import { surely } from "./surely";

const leaseSeconds = 180;
const atOnce = 16;
const atOncePerChannel = 4;

/** Waits between tries after temporary failures, in minutes; after the last one it has failed. */
const backOffMinutes = [0.5, 1, 2, 5, 15, 30, 60, 120, 240, 480, 480, 480];

type Claimed = { id: string; channelId: string; attempts: number; externalId: string };

/** What this process is sending now, by channel: one mail server that hangs must not hold back the others. */
const underWay = new Map<Promise<void>, string>();

/**
 * Begins to send what is due, without waiting for its end: the bell rings when a place is free again. The state says
 * `sending` before the first byte leaves. Resolves with how many were begun.
 */
export async function startDue(me: string, signal: AbortSignal): Promise<number> {
  const free = Math.min(atOnce - underWay.size, atOncePerChannel);
  if (free <= 0) return 0;
  const claimed = await db.execute<Claimed>(sql`
    update deliveries d set state = 'sending', claimed_by = ${me}, attempts = attempts + 1,
      lease_until = now() + make_interval(secs => ${leaseSeconds})
    from (select id from deliveries where state = 'queued' and send_after <= now()
            and channel_id <> all(${`{${busyChannels().join(",")}}`}::uuid[])
          order by send_after, id limit ${free} for update skip locked) due
    where d.id = due.id returning d.id, d.channel_id as "channelId", d.attempts, d.external_id as "externalId"`);
  for (const delivery of claimed.rows) {
    const lease = { table: "deliveries", state: "sending", me, ids: [delivery.id] } as const;
    const sending = holdingLease(lease, leaseSeconds, () => deliver(delivery, signal))
      .catch((error) =>
        log.warn({ delivery: delivery.id, error: withoutData(error) }, "a delivery was not settled"),
      )
      .finally(() => {
        underWay.delete(sending);
        wake("deliveries");
      });
    underWay.set(sending, delivery.channelId);
  }
  return claimed.rows.length;
}

/** Sends what is due and waits for the end of it. Resolves with how many there were. */
export async function deliverDue(me: string, signal: AbortSignal): Promise<number> {
  const begun = await startDue(me, signal);
  await whenDelivered();
  return begun;
}

export async function whenDelivered(): Promise<void> {
  await Promise.all(underWay.keys());
}

function busyChannels(): string[] {
  const counts = new Map<string, number>();
  for (const channelId of underWay.values()) counts.set(channelId, (counts.get(channelId) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= atOncePerChannel).map(([channelId]) => channelId);
}

/**
 * What a dead worker left in `sending`: it may have left or not. Where the other side can be asked, it is;
 * elsewhere a person decides. Resolves with when the next delivery is due, or null.
 */
export async function recoverDeliveries(signal: AbortSignal): Promise<Date | null> {
  const lost = await db.execute<Claimed>(sql`
    update deliveries set lease_until = now() + make_interval(secs => ${leaseSeconds})
    where id in (select id from deliveries where state = 'sending' and lease_until < now() limit 20 for update skip locked)
    returning id, channel_id as "channelId", attempts, external_id as "externalId"`);
  for (const delivery of lost.rows) await askWhetherSent(delivery, signal);
  const next = await db.execute<{ at: string | null }>(
    sql`select min(send_after)::text as at from deliveries where state = 'queued'`,
  );
  const at = next.rows[0]?.at;
  // What is due and not begun waits for a place, and a bell rings when there is one.
  return at ? new Date(Math.max(Date.parse(at), Date.now() + 1000)) : null;
}

async function deliver(delivery: Claimed, signal: AbortSignal): Promise<void> {
  const row = await loadChannel(delivery.channelId);
  if (!row?.channel.send) return failDelivery(delivery.id, "cannot_send", {});
  const outgoing = await outgoingOf(delivery, row);
  let sent: Sent;
  try {
    sent = await row.channel.send(
      contextOf(row, signal, () => {}),
      outgoing,
    );
  } catch (error) {
    return surely(signal, () => settleFailure(delivery, error));
  }
  // The other side has it. Nothing that happens to our database now may make it look as if it had not.
  await surely(signal, () =>
    markSent(delivery.id, { externalId: sent.externalId, refused: sent.refused ?? [] }),
  );
}

async function settleFailure(delivery: Claimed, error: unknown): Promise<void> {
  if (error instanceof Permanent) return failDelivery(delivery.id, error.code, error.params);
  if (error instanceof Uncertain) return markUncertain(delivery.id, error.code);
  if (!(error instanceof Temporary)) {
    log.error(
      { delivery: delivery.id, error: withoutData(error) },
      "a delivery stopped in an unexpected way",
    );
    return markUncertain(delivery.id, "unexpected");
  }
  const minutes = backOffMinutes[delivery.attempts - 1];
  if (minutes === undefined) return failDelivery(delivery.id, error.code, error.params);
  const until = Math.max(Date.now() + minutes * 60_000, error.retryAt?.getTime() ?? 0);
  return putOff(delivery.id, new Date(until), error.code, error.params);
}

async function askWhetherSent(delivery: Claimed, signal: AbortSignal): Promise<void> {
  const row = await loadChannel(delivery.channelId);
  if (!row?.channel.hasSent) return markUncertain(delivery.id, "interrupted");
  try {
    const sent = await row.channel.hasSent(
      contextOf(row, signal, () => {}),
      await outgoingOf(delivery, row),
    );
    if (sent === null) return markUncertain(delivery.id, "interrupted");
    if (sent) return markSent(delivery.id, { externalId: delivery.externalId, refused: [] });
    return putOff(delivery.id, new Date(), "interrupted", {});
  } catch (error) {
    log.warn({ delivery: delivery.id, error: withoutData(error) }, "could not ask whether it was sent");
    return markUncertain(delivery.id, "interrupted");
  }
}

type Recipients = { to: string[]; cc: string[]; bcc: string[] };

type Loaded = {
  conversationId: string;
  messageId: string;
  mode: "public" | "private";
  subject: string | null;
  text: string;
  recipients: Recipients | null;
  isAutomatic: boolean;
  agentId: string | null;
  agentName: string | null;
  threadKey: string | null;
  language: string | null;
  sideThreadId: string | null;
  hasSignature: boolean;
  hasHistory: boolean;
  zone: string;
};

async function outgoingOf(delivery: Claimed, row: LoadedChannel): Promise<Outgoing> {
  const found = await db.execute<Loaded>(sql`
    select m.conversation_id as "conversationId", m.id as "messageId", d.mode, m.subject, m.text, m.recipients,
      m.is_automatic as "isAutomatic", m.agent_id as "agentId", a.name as "agentName", m.side_thread_id as "sideThreadId",
      d.has_signature as "hasSignature", d.has_history as "hasHistory",
      c.thread_key as "threadKey", coalesce(m.language, k.language, b.language) as language,
      coalesce((select zone from organisation), 'UTC') as zone
    from deliveries d join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id
    join conversations c on c.id = m.conversation_id join brands b on b.id = c.brand_id join customers k on k.id = c.customer_id
    left join agents a on a.id = m.agent_id where d.id = ${delivery.id}`);
  const m = found.rows[0]!;
  const thread =
    m.sideThreadId === null ? await threadOf(m, row.id) : await sideThreadOf(m.sideThreadId, m.messageId);
  const can = row.channel.can;
  const signature =
    can.signature && m.mode === "private" && m.hasSignature && !m.isAutomatic
      ? (await readBelow(m.conversationId, m.agentId)).signature
      : null;
  const files = await db.execute<{
    name: string;
    contentType: string;
    contentId: string | null;
    size: number;
    key: string;
  }>(sql`
    select name, content_type as "contentType", content_id as "contentId", size::int as size, storage_key as key
    from attachments where conversation_id = ${m.conversationId} and message_id = ${m.messageId} order by id`);
  return {
    messageId: m.messageId,
    externalId: delivery.externalId,
    mode: m.mode,
    from: { name: row.brandName, agentName: m.agentName ?? row.brandName },
    to: m.recipients?.to ?? [],
    cc: m.recipients?.cc ?? [],
    bcc: m.recipients?.bcc ?? [],
    subject: m.subject,
    text: signature ? `${m.text}\n\n${signature}` : await withLinks(m),
    answers: thread.answers,
    replaces: can.singleAnswer && m.mode === "public" ? thread.answered : null,
    history:
      m.sideThreadId === null && can.history && m.mode === "private" && m.hasHistory && !m.isAutomatic
        ? await historyOf(m)
        : [],
    zone: m.zone,
    references: thread.references,
    writtenTo: thread.writtenTo,
    threadKey: m.sideThreadId === null ? m.threadKey : null,
    token: m.sideThreadId === null ? threadToken(m.conversationId) : sideToken(m.sideThreadId),
    files: files.rows.map(({ key, ...file }) => ({ ...file, open: () => open(key) })),
    automatic: m.isAutomatic,
    language: m.language ?? "en",
  };
}

/** What was said with a third party, and nothing else: of the customer they see what was put into the words. */
async function sideThreadOf(sideThreadId: string, messageId: string) {
  const said = await db.execute<{
    externalId: string;
    kind: string;
    text: string;
    quoteAt: number | null;
    author: string | null;
    at: string;
  }>(sql`
    select external_id as "externalId", kind, text, quote_at as "quoteAt", coalesce(author_name, author_address) as author, sent_at as at
    from messages where side_thread_id = ${sideThreadId} and id <> ${messageId} and external_id is not null and not is_flagged
    order by sent_at, id limit 30`);
  const last = said.rows.filter((row) => row.kind === "side_in").at(-1);
  return {
    references: said.rows.map((row) => row.externalId),
    answers: last
      ? {
          externalId: last.externalId,
          text: last.quoteAt === null ? last.text : last.text.slice(0, last.quoteAt).trimEnd(),
          author: last.author ?? "",
          sentAt: new Date(last.at),
          public: false,
        }
      : null,
    writtenTo: [],
    answered: null,
  };
}

/** The thread as the outside knows it: what is answered, and the ids before it from the oldest on. */
async function threadOf(m: Loaded, channelId: string) {
  const said = await db.execute<{
    externalId: string | null;
    kind: string;
    text: string;
    quoteAt: number | null;
    author: string | null;
    at: string;
    channelId: string | null;
    isFlagged: boolean;
    isPublic: boolean;
    hasLeft: boolean;
    recipients: Recipients | null;
  }>(sql`
    select * from (
      select external_id as "externalId", kind, text, is_flagged as "isFlagged", quote_at as "quoteAt", coalesce(author_name, author_address) as author,
        sent_at as at, channel_id as "channelId", id, is_public as "isPublic", recipients,
        not exists (select from deliveries d where d.conversation_id = messages.conversation_id and d.message_id = messages.id and d.state <> 'sent') as "hasLeft"
      from messages
      where conversation_id in (select merged_with(survivor_of(${m.conversationId}))) and kind in ('customer', 'reply') and id <> ${m.messageId}
        and deleted_at is null and created_at <= (select created_at from messages where conversation_id = ${m.conversationId} and id = ${m.messageId})
      order by sent_at desc, id desc limit 30) latest
    order by at, id`);
  const here = said.rows.filter((row) => row.channelId === channelId && row.externalId !== null);
  const theirs = here.filter((row) => row.kind === "customer");
  // A stranger's words must not reach the customer as a quotation in our mail.
  const last = theirs.filter((row) => !row.isFlagged).at(-1) ?? theirs.at(-1);
  return {
    references: here.map((row) => row.externalId ?? ""),
    answers: last
      ? {
          externalId: last.externalId ?? "",
          text: last.quoteAt === null ? last.text : last.text.slice(0, last.quoteAt).trimEnd(),
          author: last.author ?? "",
          sentAt: new Date(last.at),
          public: last.isPublic,
        }
      : null,
    writtenTo: theirs
      .filter((row) => !row.isFlagged)
      .reverse()
      .flatMap(({ recipients }) => [...(recipients?.to ?? []), ...(recipients?.cc ?? [])]),
    // One that failed is not there to be replaced.
    answered:
      here.filter((row) => row.kind === "reply" && row.isPublic && row.hasLeft).at(-1)?.externalId ?? null,
  };
}
