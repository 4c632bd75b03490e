import { z } from "zod";
import {
  type Context,
  type Outgoing,
  Permanent,
  type Sent,
  Temporary,
  Uncertain,
} from "@/lib/channels/channel";
import { type Caller, call, Refusal } from "@/lib/channels/x/api";
import type { Config } from "@/lib/channels/x/config";
import { weighedLength } from "@/lib/channels/x/counting";
import { id, tweet } from "@/lib/channels/x/entities";
import { ourselves } from "@/lib/channels/x/ourselves";
import { words } from "@/lib/channels/x/reading/reader";
import { markdownToText } from "@/lib/text/markdown";
import { upload } from "./upload";

type Sending = Caller & Pick<Context<Config>, "log">;

/** Answers a post in public, or its author privately; a direct message in its own conversation. */
export async function send(ctx: Sending, outgoing: Outgoing): Promise<Sent> {
  const text = markdownToText(outgoing.text).trim();
  return outgoing.mode === "public" ? reply(ctx, outgoing, text) : direct(ctx, outgoing, text);
}

const maxWeight = 280;

/**
 * X refuses the same words twice, which makes a second try after a broken line safe: it is refused, and the first one
 * is found among our own posts. So a broken line is Temporary here.
 */
async function reply(ctx: Sending, outgoing: Outgoing, text: string): Promise<Sent> {
  const target = outgoing.answers?.externalId;
  if (!target) throw new Permanent("x.nothing_to_answer");
  const length = weighedLength(text);
  if (length > maxWeight) throw new Permanent("x.too_long", { length, max: maxWeight });
  const media_ids = [];
  for (const file of outgoing.files) media_ids.push(await upload(ctx, file, "tweet"));
  const json = {
    text,
    reply: { in_reply_to_tweet_id: target },
    ...(media_ids.length > 0 ? { media: { media_ids } } : {}),
  };
  try {
    const made = await call(ctx, "/2/tweets", z.object({ data: z.object({ id }) }), { method: "POST", json });
    return { externalId: made.data.id };
  } catch (error) {
    if (error instanceof Uncertain) throw new Temporary("x.unreachable");
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "x.gone") throw new Permanent("x.parent_gone");
    const before = error.code === "x.duplicate" ? await sentBefore(ctx, target, text) : null;
    if (before !== null) return { externalId: before };
    if (/reply to this conversation|not visible|deleted/i.test(error.reason))
      throw new Permanent("x.reply_not_allowed", { reason: error.reason });
    throw error;
  }
}

const own = z.object({ data: z.array(tweet).nullish() });

async function sentBefore(ctx: Sending, target: string, text: string): Promise<string | null> {
  const who = await ourselves(ctx);
  const query = { max_results: "20", "tweet.fields": "referenced_tweets,entities" };
  const { data } = await call(ctx, `/2/users/${who.id}/tweets`, own, { query });
  const same = (data ?? []).find(
    (post) =>
      post.referenced_tweets?.some((one) => one.type === "replied_to" && one.id === target) &&
      comparable(words(post.text, post.entities?.urls ?? [])) === comparable(text),
  );
  return same?.id ?? null;
}

/** X writes the names of those who are answered in front, and cuts addresses. */
function comparable(text: string): string {
  return text
    .replace(/^(?:@\w+\s+)+/, "")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const sent = z.object({ data: z.object({ dm_event_id: id }) });
const authored = z.object({ data: z.object({ author_id: id }) });

async function direct(ctx: Sending, outgoing: Outgoing, text: string): Promise<Sent> {
  const [file] = outgoing.files;
  const attachments = file ? { attachments: [{ media_id: await upload(ctx, file, "dm") }] } : {};
  const json = { ...(text === "" ? {} : { text }), ...attachments };
  const path = `/2/dm_conversations/${await placeOf(ctx, outgoing)}/messages`;
  try {
    return { externalId: (await call(ctx, path, sent, { method: "POST", json })).data.dm_event_id };
  } catch (error) {
    if (error instanceof Refusal && error.status === 403 && error.code === "x.not_allowed")
      throw new Permanent("x.no_direct", { reason: error.reason });
    throw error;
  }
}

async function placeOf(ctx: Sending, { threadKey, answers }: Outgoing): Promise<string> {
  if (threadKey?.startsWith("direct:")) return encodeURIComponent(threadKey.slice("direct:".length));
  if (!answers) throw new Permanent("x.nothing_to_answer");
  const { data } = await call(ctx, `/2/tweets/${encodeURIComponent(answers.externalId)}`, authored, {
    query: { "tweet.fields": "author_id" },
  });
  return `with/${encodeURIComponent(data.author_id)}`;
}
