import { sql } from "drizzle-orm";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { accept } from "./accept";
import type { FeedRoute } from "./channel";
import { contextOf, loadChannels } from "./load";

export type Feeding = {
  channelId: string;
  route: { does: "add" } | { does: "edit" | "delete"; externalId: string };
  request: Request;
};

/** What a colleague's token feeds into a channel. Answers 202 once it is stored; reading it follows. */
export async function feedAs(actor: Actor, input: Feeding): Promise<Response> {
  authorize(actor, "channel.feed");
  const mayReach = sql`${visibleBrand(actor, sql`h.brand_id`)}`;
  return feed(input, { ...input.route, caller: "known" }, mayReach, actor.id);
}

/** The same for a program that has no token: the channel looks for its signature. */
export async function feedSigned(input: Feeding): Promise<Response> {
  return feed(input, { ...input.route, caller: "stranger" }, sql`true`, null);
}

async function feed(
  { channelId, request }: Feeding,
  route: FeedRoute,
  mayReach: ReturnType<typeof sql>,
  fedBy: string | null,
): Promise<Response> {
  const [row] = await loadChannels(sql`h.id = ${channelId} and ${mayReach}`);
  if (!row?.channel.feed) return fail("not_found", "not_found");
  if (row.pausedAt !== null) fail("unavailable", "channel.paused");
  const items = await row.channel.feed(
    contextOf(row, request.signal, () => {}),
    request,
    route,
  );
  if (items instanceof Response) return items;
  // Whose token brought it stays in the ledger: with it a customer's words can be changed.
  const signed = items.map((item) => ({ ...item, meta: { ...item.meta, fedBy } }));
  const { accepted, known } = await accept(row.id, signed, null);
  const ids = items.map((item) => item.externalId.replace(/^message /, ""));
  const body = route.does === "add" ? { ids, accepted, known } : { ids: [route.externalId], accepted, known };
  return Response.json(body, { status: 202, headers: { "cache-control": "no-store" } });
}
