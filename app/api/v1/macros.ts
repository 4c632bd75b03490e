import { z } from "zod";
import { macroAction } from "@/lib/macros/actions";
import { listMacros, macrosFor } from "@/lib/macros/list";
import { obstacles, planMacro } from "@/lib/macros/plan";
import { runMacro } from "@/lib/macros/run";
import { archiveMacro, createMacro, macroInput, updateMacro } from "@/lib/macros/save";
import { undoMacro } from "@/lib/macros/undo-run";
import { scope } from "@/lib/saved-replies/scope";
import { byId, created, listOf, moment } from "./fields";
import { replyBody, replyOf } from "./replies";
import { route } from "./route-line";
import { writtenText } from "./saved-replies";
import { replied } from "./shapes";

const macro = z
  .object({
    id: z.uuid(),
    name: z.string(),
    texts: z.array(writtenText),
    actions: z.array(macroAction),
    scope,
  })
  .meta({ id: "Macro" });

const named = z.object({ id: z.uuid(), name: z.string() }).nullable();
const obstacle = z
  .enum(obstacles)
  .nullable()
  .meta({ description: "Why it cannot be done here and now; null when it can." });

const plan = z
  .object({
    macroId: z.uuid(),
    name: z.string(),
    reply: z
      .object({
        mode: z.enum(["public", "private"]),
        channelId: z.string(),
        to: z.array(z.string()),
        text: z.string(),
        gaps: z.array(z.string()).meta({ description: "Variables without a value." }),
        obstacle,
      })
      .nullable(),
    steps: z.array(
      z.object({
        action: macroAction,
        agent: named,
        team: named,
        until: moment.nullable(),
        text: z.string().nullable(),
        obstacle,
      }),
    ),
  })
  .meta({ id: "MacroPlan" });

const ofConversation = z.object({ id: z.uuid(), macroId: z.uuid() });

/** An answer and what is done with it, in one key. */
export const macros = [
  route("GET /conversations/{id}/macros", {
    permission: "conversation.triage",
    summary: "Macros that can be run on this conversation",
    params: byId,
    response: listOf(macro),
    run: async (actor, { params }) => ({ items: await macrosFor(actor, { conversationId: params.id }) }),
  }),

  route("GET /conversations/{id}/macros/{macroId}", {
    permission: "conversation.triage",
    summary: "A dry run: exactly what a macro would do here, and what of it cannot be done",
    params: ofConversation,
    response: plan,
    run: (actor, { params }) => planMacro(actor, { conversationId: params.id, macroId: params.macroId }),
  }),

  route("POST /conversations/{id}/macros/{macroId}", {
    permission: "conversation.triage",
    summary: "Run a macro: its reply and everything it does, in one commit",
    description:
      "`reply` is what its author made of the text, null leaves it unsaid; 409 as for any reply. What cannot be done is left out, as the dry run says.",
    status: 201,
    params: ofConversation,
    body: z.object({ reply: replyBody.nullable().default(null) }),
    response: z.object({
      eventId: z.number().meta({ description: "Takes all of it back." }),
      replied: replied.nullable(),
      done: z.number(),
      left: z.number(),
    }),
    run: async (actor, { params, body }, c) =>
      runMacro(actor, {
        conversationId: params.id,
        macroId: params.macroId,
        reply: body.reply && (await replyOf(actor, params.id, body.reply, c.req.header("idempotency-key"))),
      }),
  }),

  route("POST /macro-runs/{eventId}/undo", {
    permission: "conversation.triage",
    summary: "Take a whole run of a macro back, within two minutes",
    params: z.object({ eventId: z.coerce.number().int() }),
    response: z.object({
      text: z.string().nullable().meta({ description: "Words of the reply, unsent again." }),
      replyHasLeft: z.boolean(),
    }),
    run: (actor, { params }) => undoMacro(actor, params),
  }),

  route("GET /macros", {
    permission: "conversation.read",
    summary: "Every macro that I may use",
    response: listOf(macro),
    run: async (actor) => ({ items: await listMacros(actor) }),
  }),

  route("POST /macros", {
    permission: "saved_reply.edit",
    summary: "Make a macro",
    status: 201,
    body: macroInput,
    response: created,
    run: (actor, { body }) => createMacro(actor, body),
  }),

  route("PUT /macros/{id}", {
    permission: "saved_reply.edit",
    summary: "Change a macro",
    params: byId,
    body: macroInput,
    run: (actor, { params, body }) => updateMacro(actor, { macroId: params.id, ...body }),
  }),

  route("DELETE /macros/{id}", {
    permission: "saved_reply.edit",
    summary: "Put a macro away",
    params: byId,
    run: (actor, { params }) => archiveMacro(actor, { macroId: params.id }),
  }),
];
