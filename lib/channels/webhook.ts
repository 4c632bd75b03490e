import { sql } from "drizzle-orm";
import { log } from "@/lib/log";
import { accept } from "./accept";
import type { Context, RawItem } from "./channel";
import { contextOf, findChannel, type LoadedChannel, loadChannels } from "./load";

/**
 * The door of a channel for the outside: its own code checks the caller, then what came is stored, and only then
 * is the caller told so. Answers 404 for a channel that does not exist, takes nothing, or is paused.
 *
 * One door may serve many accounts of one application (`RawItem.sister`). What is for an account that is not connected
 * here, or is paused, is not stored, and the caller hears 200 nevertheless, or it would send it for days: a paused one
 * asks for what it missed when it goes on. A door that is paused itself still lets the others' through.
 */
export async function receiveWebhook(
  kind: string,
  idOrAddress: string,
  request: Request,
  peer: string | null,
): Promise<Response> {
  const row = await findChannel(kind, idOrAddress);
  if (!row?.channel.webhook || (row.pausedAt !== null && applicationOf(row) === null))
    return new Response(null, { status: 404 });
  const ctx = contextOf(row, request.signal, () => {});
  // `accepted` may want to read the request too, and a body can be read once.
  const shaping = row.channel.accepted
    ? new Request(request.url, { method: request.method, headers: request.headers })
    : null;
  return row.channel.capsBody
    ? take(row, ctx, { request, peer, shaping })
    : holding(request, (held) => take(row, ctx, { request: held, peer, shaping }));
}

async function take(
  row: LoadedChannel,
  ctx: Context<unknown>,
  { request, peer, shaping }: { request: Request; peer: string | null; shaping: Request | null },
): Promise<Response> {
  const items = (await row.channel.webhook?.(ctx, request, peer)) ?? [];
  if (items instanceof Response) return items;
  for (const [owner, theirs] of await byOwner(row, items)) {
    const whole = owner.channel.complete
      ? await owner.channel.complete(
          contextOf(owner, request.signal, () => {}),
          theirs,
        )
      : theirs;
    await accept(owner.id, whole, null);
  }
  return shaping && row.channel.accepted
    ? row.channel.accepted(ctx, shaping, items)
    : new Response(null, { status: 200 });
}

/** No network tells so much at once. */
const mostBytes = 5 * 1024 * 1024;
/** Of all that knock at one moment: a signature is over the body, so strangers' bytes are held too. */
const mostHeld = 20 * mostBytes;
const held = { bytes: 0 };

/** Reads the body, no more of it than anybody may send, and lets go of it when `use` is done. */
async function holding(request: Request, use: (whole: Request) => Promise<Response>): Promise<Response> {
  if (request.method === "GET" || request.method === "HEAD") return use(request);
  const { url, method, headers, signal } = request;
  if (Number(headers.get("content-length") ?? 0) > mostBytes) return new Response(null, { status: 413 });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      held.bytes += chunk.byteLength;
      if (size > mostBytes) return new Response(null, { status: 413 });
      if (held.bytes > mostHeld) return new Response(null, { status: 503, headers: { "retry-after": "5" } });
      chunks.push(chunk);
    }
    return await use(new Request(url, { method, headers, signal, body: Buffer.concat(chunks) }));
  } finally {
    held.bytes -= size;
  }
}

/** Every item with the channel that it is for; the door's own first. */
async function byOwner(
  door: LoadedChannel,
  items: readonly RawItem[],
): Promise<Array<[LoadedChannel, RawItem[]]>> {
  const sorted = new Map<string, RawItem[]>();
  for (const item of items) {
    const key = item.sister ? JSON.stringify([item.sister.kind, item.sister.address.toLowerCase()]) : "";
    sorted.set(key, [...(sorted.get(key) ?? []), item]);
  }
  const owned: Array<[LoadedChannel, RawItem[]]> = [];
  for (const [key, theirs] of sorted) {
    const sister = theirs[0]?.sister;
    const owner = sister ? await sisterOf(door, sister) : door;
    if (owner && owner.pausedAt === null) owned.push([owner, theirs]);
    else
      log.info(
        {
          channel: door.id,
          kind: door.kind,
          of: key || "itself",
          items: theirs.length,
          paused: owner !== null,
        },
        "a webhook brought items for an account that is paused or not connected",
      );
  }
  // No item at all is an answer too: the channel is reached.
  if (owned.length === 0 && items.length === 0 && door.pausedAt === null) owned.push([door, []]);
  return owned;
}

/** The account must be connected here with the same application: another one's signature proves nothing about it. */
async function sisterOf(
  door: LoadedChannel,
  sister: { kind: string; address: string },
): Promise<LoadedChannel | null> {
  const application = applicationOf(door);
  if (application === null) return null;
  const found = await loadChannels(
    sql`h.kind = ${sister.kind} and lower(h.address) = lower(${sister.address.replaceAll("\u0000", "")})`,
  );
  return found.find((row) => applicationOf(row) === application) ?? null;
}

function applicationOf(row: LoadedChannel): string | null {
  // Settings that this version cannot read belong to no application.
  return row.channel.config.safeParse(row.whole).success ? row.channel.application(row.whole) : null;
}
