import type { Context } from "hono";
import { z } from "zod";
import { callerOf } from "@/lib/agents/session";
import { type Feeding, feedAs, feedSigned } from "@/lib/channels/feed";
import { fail } from "@/lib/errors";
import { knocks } from "./knocks";
import { openRoute } from "./route-line";

const byChannel = z.object({ id: z.uuid() });
const byMessage = z.object({ id: z.uuid(), message: z.string().min(1).max(500) });

const description =
  "With a token of ours as bearer (action channel.feed), or signed with the channel's secret: Avant-Timestamp and " +
  "Avant-Signature. docs/api-channel.md shows the fields and a whole source.";

/** Sources of the house's own making hand over what they have, and hear 202 once it is safe. */
export const feed = [
  openRoute("POST /channels/{id}/messages", {
    summary: "Feed messages of a source of your own into the queue",
    description,
    status: 202,
    params: byChannel,
    run: ({ params }, c) => take(c, { channelId: params.id, route: { does: "add" } }),
  }),

  openRoute("PATCH /channels/{id}/messages/{message}", {
    summary: "Tell that the author changed a message that was fed",
    description,
    status: 202,
    params: byMessage,
    run: ({ params }, c) =>
      take(c, { channelId: params.id, route: { does: "edit", externalId: params.message } }),
  }),

  openRoute("DELETE /channels/{id}/messages/{message}", {
    summary: "Tell that the author deleted a message that was fed",
    description,
    status: 202,
    params: byMessage,
    run: ({ params }, c) =>
      take(c, { channelId: params.id, route: { does: "delete", externalId: params.message } }),
  }),

  ...knocks,
];

async function take(c: Context, input: Omit<Feeding, "request">): Promise<Response> {
  const feeding = { ...input, request: c.req.raw };
  const caller = await callerOf(c.req.raw.headers);
  if (caller) return feedAs(caller.actor, feeding);
  if (c.req.header("authorization") !== undefined) return fail("forbidden", "token.unknown");
  return feedSigned(feeding);
}
