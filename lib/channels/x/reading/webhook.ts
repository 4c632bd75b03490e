import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Context, Json, RawItem } from "@/lib/channels/channel";
import { isSame } from "@/lib/channels/is-same";
import type { Caller } from "@/lib/channels/x/api";
import type { Config } from "@/lib/channels/x/config";
import { type Activity, activity, oldDelete, tweetAnswer } from "@/lib/channels/x/entities";
import { ourselves } from "@/lib/channels/x/ourselves";
import { type Delivery, itemOf } from "@/lib/channels/x/raw";
import { parseExact } from "@/lib/text/exact-json";
import { firstVersion } from "./tweet";

type Hearing = Caller & Pick<Context<Config>, "log">;

/**
 * The address that X calls (docs.x.com/x-api/webhooks): its challenge, answered with what only the holder of the
 * consumer secret can compute, and events, signed with the same secret over the raw bytes. Events of another
 * account of the application are not ours.
 */
export async function webhook(ctx: Hearing, request: Request): Promise<RawItem[] | Response> {
  const secret = ctx.config.consumerSecret;
  if (secret === "") return new Response(null, { status: 404 });
  if (request.method === "GET") {
    const token = new URL(request.url).searchParams.get("crc_token") ?? "";
    if (!challengeShape.test(token)) return new Response(null, { status: 400 });
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

/**
 * Our answer signs whatever is asked with the same key as events are signed with: to sign anything that could be an event
 * would hand a stranger its signature.
 */
const challengeShape = /^[\w.~+/= -]{1,300}$/;

function sign(secret: string, content: string | Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(content).digest("base64")}`;
}

const created = z.object({ id_str: z.string(), user: z.object({ id_str: z.string() }) });
const direct = z.object({ id: z.union([z.string(), z.number()]).transform(String), type: z.string() });

async function itemsOf(ctx: Hearing, body: unknown): Promise<RawItem[]> {
  const seenAt = ctx.now().toISOString();
  const post = tweetAnswer.safeParse(body);
  // The filtered stream may come by webhook too, in the shapes of version 2.
  if (post.success) return versions(post.data.data, body, { self: null, seenAt, edited: false });
  const told = activity.safeParse(body);
  if (!told.success) return [];
  const { for_user_id, users } = told.data;
  // An application has one address for all its accounts; another one asks for its own posts itself.
  const named = nameIn(told.data);
  const isOurs =
    named === null ? for_user_id === (await ourselves(ctx)).id : named.toLowerCase() === ctx.config.address;
  if (!isOurs) {
    ctx.log.info({ account: for_user_id }, "a webhook brought events of another account");
    return [];
  }
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

const naming = z.object({
  user: z.object({ id_str: z.string(), screen_name: z.string() }).nullish().catch(null),
  in_reply_to_user_id_str: z.string().nullish().catch(null),
  in_reply_to_screen_name: z.string().nullish().catch(null),
  entities: z
    .object({ user_mentions: z.array(z.object({ id_str: z.string(), screen_name: z.string() })) })
    .nullish()
    .catch(null),
});

/** What the account that the events are for calls itself, where they say it somewhere. */
function nameIn({ for_user_id, users, tweet_create_events }: Activity): string | null {
  const known = users?.[for_user_id]?.screen_name;
  if (known) return known;
  for (const event of tweet_create_events ?? []) {
    const read = naming.safeParse(event).data;
    const mentioned = [...(read?.entities?.user_mentions ?? []), ...(read?.user ? [read.user] : [])];
    const found = mentioned.find((one) => one.id_str === for_user_id)?.screen_name;
    if (found) return found;
    if (read?.in_reply_to_user_id_str === for_user_id && read.in_reply_to_screen_name)
      return read.in_reply_to_screen_name;
  }
  return null;
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
