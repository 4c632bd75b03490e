import { z } from "zod";
import { listKnocks } from "@/lib/channels/knocks";
import { redeliver } from "@/lib/channels/redeliver";
import { sentence } from "@/lib/sentences";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const knock = z
  .object({
    id: z.uuid(),
    at: moment,
    conversationNumber: z.number().nullable().meta({ description: "Null for a test." }),
    isTaken: z.boolean(),
    status: z.number().nullable().meta({ description: "Null: nothing was answered." }),
    ms: z.number(),
    answer: z.string().meta({ description: "Its first words." }),
  })
  .meta({ id: "Knock" });

/** What a receiver of our replies answered, and handing over again. */
export const knocks = [
  route("GET /channels/{id}/knocks", {
    permission: "channel.edit",
    summary: "The latest tries to hand replies to a channel's receiver",
    params: byId,
    response: listOf(knock),
    run: async (actor, { params }) => ({ items: await listKnocks(actor, { channelId: params.id }) }),
  }),

  route("POST /channels/{id}/redeliver", {
    permission: "channel.edit",
    summary: "Test the receiver, and hand over again what it has not taken",
    params: byId,
    response: z.object({ count: z.number(), failure: z.string().nullable() }),
    async run(actor, { params }) {
      const { failure, count } = await redeliver(actor, { channelId: params.id });
      const said = failure && sentence(actor.language, `channels.errors.${failure.code}`, failure.params);
      return { count, failure: failure && (said ?? failure.code) };
    },
  }),
];
