import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Context, Json, RawItem } from "@/lib/channels/channel";
import type { Config } from "@/lib/channels/x/config";
import { activity, oldDelete, tweetAnswer } from "@/lib/channels/x/entities";
import { type Delivery, itemOf } from "@/lib/channels/x/raw";
import { parseExact } from "@/lib/text/exact-json";
import { firstVersion } from "./tweet";

type Hearing = Pick<Context<Config>, "config" | "now" | "log">;

/**
 * The address that X calls (docs.x.com/x-api/webhooks): its challenge, answered with what only the holder of the
 * consumer secret can compute, and events, signed with the same secret over the raw bytes. Events for another user of
 * the application are not ours.
 */
export async function webhook(ctx: Hearing, request: Request): Promise<RawItem[] | Response> {
  const secret = ctx.config.consumerSecret;
  if (secret === "") return new Response(null, { status: 404 });
  if (request.method === "GET") {
    const token = new URL(request.url).searchParams.get("crc_token") ?? "";
    if (token === "") return new Response(null, { status: 400 });
    return Response.json({ response_token: sign(secret, token) });
  }
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "GET, POST" } });
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (!isSame(request.headers.get("x-twitter-webhooks-signature") ?? "", sign(secret, bytes))) {
    ctx.log.warn({}, "a webhook with a wrong signature was refused");
    return new Response(null, { status: 401 });
  }
  let body: unknown;
  try {
    body = parseExact(new TextDecoder().decode(bytes));
  } catch {
    return new Response(null, { status: 400 });
  }
  return itemsOf(ctx, body);
}

function sign(secret: string, content: string | Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(content).digest("base64")}`;
}

/** In a time that does not tell where they differ. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const created = z.object({ id_str: z.string(), user: z.object({ id_str: z.string() }) });
const direct = z.object({ id: z.union([z.string(), z.number()]).transform(String), type: z.string() });

function itemsOf(ctx: Hearing, body: unknown): RawItem[] {
  const seenAt = ctx.now().toISOString();
  const post = tweetAnswer.safeParse(body);
  // The filtered stream may come by webhook too, in the shapes of version 2.
  if (post.success) return versions(post.data.data, body, { self: null, seenAt, edited: false });
  const told = activity.safeParse(body);
  if (!told.success) return [];
  const { for_user_id, users } = told.data;
  const delivery: Delivery = {
    self: { id: for_user_id, username: ctx.config.address },
    seenAt,
    edited: false,
  };
  const item = (key: string, field: string, event: unknown) =>
    itemOf(key, { for_user_id, [field]: [event], ...(users ? { users } : {}) }, delivery);
  return [
    ...(told.data.tweet_create_events ?? []).flatMap((event) => {
      const read = created.safeParse(event);
      return read.success ? [item(read.data.id_str, "tweet_create_events", event)] : [];
    }),
    ...(told.data.direct_message_events ?? []).flatMap((event) => {
      const read = direct.safeParse(event);
      return read.success && read.data.type === "message_create"
        ? [item(read.data.id, "direct_message_events", event)]
        : [];
    }),
    ...(told.data.tweet_delete_events ?? []).flatMap((event) => {
      const read = oldDelete.safeParse(event);
      return read.success ? [item(`${read.data.status.id}:delete`, "tweet_delete_events", event)] : [];
    }),
  ];
}

/** A post that was edited is two items: as the first version, in case that was never seen, and as its change. */
export function versions(
  post: { id: string; edit_history_tweet_ids?: string[] | null | undefined },
  body: unknown,
  delivery: Delivery,
): RawItem[] {
  const whole: { [key: string]: Json } = JSON.parse(JSON.stringify(body));
  const first = firstVersion(post);
  if (first === post.id) return [itemOf(first, whole, delivery)];
  return [
    itemOf(first, whole, delivery),
    itemOf(`${first}:edit:${post.id}`, whole, { ...delivery, edited: true }),
  ];
}
