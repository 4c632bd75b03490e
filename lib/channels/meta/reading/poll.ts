import { z } from "zod";
import { type Context, Permanent, type RawItem } from "@/lib/channels/channel";
import { lookAfterAccess } from "@/lib/channels/meta/access";
import { call, spare } from "@/lib/channels/meta/api";
import type { Config, MetaKind } from "@/lib/channels/meta/config";
import { dateOf, type GraphComment, graphComment, graphMessage, id } from "@/lib/channels/meta/entities";
import { itemOf } from "@/lib/channels/meta/raw";
import { above } from "./complete";

type Polling = Pick<
  Context<Config>,
  "config" | "fetch" | "signal" | "now" | "log" | "expires" | "saveSecrets"
>;

const position = z.object({
  /** Everything before this moment has been seen. */
  messages: z.iso.datetime().nullable().catch(null),
  comments: z.iso.datetime().nullable().catch(null),
  accessAt: z.iso.datetime().nullable().catch(null),
});

// The first look goes back one day: older things were answered, or not, before Avant was there.
const firstLookMs = 24 * 3_600_000;
// What Meta dates now may be readable a little later; what is seen twice is stored once.
const settledMs = 120_000;

/**
 * The safety net below the webhook: what was said since the cursor, in messages and under the latest posts, in case a
 * webhook was lost while one of us was away. What is known already is ignored by its number.
 */
export async function poll(
  kind: MetaKind,
  ctx: Polling,
  cursor: string | null,
): Promise<{ items: RawItem[]; cursor: string | null }> {
  spare(ctx);
  const from = position.parse(parsed(cursor));
  const now = ctx.now();
  const oldest = new Date(now.getTime() - firstLookMs).toISOString();
  const accessAt = await lookAfterAccess(kind, ctx, from.accessAt);
  const messages = await messagesSince(kind, ctx, new Date(from.messages ?? oldest));
  const comments =
    kind === "facebook"
      ? await pageComments(ctx, new Date(from.comments ?? oldest))
      : await mediaComments(ctx, new Date(from.comments ?? oldest));
  const settled = new Date(now.getTime() - settledMs).toISOString();
  const items = [...messages, ...comments].sort((one, other) => one.at.getTime() - other.at.getTime());
  return {
    items: items.map(({ item }) => item),
    cursor: JSON.stringify({ messages: settled, comments: settled, accessAt }),
  };
}

type Found = { at: Date; item: RawItem };

const paging = z
  .object({ cursors: z.object({ after: z.string() }).nullish(), next: z.string().nullish() })
  .nullish();
const pagesAtMost = 20;

/** Every page of an edge until `isEnough` says that older ones are known. */
async function pages<T>(
  ctx: Polling,
  path: string,
  query: Record<string, string>,
  shape: z.ZodType<T>,
  isEnough: (page: T[]) => boolean,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < pagesAtMost; page++) {
    const answer: { data: T[]; paging?: z.infer<typeof paging> } = await call(
      ctx,
      path,
      z.object({ data: z.array(shape), paging }),
      { query: { ...query, ...(after === null ? {} : { after }) } },
    );
    found.push(...answer.data);
    after = answer.paging?.cursors?.after ?? null;
    if (answer.data.length === 0 || !answer.paging?.next || after === null || isEnough(answer.data)) break;
  }
  return found;
}

const conversation = z.object({ id, updated_time: z.union([z.string(), z.number()]).nullish() });
const messageFields =
  "id,created_time,from,to,message,attachments{mime_type,name,file_url,image_data,video_data}";

async function messagesSince(kind: MetaKind, ctx: Polling, since: Date): Promise<Found[]> {
  const isOld = (at: string | number | null | undefined) => (dateOf(at) ?? since) < since;
  const platform = kind === "facebook" ? "messenger" : "instagram";
  const query = { platform, fields: "id,updated_time", limit: "50" };
  const talks = await pages(ctx, "me/conversations", query, conversation, (page) =>
    page.some((one) => isOld(one.updated_time)),
  );
  const found: Found[] = [];
  for (const talk of talks.filter((one) => !isOld(one.updated_time))) {
    const said = await pages(
      ctx,
      `${encodeURIComponent(talk.id)}/messages`,
      { fields: kind === "facebook" ? `${messageFields},sticker` : messageFields, limit: "25" },
      graphMessage,
      (page) => page.some((one) => isOld(one.created_time)),
    );
    for (const value of said.filter((one) => !isOld(one.created_time)))
      found.push(foundOf(kind, ctx, "message", value.id, value.created_time, value));
  }
  return found;
}

const instagramFields =
  "id,text,timestamp,from,username,parent_id,replies{id,text,timestamp,from,username,parent_id}";
const commentFields = "id,message,created_time,from,parent{id},permalink_url,attachment";
const post = graphComment.extend({ updated_time: z.union([z.string(), z.number()]).nullish() });

/** Visitors' posts, and comments under the latest fifty posts: an older thread that wakes is the webhook's alone. */
async function pageComments(ctx: Polling, since: Date): Promise<Found[]> {
  const query = { fields: "id,message,permalink_url,from,created_time,updated_time", limit: "50" };
  const posts = (await call(ctx, `${ctx.config.address}/feed`, z.object({ data: z.array(post) }), { query }))
    .data;
  const found = await namedElsewhere(ctx, since);
  for (const one of posts) {
    if ((dateOf(one.created_time) ?? new Date(0)) >= since && one.from?.id !== ctx.config.address)
      found.push(foundOf("facebook", ctx, "post", one.id, one.created_time, one));
    if ((dateOf(one.updated_time) ?? ctx.now()) < since) continue;
    found.push(...(await commentsOf("facebook", ctx, one.id, since, commentFields)));
  }
  return found;
}

async function mediaComments(ctx: Polling, since: Date): Promise<Found[]> {
  const query = { fields: "id,caption,permalink,username,timestamp,comments_count", limit: "25" };
  const media = z.object({ data: z.array(graphComment.extend({ comments_count: z.number().nullish() })) });
  const found: Found[] = [];
  for (const one of (await call(ctx, `${ctx.config.address}/media`, media, { query })).data) {
    if (one.comments_count === 0) continue;
    found.push(...(await commentsOf("instagram", ctx, one.id, since, instagramFields)));
  }
  return found;
}

async function commentsOf(
  kind: MetaKind,
  ctx: Polling,
  postId: string,
  since: Date,
  fields: string,
): Promise<Found[]> {
  const isOld = (at: string | number | null | undefined) => (dateOf(at) ?? since) < since;
  const order: Record<string, string> =
    kind === "facebook" ? { filter: "stream", order: "reverse_chronological" } : {};
  const comments = await pages(
    ctx,
    `${encodeURIComponent(postId)}/comments`,
    { ...order, fields, limit: "50" },
    graphComment,
    (page) => page.some((one) => isOld(one.created_time ?? one.timestamp)),
  );
  const found: Found[] = [];
  // Instagram hangs answers below their comments, also young ones below old ones.
  for (const value of comments.flatMap((one) => [one, ...answersTo(one)])) {
    const at = value.created_time ?? value.timestamp;
    if (isOld(at)) continue;
    const parent = value.parent?.id ?? value.parent_id ?? null;
    const one = foundOf(kind, ctx, "comment", value.id, at, value);
    found.push({
      at: one.at,
      item: { ...one.item, meta: { ...one.item.meta, ...(await above(kind, ctx, postId, parent)) } },
    });
  }
  return found;
}

function answersTo(comment: GraphComment): GraphComment[] {
  return (comment.replies?.data ?? []).flatMap((value) => {
    const read = graphComment.safeParse(value);
    return read.success ? [{ ...read.data, parent_id: read.data.parent_id ?? comment.id }] : [];
  });
}

/** Posts elsewhere that name the page; some applications may not read them, and have the webhook alone. */
async function namedElsewhere(ctx: Polling, since: Date): Promise<Found[]> {
  const query = { fields: "id,message,from,created_time,permalink_url", limit: "25" };
  const answer = await call(ctx, `${ctx.config.address}/tagged`, z.object({ data: z.array(graphComment) }), {
    query,
  }).catch((error: unknown) => {
    if (error instanceof Permanent) return { data: [] };
    throw error;
  });
  return answer.data
    .filter((one) => (dateOf(one.created_time) ?? new Date(0)) >= since)
    .map((one) => foundOf("facebook", ctx, "post", one.id, one.created_time, one));
}

function foundOf(
  kind: MetaKind,
  ctx: Polling,
  polled: "comment" | "post" | "message",
  externalId: string,
  at: string | number | null | undefined,
  value: object,
): Found {
  const object = kind === "facebook" ? "page" : "instagram";
  const body = { object, account: ctx.config.address, polled, value };
  return { at: dateOf(at) ?? ctx.now(), item: itemOf(externalId, body, ctx.now()) };
}

function parsed(cursor: string | null): unknown {
  try {
    return JSON.parse(cursor ?? "{}");
  } catch {
    return {};
  }
}
