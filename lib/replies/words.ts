import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, columnsOf, type System, visible } from "@/lib/access";
import { lengthBy } from "@/lib/channels/counting";
import { channelOf } from "@/lib/channels/registry";
import type { Settings } from "@/lib/channels/settings";
import { lockPersons } from "@/lib/customers/record";
import { fail } from "@/lib/errors";
import type { Use } from "@/lib/saved-replies/use";

/** A reply as somebody wrote it, whole: what leaves, what a colleague says yes to, what is kept until its hour. */
export type Words = {
  conversationId: string;
  /** Made by whoever writes, so that one click is one message however often it is sent. */
  messageId: string;
  authorId: string;
  mode: "public" | "private";
  channelId: string;
  /** The talk with a third party that it belongs to; null: it is for the customer. */
  sideThreadId: string | null;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string | null;
  text: string;
  attachmentIds: string[];
  /** Private facts in a public text that the author wants there. */
  confirmed: string[];
  below: { hasSignature: boolean; hasHistory: boolean };
  /** What it was made from, for their statistics. */
  savedReplies: readonly Use[];
  afterwards: "stay" | "resolve";
  /** For how long its author had the conversation in view; null where nobody measured. */
  handledSeconds?: number | null;
};

/** SHA-256 of all that a reader would get to see: whoever says yes says it to exactly this. */
export function digestOf(words: Words): string {
  const { mode, channelId, sideThreadId, subject, text, below } = words;
  const people = [words.to, words.cc, words.bcc].map((list) => [...list].sort());
  const stays = [below.hasSignature, below.hasHistory];
  const exact = [
    mode,
    channelId,
    sideThreadId,
    subject,
    text,
    people,
    stays,
    [...words.attachmentIds].sort(),
  ];
  return createHash("sha256").update(JSON.stringify(exact)).digest("hex");
}

/** The part of an event that tells it, an hour at most: a screen that was left open all night handled nothing. */
export function handledIn({ handledSeconds }: Words): { handled_seconds?: number } {
  const seconds = Math.round(handledSeconds ?? 0);
  return seconds > 0 ? { handled_seconds: Math.min(3_600, seconds) } : {};
}

export type Target = {
  customerId: string;
  brandId: string;
  kind: string;
  /** Of the channel, without its secrets. */
  settings: Settings;
  domain: string;
  undoSeconds: number;
};

/** Locks every record of the person: of two replies to them at the same moment, the second sees the first. */
export async function lockTarget(
  tx: Tx,
  actor: Actor | System,
  input: { conversationId: string; channelId: string },
): Promise<Target> {
  const found = await tx.execute<{ customerId: string; brandId: string }>(sql`
    select c.customer_id as "customerId", c.brand_id as "brandId" from conversations c
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const conversation = found.rows[0] ?? fail("not_found", "conversation.not_found");
  await lockPersons(tx, [conversation.customerId]);
  const by = await tx.execute<{
    kind: string;
    settings: Settings;
    address: string | null;
    undoSeconds: number;
  }>(sql`
    select h.kind, h.config as settings, h.address, coalesce((select undo_seconds from organisation), 10) as "undoSeconds"
    from channels h where h.id = ${input.channelId} and h.brand_id = ${conversation.brandId}`);
  const channel = by.rows[0] ?? fail("invalid", "reply.channel");
  const { kind, settings, undoSeconds } = channel;
  return {
    ...conversation,
    kind,
    settings,
    undoSeconds,
    domain: channel.address?.split("@")[1] ?? "avant.invalid",
  };
}

/** Throws `invalid` when the channel could not carry these words. */
export function checkFits(target: Target, words: Words): void {
  const channel = channelOf(target.kind) ?? fail("invalid", "reply.channel");
  const { can } = channel;
  const ways = channel.ways?.(target.settings) ?? can.reply;
  if (!ways.includes(words.mode)) fail("invalid", "reply.mode");
  const length = lengthBy(can.counting, {
    text: words.text,
    names: can.namesReaders ? words.to : [],
    max: can.maxLength,
  });
  if (can.maxLength !== null && length > can.maxLength)
    fail("invalid", "reply.too_long", { max: can.maxLength });
  if (can.recipients && words.to.length === 0) fail("invalid", "reply.no_recipient");
  if (words.attachmentIds.length > (can.attachments?.max ?? 0)) {
    fail("invalid", "reply.too_many_files", { max: can.attachments?.max ?? 0 });
  }
}

/** Public words can be taken back for a minute, private ones for the organisation's usual seconds. */
export function undoSeconds(target: Target, mode: "public" | "private"): number {
  return mode === "public" ? Math.max(60, target.undoSeconds) : target.undoSeconds;
}
