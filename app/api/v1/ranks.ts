import { z } from "zod";
import { bands, rankedBy } from "@/db/enums";
import { calm, calmReason, listCalmed, uncalm } from "@/lib/risk/calm";
import { whyOf } from "@/lib/risk/why";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";
import { changed, reason } from "./shapes";

/** The order of the queue: why somebody stands where they do, and people's word against it. */
export const ranks = [
  route("GET /conversations/{id}/why", {
    permission: "conversation.read",
    summary: "Why a conversation stands where it does",
    params: byId,
    response: z.object({
      band: z.enum(bands),
      by: z.enum(rankedBy),
      hours: z.number().nullable().meta({ description: "Hours of patience left; null for no end." }),
      dueAt: moment.nullable(),
      promiseAt: moment.nullable(),
      waitingSince: moment.nullable(),
      reasons: z.array(reason).meta({ description: "The largest first." }),
      calmed: z.object({ by: z.string().nullable(), at: moment, because: z.string() }).nullable(),
      chance: z
        .object({ ofHundred: z.number(), isCalibrated: z.boolean() })
        .nullable()
        .meta({ description: "For managers: how many of a hundred go public within fourteen days." }),
      hasFallenBack: z.boolean(),
    }),
    run: (actor, { params }) => whyOf(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/calm", {
    permission: "conversation.triage",
    summary: "Not a risk, because…: until the next message of the customer",
    params: byId,
    body: z.object({ because: calmReason }),
    response: changed,
    run: (actor, { params, body }) => calm(actor, { conversationId: params.id, ...body }),
  }),

  route("DELETE /conversations/{id}/calm", {
    permission: "conversation.triage",
    summary: "A risk again",
    params: byId,
    response: changed,
    run: (actor, { params }) => uncalm(actor, { conversationId: params.id }),
  }),

  route("GET /calmed", {
    permission: "risk.read",
    summary: "Who said “not a risk” of what, the newest first",
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: listOf(
      z.object({
        conversationId: z.uuid(),
        number: z.number(),
        customerName: z.string(),
        by: z.string().nullable(),
        because: z.string(),
        at: moment,
        isOver: z.boolean(),
        hasLeaked: z.boolean(),
      }),
    ),
    run: async (actor, { query }) => ({ items: await listCalmed(actor, query) }),
  }),
];
