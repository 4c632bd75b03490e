import { z } from "zod";
import { listContactReasons } from "@/lib/contact-reasons/list";
import { changeReason, createReason, newReason, reasonChange } from "@/lib/contact-reasons/save";
import { reasonChoice, sayReason } from "@/lib/contact-reasons/say";
import { readReasons } from "@/lib/reports/read-reasons";
import { slice } from "@/lib/reports/slice";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const names = z.record(z.string(), z.string()).meta({ description: "By language." });

const reason = z
  .object({
    id: z.uuid(),
    parentId: z.uuid().nullable().meta({ description: "The theme above it; null for a theme." }),
    names,
    tags: z.array(z.string()).meta({ description: "Tags from which it is guessed." }),
    archivedAt: moment.nullable(),
  })
  .meta({ id: "ContactReason" });

/** What customers write about, in two levels, said when a conversation is settled. */
export const contactReasons = [
  route("GET /contact-reasons", {
    permission: "queue.read",
    summary: "Every contact reason, each theme followed by what is below it",
    response: listOf(reason),
    run: async (actor) => ({ items: await listContactReasons(actor) }),
  }),

  route("POST /contact-reasons", {
    permission: "report.edit",
    summary: "Add a theme, or a reason below one",
    status: 201,
    body: newReason,
    response: z.object({ id: z.uuid() }),
    run: (actor, { body }) => createReason(actor, body),
  }),

  route("PATCH /contact-reasons/{id}", {
    permission: "report.edit",
    summary: "Rename, move or archive a contact reason",
    description: "An archived one stays on the conversations that have it and is offered for no other.",
    params: byId,
    body: reasonChange,
    run: (actor, { params, body }) => changeReason(actor, { ...body, reasonId: params.id }),
  }),

  route("GET /contact-reasons/counts", {
    permission: "report.read",
    summary: "How many conversations were about what, of those resolved in a period",
    query: slice,
    response: z.object({
      themes: z.array(
        z.object({
          id: z.uuid(),
          names,
          n: z.number(),
          below: z.array(z.object({ id: z.uuid(), names, n: z.number() })),
        }),
      ),
      said: z.number(),
      unsaid: z.number().meta({ description: "Without a reason: in no share." }),
    }),
    run: (actor, { query }) => readReasons(actor, { slice: query }),
  }),

  route("GET /conversations/{id}/reason", {
    permission: "conversation.read",
    summary: "What a conversation was about, and what its tags suggest",
    params: byId,
    response: z.object({
      current: z.uuid().nullable(),
      suggested: z.array(z.uuid()),
      all: z.array(reason),
    }),
    run: (actor, { params }) => reasonChoice(actor, { conversationId: params.id }),
  }),

  route("PUT /conversations/{id}/reason", {
    permission: "conversation.triage",
    summary: "Say what a conversation was about; null takes it away",
    description: "Can be taken back like every act of triage, with its eventId.",
    params: byId,
    body: z.object({ reasonId: z.uuid().nullable() }),
    response: z.object({ version: z.number(), eventId: z.number() }),
    run: (actor, { params, body }) =>
      sayReason(actor, { conversationId: params.id, reasonId: body.reasonId }),
  }),
];
