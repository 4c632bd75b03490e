import { z } from "zod";
import { type Context, type Outgoing, Permanent, Temporary } from "@/lib/channels/channel";
import { call, Refusal } from "@/lib/channels/discourse/api";
import type { Config } from "@/lib/channels/discourse/config";
import { type Post, post } from "@/lib/channels/discourse/entities";
import { isOurs } from "@/lib/channels/discourse/parse";
import { topicOf } from "@/lib/channels/discourse/reading/whole";
import { upload } from "./upload";

type Sending = Pick<Context<Config>, "config" | "fetch" | "signal" | "now" | "log">;

/** What POST /posts.json answers: the post, or that it waits for a moderator of the forum. */
const made = z.object({
  id: z.number().nullish(),
  action: z.string().nullish(),
  pending_post: z.object({ id: z.number() }).nullish(),
});

/**
 * Posts the reply under the post that it answers, or writes a private message. Forums know no idempotency key, so
 * our own newest posts are searched for the same words first: sending again is safe, and a broken connection is
 * Temporary, never Uncertain.
 */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<{ externalId: string }> {
  const answered = await answeredPost(ctx, outgoing);
  const topic = await topicOf(ctx, answered.topic_id);
  if (!topic) throw new Permanent("discourse.parent_gone");
  const isPrivateTopic = topic.archetype === "private_message";
  if (outgoing.mode === "public" && isPrivateTopic) throw new Permanent("discourse.private_topic");
  const opens = outgoing.mode === "private" && !isPrivateTopic;
  const list = outgoing.mode === "private" ? "private_posts" : "latest_posts";
  const before = await sentBefore(ctx, outgoing, list, opens ? null : answered.topic_id);
  if (before !== null) return { externalId: String(before) };
  const pieces = [outgoing.text.trim()];
  for (const file of outgoing.files) pieces.push(await upload(ctx, file));
  const raw = pieces.filter(Boolean).join("\n\n");
  const json = opens
    ? {
        raw,
        title: titleOf(topic.title ?? ""),
        archetype: "private_message",
        target_recipients: answered.username,
      }
    : { raw, topic_id: answered.topic_id, reply_to_post_number: answered.post_number };
  try {
    const done = await call(ctx, "/posts.json", made, { method: "POST", json, timeoutMs: 30_000 });
    if (done.id) return { externalId: String(done.id) };
    // It stands in the forum's own queue of approvals and counts as sent; its id there is another.
    return { externalId: `pending ${done.pending_post?.id ?? outgoing.messageId}` };
  } catch (error) {
    throw await meaning(ctx, error, outgoing);
  }
}

/** Nothing is lost by sending again (see `send`), and unlike a yes it gives the post's id. */
export async function hasSent(): Promise<boolean> {
  return false;
}

async function answeredPost(ctx: Sending, outgoing: Outgoing): Promise<Post> {
  const id = outgoing.answers?.externalId ?? "";
  if (!/^\d{1,15}$/.test(id)) throw new Permanent("discourse.no_parent");
  try {
    return await call(ctx, `/posts/${id}.json`, post);
  } catch (error) {
    if (error instanceof Refusal && (error.status === 404 || error.status === 410)) {
      throw new Permanent("discourse.parent_gone");
    }
    throw error;
  }
}

/** Our post with these words since the reply was written, in this topic where there is one. */
async function sentBefore(
  ctx: Sending,
  outgoing: Outgoing,
  key: string,
  topicId: number | null,
): Promise<number | null> {
  const writtenAt = timeOf(outgoing.messageId);
  const path = key === "private_posts" ? "/posts.json?id=private_posts" : "/posts.json";
  try {
    const answer = await call(ctx, path, z.record(z.string(), z.unknown()));
    const own = z.array(z.unknown()).catch([]).parse(answer[key]);
    for (const value of own) {
      const one = post.safeParse(value).data;
      if (!one || !isOurs(one.username, ctx.config) || (topicId !== null && one.topic_id !== topicId))
        continue;
      if (Date.parse(one.created_at) < writtenAt) continue;
      // Pictures are uploaded again under other names, so the words before them decide.
      if (comparable(one.raw ?? "").startsWith(comparable(outgoing.text))) return one.id;
    }
    return null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function comparable(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** The moment inside a UUIDv7 (RFC 9562); an id of another kind counts as old, which only costs a look. */
function timeOf(messageId: string): number {
  return messageId[14] === "7" ? Number.parseInt(messageId.replaceAll("-", "").slice(0, 12), 16) : 0;
}

/** Forums ask for 15 characters at least. */
function titleOf(title: string): string {
  return `Re: ${title}`.slice(0, 200).padEnd(15, ".");
}

async function meaning(ctx: Sending, error: unknown, outgoing: Outgoing): Promise<unknown> {
  if (!(error instanceof Refusal)) return error;
  if (error.status === 404) return new Permanent("discourse.parent_gone");
  const reason = String(error.params.reason ?? "");
  if (error.status !== 422) return error;
  // A first try that got through and whose answer was lost: the next look finds it among our posts.
  if (/too similar|déjà publié|trop similaire/i.test(reason)) {
    return new Temporary("discourse.said_already", {}, new Date(ctx.now().getTime() + 60_000));
  }
  return new Permanent("discourse.text_refused", { reason, length: outgoing.text.length });
}
