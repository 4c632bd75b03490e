import { z } from "zod";
import { dismissSpike, restoreSpike } from "@/lib/spikes/dismiss";
import { listSpikes, spikesNow } from "@/lib/spikes/list-spikes";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const spike = z
  .object({
    id: z.uuid(),
    brand: z.object({ id: z.uuid(), name: z.string() }),
    series: z.string().meta({
      description:
        "`mentions`, `complaints`, `topic:<id of a tag>` or `rate:<kind of sign>`, such as `rate:unsubscribed`.",
    }),
    topic: z.string().nullable(),
    fromHour: moment,
    toHour: moment,
    hours: z.number(),
    seen: z.number(),
    expected: z.number().nullable().meta({ description: "Null before there are two weeks to compare with." }),
    seenAt: moment,
    endedAt: moment.nullable(),
    dismissed: z.object({ at: moment, by: z.string().nullable() }).nullable(),
    isFalse: z.boolean(),
    groups: z.array(z.object({ count: z.number(), text: z.string(), numbers: z.array(z.number()) })),
    numbers: z.array(z.number()),
  })
  .meta({ id: "Spike" });

/** More than usual of something. */
export const spikes = [
  route("GET /spikes/now", {
    permission: "queue.read",
    summary:
      "What is more than usual now: expected 4, seen 19, and the closest groups of nearly the same words",
    response: listOf(spike),
    run: async (actor) => ({ items: await spikesNow(actor) }),
  }),

  route("GET /reports/spikes", {
    permission: "report.read",
    summary: "What was more than usual in the last weeks, the newest first",
    query: z.object({
      weeks: z.coerce.number().int().min(1).max(104).default(13),
      brandId: z.uuid().nullable().default(null),
    }),
    response: listOf(spike),
    run: async (actor, { query }) => ({ items: await listSpikes(actor, query) }),
  }),

  route("POST /spikes/{id}/dismiss", {
    permission: "spike.dismiss",
    summary: "Put it away for everybody, or say that it is none",
    description:
      "`as: none` keeps a label, and its hours count as usual ones from now on. `seen` only puts it away.",
    params: byId,
    body: z.object({ as: z.enum(["seen", "none"]) }),
    run: (actor, { params, body }) => dismissSpike(actor, { spikeId: params.id, as: body.as }),
  }),

  route("POST /spikes/{id}/restore", {
    permission: "spike.dismiss",
    summary: "Show it again",
    params: byId,
    run: (actor, { params }) => restoreSpike(actor, { spikeId: params.id }),
  }),
];
