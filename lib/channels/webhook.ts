import { accept } from "./accept";
import { contextOf, findChannel } from "./load";

/**
 * The door of a channel for the outside: its own code checks the caller, then what came is stored, and only then
 * is the caller told so. Answers 404 for a channel that does not exist, takes nothing, or is paused.
 */
export async function receiveWebhook(
  kind: string,
  idOrAddress: string,
  request: Request,
  peer: string | null,
): Promise<Response> {
  const row = await findChannel(kind, idOrAddress);
  if (!row?.channel.webhook || row.pausedAt !== null) return new Response(null, { status: 404 });
  const ctx = contextOf(row, request.signal, () => {});
  // `accepted` may want to read the request too, and a body can be read once.
  const shaping = row.channel.accepted
    ? new Request(request.url, { method: request.method, headers: request.headers })
    : null;
  const items = await row.channel.webhook(ctx, request, peer);
  if (items instanceof Response) return items;
  await accept(row.id, items, null);
  return shaping && row.channel.accepted
    ? row.channel.accepted(ctx, shaping, items)
    : new Response(null, { status: 200 });
}
