import { z } from "zod";
import { bands, missReasons, targetKinds } from "@/db/enums";
import { readAnswered } from "@/lib/targets/read-answered";
import { readDue } from "@/lib/targets/read-due";
import { readMeasured } from "@/lib/targets/read-measured";
import { byId, moment } from "./fields";
import { route } from "./route-line";

const stretches = z.array(
  z.object({ from: moment, to: moment, seconds: z.number(), exception: z.string().nullable() }),
);
const closed = z.array(z.object({ date: z.iso.date(), name: z.string() }));
const hours = z.object({
  scheduleId: z.uuid().nullable(),
  name: z.string().nullable(),
  zone: z.string(),
  of: z.enum(["team", "brand", "nobody"]),
  ofName: z.string().nullable(),
});
const counts = {
  hours,
  counted: stretches.meta({ description: "The stretches of opening hours that were counted, in order." }),
  closed: closed.meta({ description: "Days in between on which nobody was there, by name." }),
  businessSeconds: z.number(),
  wallSeconds: z.number(),
};

/** Why something is due when it is, and how long somebody waited for an answer. */
export const due = [
  route("GET /conversations/{id}/due", {
    permission: "conversation.read",
    summary: "Why what is due in a conversation is due when it is: target, opening hours, pauses",
    params: byId,
    response: z.object({
      dues: z.array(
        z.object({
          kind: z.enum(targetKinds),
          dueAt: moment.nullable().meta({ description: "Null while it is their turn." }),
          warnAt: moment.nullable(),
          isOver: z.boolean(),
          missed: z.enum(missReasons).nullable(),
          since: moment,
          target: z
            .object({
              id: z.uuid(),
              kind: z.enum(targetKinds),
              seconds: z.number(),
              brandName: z.string().nullable(),
              channelName: z.string().nullable(),
              tagName: z.string().nullable(),
              pin: z.literal([-1, 0, 1]).nullable(),
              band: z.enum(bands).nullable(),
              validFrom: moment,
              by: z.string().nullable(),
            })
            .nullable(),
          ...counts,
          pauses: z.array(z.object({ from: moment, to: moment.nullable() })),
          usedSeconds: z.number(),
        }),
      ),
      now: moment,
    }),
    run: (actor, { params }) => readDue(actor, { conversationId: params.id }),
  }),

  route("GET /conversations/{id}/messages/{messageId}/wait", {
    permission: "conversation.read",
    summary: "How long the wait was that one of our answers ended, by both clocks",
    params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    response: z.object({
      kind: z.enum(["first_response", "next_response"]),
      since: moment,
      at: moment,
      dueAt: moment.nullable(),
      isLate: z.boolean(),
      ...counts,
    }),
    run: (actor, { params }) =>
      readAnswered(actor, { conversationId: params.id, messageId: params.messageId }),
  }),

  route("GET /conversations/{id}/measured", {
    permission: "conversation.read",
    summary:
      "How something was counted that is over, as a row behind a figure tells it: a resolution, an answer, a wait that was closed",
    params: byId,
    query: z.object({
      from: z.iso.datetime(),
      to: z.iso.datetime(),
      dueAt: z.iso.datetime().nullable().default(null),
    }),
    response: z.object({
      kind: z.enum(["first_response", "next_response", "resolution", "closed"]),
      since: moment,
      at: moment,
      dueAt: moment.nullable(),
      isLate: z.boolean(),
      ...counts,
      theirs: z
        .object({ businessSeconds: z.number(), wallSeconds: z.number() })
        .nullable()
        .meta({ description: "Of a resolution: how much of both was their turn." }),
    }),
    run: (actor, { params, query }) => readMeasured(actor, { conversationId: params.id, ...query }),
  }),
];
