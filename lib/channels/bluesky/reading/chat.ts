import { z } from "zod";
import { isWrittenElsewhere } from "@/lib/channels/bluesky/claims";
import { type Convo, convo, type Message, message } from "@/lib/channels/bluesky/entities";
import { deliveryOf, messageItem, messageKey } from "@/lib/channels/bluesky/raw";
import type { Caller } from "@/lib/channels/bluesky/request";
import type { Session } from "@/lib/channels/bluesky/session";
import { call } from "@/lib/channels/bluesky/xrpc";
import type { Json } from "@/lib/channels/channel";
import { Permanent, type RawItem, Temporary } from "@/lib/channels/channel";
import type { Polling } from "./poll";

/** Direct messages live with one service, which our own server hands these calls on to (docs.bsky.app, chat). */
export const chatProxy = "did:web:api.bsky.chat#bsky_chat";

const json = z.json();
const cursor = z.string().min(1).nullish();
const listed = z.object({ cursor, convos: z.array(json) });
const paged = z.object({ cursor, messages: z.array(json) });
const maxPages = 20;
// The first look goes back as far as that of the posts.
const firstLookMs = 24 * 3_600_000;
const quietMs = 10 * 60_000;

/** Accounts whose password, or whose server, has no direct messages: asked again after a while. */
const without = new Map<string, number>();

type Found = { items: RawItem[]; reach: string | null };

/**
 * Direct messages since the revision `reach`. An app password without access to them, or a server without them, is
 * no fault of the channel: nothing comes, and nothing is said. Nothing is lost either, since the reach stays.
 */
export async function messages(ctx: Polling, us: Session, reach: string | null): Promise<Found> {
  if (ctx.now().getTime() < (without.get(us.did) ?? 0)) return { items: [], reach };
  try {
    return await look(ctx, us, reach);
  } catch (error) {
    if (!(error instanceof Permanent || error instanceof Temporary)) throw error;
    const wait = error instanceof Temporary && error.retryAt ? error.retryAt.getTime() : 0;
    without.set(us.did, Math.max(wait, ctx.now().getTime() + (reach === null ? quietMs : 60_000)));
    ctx.log.info({ error: String(error) }, "direct messages cannot be read");
    return { items: [], reach };
  }
}

async function look(ctx: Polling, us: Session, reach: string | null): Promise<Found> {
  const items: Array<{ rev: string; item: RawItem }> = [];
  let last = reach ?? "";
  for (const { value, source } of await changed(ctx, reach)) {
    // Groups are no exchange with one customer.
    if (value.members.length > 2) continue;
    last = later(last, value.rev);
    const said = await newIn(ctx, value, reach);
    for (const [at, one] of said.entries()) {
      if (!one.isNew) continue;
      const id = messageKey(value.id, one.value.id);
      if (one.value.sender.did === us.did && !(await isWrittenElsewhere(ctx, id))) continue;
      const before = said.slice(Math.max(0, at - 3), at).map((each) => messageKey(value.id, each.value.id));
      const delivery = {
        ...deliveryOf(us.did, ctx.now()),
        convo: { id: value.id, members: membersOf(source), before: before.reverse() },
      };
      items.push({ rev: one.value.rev, item: messageItem(value.id, one.value.id, one.source, delivery) });
      last = later(last, one.value.rev);
    }
  }
  items.sort((one, other) => (one.rev < other.rev ? -1 : 1));
  return { items: items.map(({ item }) => item), reach: last === "" ? null : last };
}

type Listed = { value: Convo; source: Json };

/** Exchanges in which something happened since; they come with the latest first. */
async function changed(ctx: Caller, reach: string | null): Promise<Listed[]> {
  const found: Listed[] = [];
  let at: string | null = null;
  for (let pages = 0; pages < maxPages; pages++) {
    const answer: z.infer<typeof listed> = await call(ctx, "chat.bsky.convo.listConvos", listed, {
      query: { limit: 50, cursor: at },
      proxy: chatProxy,
    });
    const convos = answer.convos.flatMap((source) => {
      const read = convo.safeParse(source);
      return read.success ? [{ value: read.data, source }] : [];
    });
    found.push(...convos.filter(({ value }) => reach === null || value.rev > reach));
    if (!answer.cursor || convos.some(({ value }) => reach !== null && value.rev <= reach)) return found;
    if (reach === null) return found;
    at = answer.cursor;
  }
  return found;
}

type Said = { value: Message; source: Json; isNew: boolean };

/** The messages of an exchange from the oldest on, back to what was read before and a little beyond. */
async function newIn(ctx: Polling, { id }: Convo, reach: string | null): Promise<Said[]> {
  const oldest = new Date(ctx.now().getTime() - firstLookMs).toISOString();
  const isNew = (value: Message) => (reach === null ? value.sentAt >= oldest : value.rev > reach);
  const found: Said[] = [];
  let at: string | null = null;
  for (let pages = 0; pages < maxPages; pages++) {
    const answer: z.infer<typeof paged> = await call(ctx, "chat.bsky.convo.getMessages", paged, {
      query: { convoId: id, limit: 50, cursor: at },
      proxy: chatProxy,
    });
    const read = answer.messages.flatMap((source): Said[] => {
      // Deleted ones have no text, and only their reader has deleted them.
      const known = message.extend({ text: z.string() }).safeParse(source);
      return known.success ? [{ value: known.data, source, isNew: isNew(known.data) }] : [];
    });
    found.push(...read);
    if (!answer.cursor || read.some((one) => !one.isNew)) break;
    at = answer.cursor;
  }
  return found.reverse();
}

function membersOf(source: Json): Json {
  const members = z.object({ members: json }).safeParse(source);
  return members.data?.members ?? null;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
