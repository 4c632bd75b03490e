import type { Context, RawItem } from "@/lib/channels/channel";
import { isSame } from "@/lib/channels/is-same";
import type { Config, MetaKind } from "@/lib/channels/meta/config";
import {
  dateOf,
  type Entry,
  envelope,
  feedValue,
  instagramValue,
  messagingEvent,
} from "@/lib/channels/meta/entities";
import { changesOf } from "@/lib/channels/meta/parse";
import { itemOf } from "@/lib/channels/meta/raw";
import { parseExact } from "@/lib/text/exact-json";
import { isSigned } from "./signature";

type Hearing = Pick<Context<Config>, "config" | "now" | "log">;

/**
 * The one address that Meta calls for all pages and accounts of an application: the verification of the address, and
 * events, signed over the raw bytes. One item for each event; those of other accounts say whose they are.
 */
export async function webhook(own: MetaKind, ctx: Hearing, request: Request): Promise<RawItem[] | Response> {
  if (request.method === "GET") return verify(ctx, new URL(request.url).searchParams);
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { allow: "GET, POST" } });
  const bytes = new Uint8Array(await request.arrayBuffer());
  const { appSecret, oldAppSecret } = ctx.config;
  if (!isSigned(bytes, request.headers.get("x-hub-signature-256"), [appSecret, oldAppSecret])) {
    ctx.log.warn({}, "a webhook with a wrong signature was refused");
    return new Response(null, { status: 401 });
  }
  let body: unknown;
  try {
    body = parseExact(new TextDecoder().decode(bytes));
  } catch {
    return new Response(null, { status: 400 });
  }
  return (Array.isArray(body) ? body : [body]).flatMap((one) => itemsOf(own, ctx, one));
}

/** developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
function verify(ctx: Hearing, query: URLSearchParams): Response {
  const isOurs =
    query.get("hub.mode") === "subscribe" &&
    isSame(query.get("hub.verify_token") ?? "", ctx.config.verifyToken);
  if (!isOurs) return new Response(null, { status: 403 });
  return new Response(query.get("hub.challenge") ?? "", {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}

function itemsOf(own: MetaKind, ctx: Hearing, body: unknown): RawItem[] {
  const read = envelope.safeParse(body);
  const kind = read.success ? kinds[read.data.object] : undefined;
  if (!read.success || kind === undefined) {
    ctx.log.info(
      { object: read.success ? read.data.object : null },
      "a webhook about something else was left aside",
    );
    return [];
  }
  return read.data.entry.flatMap((entry) => {
    const isOwn = kind === own && entry.id === ctx.config.address;
    const sister = isOwn ? {} : { sister: { kind, address: entry.id } };
    return eventsOf(entry).flatMap(({ key, part }) => {
      if (key === null) return [];
      const { id, time } = entry;
      return [
        {
          ...itemOf(key, { object: read.data.object, entry: [{ id, time, ...part }] }, ctx.now()),
          ...sister,
        },
      ];
    });
  });
}

const kinds: Record<string, MetaKind> = { page: "facebook", instagram: "instagram" };

type Event = { key: string | null; part: object };

/** Every event of an entry by itself, and the key under which it is stored once; null for what nobody has to read. */
function eventsOf(entry: Entry): Event[] {
  const changes = changesOf(entry).map(({ field, value }) => ({
    key: changeKey(field, value, entry),
    part: { changes: [{ field, value }] },
  }));
  const messages = [...(entry.messaging ?? []), ...(entry.standby ?? [])].map((value) => ({
    key: messageKey(value),
    part: { messaging: [value] },
  }));
  return [...changes, ...messages];
}

/** Each version of a comment is an item of its own; the same one that comes twice is one. */
function changeKey(field: string, value: unknown, entry: Entry): string | null {
  if (field === "messages") return messageKey(value);
  if (field === "feed" || field === "mention") {
    const read = feedValue.safeParse(value);
    if (!read.success || !words.has(read.data.item)) return null;
    const { comment_id, post_id, verb, created_time } = read.data;
    const id = comment_id ?? post_id;
    if (!id) return null;
    if (field === "mention" || (verb ?? "add") === "add") return id;
    return `${id}:${verb}:${dateOf(entry.time ?? created_time)?.getTime() ?? 0}`;
  }
  const read = instagramValue.safeParse(value);
  if (!read.success) return null;
  if (field === "mentions") {
    const { media_id, comment_id } = read.data;
    return media_id ? `mention:${media_id}${comment_id ? `:${comment_id}` : ""}` : null;
  }
  return field === "comments" || field === "live_comments"
    ? (read.data.id ?? read.data.comment_id ?? null)
    : null;
}

/** Likes, reactions and shares carry no words. */
const words = new Set(["comment", "post", "status", "photo", "video", "note"]);

/** Receipts of reading and delivery, typing and reactions are not kept. */
function messageKey(value: unknown): string | null {
  const read = messagingEvent.safeParse(value);
  if (!read.success) return null;
  const { message, message_edit, postback, sender, timestamp } = read.data;
  const at = dateOf(timestamp)?.getTime() ?? 0;
  if (message_edit) return `${message_edit.mid}:edit:${at}`;
  if (postback) return postback.mid ?? `postback:${sender.id}:${at}`;
  if (!message) return null;
  return message.is_deleted ? `${message.mid}:delete` : message.mid;
}
