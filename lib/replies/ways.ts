import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { channelOf } from "@/lib/channels/registry";
import type { Settings } from "@/lib/channels/settings";
import type { ReplyWay } from "@/lib/conversations/types";

type Latest = {
  channelId: string;
  kind: string;
  shownKind: string;
  brandId: string;
  isPublic: boolean;
  subject: string | null;
  author: string | null;
  at: string;
  isFlagged: boolean;
  /** Of the channel, without its secrets. */
  settings: Settings;
};

/**
 * The ways to answer a conversation, the usual one first: by the channel of the customer's latest message, to the
 * address that it came from. A channel that answers through mail leads to the brand's mailbox.
 */
export async function replyWays(conversationId: string): Promise<ReplyWay[]> {
  const latest = await latestOf(conversationId);
  if (!latest) return waysToOpen(conversationId);
  const own = channelOf(latest.kind);
  if (!own) return [];
  const subject = replySubject(latest.subject);
  if (own.can.repliesThrough !== null) {
    const mailbox = await mailboxOf(latest.brandId, own.can.repliesThrough);
    // What was typed in may name a telephone number only: then the address that we hold, or nobody to write to.
    const address = latest.author?.includes("@") ? latest.author : await knownAddress(conversationId);
    if (!mailbox || address === null) return [];
    return [wayBy(mailbox.id, mailbox.kind, mailbox.kind, "private", [address], subject, latest)];
  }
  const open = own.ways?.(latest.settings) ?? own.can.reply;
  const modes = open.filter((mode) => mode === "private" || latest.isPublic);
  // A public post is answered where it stands; a private one is never answered in public.
  const sorted = latest.isPublic ? [...modes].sort((a) => (a === "public" ? -1 : 1)) : modes;
  const to = latest.author === null ? [] : [latest.author];
  return sorted.map((mode) =>
    wayBy(latest.channelId, latest.kind, latest.shownKind, mode, to, subject, latest),
  );
}

/** A mail conversation that we opened ourselves goes to the address that we hold; others wait for the first word. */
async function waysToOpen(conversationId: string): Promise<ReplyWay[]> {
  const found = await db.execute<{
    channelId: string;
    kind: string;
    address: string;
    subject: string | null;
  }>(sql`
    select h.id as "channelId", h.kind, i.value as address, c.subject
    from conversations c join channels h on h.id = c.channel_id and h.kind = 'email' cross join lateral (
      select value from identities where customer_id in (select records_of(c.customer_id)) and kind = 'email' and revoked_at is null
      order by customer_id = c.customer_id desc, verified_at is null, created_at limit 1) i
    -- Whoever took back their consent, or does not want to be contacted, is never mailed a proposal.
    where c.id = ${conversationId} and (c.kind <> 'proactive' or not (
      exists (select 1 from outreaches o where o.conversation_id = c.id and o.way <> 'mail')
      or exists (select 1 from customers k where k.id in (select records_of(c.customer_id))
        and (k.unsubscribed_at is not null or k.do_not_contact_at is not null))))`);
  const place = found.rows[0];
  if (!place) return [];
  const { channelId, kind, address, subject } = place;
  return [
    wayBy(channelId, kind, kind, "private", [address], subject, {
      at: new Date().toISOString(),
      isPublic: false,
    }),
  ];
}

async function knownAddress(conversationId: string): Promise<string | null> {
  const found = await db.execute<{ value: string }>(sql`
    select i.value from conversations c join identities i on i.customer_id in (select records_of(c.customer_id))
    where c.id = ${conversationId} and i.kind = 'email' and i.revoked_at is null
    order by i.customer_id = c.customer_id desc, i.verified_at is null, i.created_at limit 1`);
  return found.rows[0]?.value ?? null;
}

/** "Re: " once, whatever the language of the mail program that wrote the subject. */
export function replySubject(subject: string | null): string | null {
  if (subject === null) return null;
  const bare = subject.replace(/^\s*((re|aw|sv|antw|réf|ref|tr|wg|fw|fwd)\s*(\[\d+\])?\s*:\s*)+/i, "").trim();
  return `Re: ${bare}`.slice(0, 250);
}

function wayBy(
  channelId: string,
  kind: string,
  shownKind: string,
  mode: "public" | "private",
  to: string[],
  subject: string | null,
  last: { at: string; isPublic: boolean },
): ReplyWay {
  const can = channelOf(kind)!.can;
  const hours = mode === "private" ? can.replyWindowHours : null;
  const after = (hours: number | null) =>
    hours === null ? null : new Date(Date.parse(last.at) + hours * 3_600_000);
  const closes = after(hours);
  // A private word to somebody who wrote in public is a single personal answer from the start.
  const freeUntil = mode === "private" && !last.isPublic ? after(can.freeWindowHours) : null;
  return {
    mode,
    channelId,
    channelKind: shownKind,
    to,
    cc: [],
    canEditRecipients: can.recipients && mode === "private",
    subject: can.subject ? subject : null,
    maxLength: can.maxLength,
    counting: can.counting,
    namesReaders: can.namesReaders,
    hasMarks: can.html,
    hasSignature: can.signature && mode === "private",
    hasHistory: can.history && mode === "private",
    attachments: can.attachments,
    closedSince: closes !== null && closes.getTime() < Date.now() ? closes.toISOString() : null,
    closesAt: closes === null ? null : closes.toISOString(),
    freeUntil: freeUntil === null ? null : freeUntil.toISOString(),
  };
}

async function latestOf(conversationId: string): Promise<Latest | null> {
  const found = await db.execute<Latest>(sql`
    select h.id as "channelId", h.kind, coalesce(h.config ->> 'plays', h.kind) as "shownKind", c.brand_id as "brandId",
      m.is_public as "isPublic", coalesce(m.subject, c.subject) as subject, m.author_address as author, m.sent_at as at,
      m.is_flagged as "isFlagged", h.config as settings
    from messages m join conversations c on c.id = m.conversation_id join channels h on h.id = m.channel_id
    where m.conversation_id in (select merged_with(${conversationId})) and m.kind = 'customer'
    order by m.is_flagged, m.sent_at desc, m.id desc limit 1`);
  return found.rows[0] ?? null;
}

async function mailboxOf(brandId: string, kind: string): Promise<{ id: string; kind: string } | null> {
  const found = await db.execute<{ id: string; kind: string }>(sql`
    select id, kind from channels where brand_id = ${brandId} and kind = ${kind} and paused_at is null
    order by created_at, id limit 1`);
  return found.rows[0] ?? null;
}
