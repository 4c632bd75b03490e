import { z } from "zod";
import { type Context, type Outgoing, Permanent } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/mastodon/api";
import type { Config } from "@/lib/channels/mastodon/config";
import { countedLength, graphemes } from "@/lib/channels/mastodon/counting";
import { type Status, status } from "@/lib/channels/mastodon/entities";
import { type Ourselves, ourselves } from "@/lib/channels/mastodon/ourselves";
import { toText } from "@/lib/channels/mastodon/text";
import { compose } from "./compose";
import { upload } from "./upload";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;

/**
 * Posts the reply and resolves with its id. Sending the same message again is always safe: the instance knows our
 * Idempotency-Key for an hour and answers with the same post; after that we look among our own posts first. So a
 * broken connection is Temporary here, never Uncertain.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  const who = await ourselves(ctx);
  const parent = await parentOf(ctx, outgoing);
  const post = compose(outgoing, parent, who);
  const warning = parent?.spoiler_text ?? "";
  const length = countedLength(post.text, who) + graphemes(warning);
  if (length > who.maxCharacters) {
    throw new Permanent("mastodon.too_long", { length, max: who.maxCharacters });
  }
  const sent = await sentBefore(ctx, outgoing, post.text, who);
  if (sent) return { externalId: sent };
  const mediaIds: string[] = [];
  for (const file of outgoing.files) mediaIds.push(await upload(ctx, file));
  try {
    const made = await call(ctx, "/api/v1/statuses", z.object({ id: status.shape.id }), {
      method: "POST",
      headers: { "idempotency-key": outgoing.messageId },
      json: {
        status: post.text,
        visibility: post.visibility,
        language: outgoing.language,
        ...(parent ? { in_reply_to_id: parent.id } : {}),
        ...(warning ? { spoiler_text: warning } : {}),
        ...(mediaIds.length > 0 ? { media_ids: mediaIds } : {}),
        // A name in a private text would let that person read it; Mastodon then refuses the post instead.
        ...(post.readers ? { allowed_mentions: [...post.readers, who.id] } : {}),
      },
    });
    return { externalId: made.id };
  } catch (error) {
    throw meaning(error);
  }
}

/** Nothing is lost by sending again (see `send`), and unlike a yes it gives the post's id. */
export async function hasSent(): Promise<boolean> {
  return false;
}

async function parentOf(ctx: Sending, outgoing: Outgoing): Promise<Status | null> {
  if (!outgoing.answers) return null;
  try {
    return await call(ctx, `/api/v1/statuses/${encodeURIComponent(outgoing.answers.externalId)}`, status);
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 410)) {
      throw new Permanent("mastodon.parent_gone");
    }
    throw error;
  }
}

const keyKeptMs = 45 * 60_000;

async function sentBefore(
  ctx: Sending,
  outgoing: Outgoing,
  text: string,
  who: Ourselves,
): Promise<string | null> {
  const writtenAt = timeOf(outgoing.messageId);
  if (ctx.now().getTime() - writtenAt < keyKeptMs) return null;
  const path = `/api/v1/accounts/${encodeURIComponent(who.id)}/statuses`;
  const own = await call(ctx, path, z.array(status), { query: { limit: "40", exclude_reblogs: "true" } });
  const same = own.find(
    (post) =>
      (post.in_reply_to_id ?? null) === (outgoing.answers?.externalId ?? null) &&
      Date.parse(post.created_at) >= writtenAt &&
      comparable(toText(post.content ?? "")) === comparable(text),
  );
  return same?.id ?? null;
}

/** Mastodon shows "@claire" for "@claire@mastodon.example" and sets its own line breaks. */
function comparable(text: string): string {
  return text
    .replace(/@([\w.-]+)@[\p{L}\p{N}.:-]+/gu, "@$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The moment inside a UUIDv7 (RFC 9562); an id of another kind counts as old, which only costs a look. */
function timeOf(messageId: string): number {
  return messageId[14] === "7" ? Number.parseInt(messageId.replaceAll("-", "").slice(0, 12), 16) : 0;
}

const unexpected = z.object({ unexpected_accounts: z.array(z.object({ acct: z.string() })) });

function meaning(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  if (error.status === 404) return new Permanent("mastodon.parent_gone");
  const named = unexpected.safeParse(error.answer);
  if (!named.success) return error;
  const people = named.data.unexpected_accounts.map(({ acct }) => `@${acct}`).join(", ");
  return new Permanent("mastodon.would_be_read_by", { people });
}
