import { z } from "zod";
import { answerAsk } from "@/lib/asks/answer-ask";
import { ask } from "@/lib/asks/ask";
import { asksForMe, asksOf } from "@/lib/asks/list-asks";
import { withdrawAsk } from "@/lib/asks/withdraw-ask";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const person = z.object({ id: z.uuid(), name: z.string() });

const asked = z.object({
  id: z.uuid(),
  conversationId: z.uuid(),
  conversationNumber: z.number(),
  customerName: z.string(),
  asked: z.object({ kind: z.enum(["agent", "team", "outside"]), id: z.uuid().nullable(), name: z.string() }),
  askedBy: person.nullable(),
  question: z.string(),
  dueAt: moment.nullable(),
  state: z.enum(["open", "answered", "withdrawn"]),
  answeredAt: moment.nullable(),
  mail: z.enum(["none", "waiting", "sent", "failed"]),
  at: moment,
  isForMe: z.boolean(),
});

/** Questions to colleagues and experts about a conversation. */
export const asks = [
  route("POST /conversations/{id}/asks", {
    permission: "conversation.note",
    summary: "Ask a colleague, a team, or somebody outside by mail",
    description:
      "The answer comes as a note, never to the customer. Of a restricted conversation only the people named on it are asked, unless `mayShare` says that others may read.",
    status: 201,
    params: byId,
    body: z.object({
      asked: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("agent"), agentId: z.uuid() }),
        z.object({ kind: z.literal("team"), teamId: z.uuid() }),
        z.object({ kind: z.literal("outside"), address: z.string().max(320) }),
      ]),
      question: z.string().max(5000),
      dueAt: z.iso.datetime({ offset: true }).nullable().default(null),
      quotedIds: z.array(z.uuid()).max(50).default([]),
      mayShare: z.boolean().default(false),
    }),
    response: z.object({ askId: z.uuid(), eventId: z.number() }),
    run: (actor, { params, body }) =>
      ask(actor, {
        ...body,
        conversationId: params.id,
        dueAt: body.dueAt === null ? null : new Date(body.dueAt),
      }),
  }),

  route("GET /conversations/{id}/asks", {
    permission: "conversation.read",
    summary: "What was asked about a conversation",
    params: byId,
    response: listOf(asked),
    run: async (actor, { params }) => ({ items: await asksOf(actor, { conversationId: params.id }) }),
  }),

  route("GET /asks/mine", {
    permission: "conversation.note",
    summary: "Open questions to me or to a team of mine",
    response: listOf(
      asked.extend({
        isSeen: z.boolean().meta({ description: "I may open the conversation." }),
        quoted: z.array(z.object({ author: z.string(), text: z.string(), at: moment })),
      }),
    ),
    run: async (actor) => ({ items: await asksForMe(actor) }),
  }),

  route("POST /asks/{id}/answer", {
    permission: "conversation.note",
    summary: "Answer a question that I was asked",
    params: byId,
    body: z.object({ text: z.string().max(20_000) }),
    response: z.object({ messageId: z.uuid() }),
    run: (actor, { params, body }) => answerAsk(actor, { askId: params.id, text: body.text }),
  }),

  route("POST /asks/{id}/withdraw", {
    permission: "conversation.note",
    summary: "Take a question back",
    params: byId,
    run: (actor, { params }) => withdrawAsk(actor, { askId: params.id }),
  }),
];
