import { z } from "zod";
import { callOutcomes } from "@/db/enums";
import { addNote } from "@/lib/conversations/note";
import { recordCall } from "@/lib/conversations/record-call";
import { byId } from "./fields";
import { route } from "./route";

const written = z.object({ messageId: z.uuid(), eventId: z.number() });

/** One conversation: reading it, and what is said in it. */
export const conversations = [
  route("POST /conversations/{id}/notes", {
    permission: "conversation.note",
    summary: "Words for colleagues",
    status: 201,
    params: byId,
    body: z.object({ text: z.string().min(1).max(20_000), mentions: z.array(z.uuid()).max(50).default([]) }),
    response: written,
    run: (actor, { params, body }) => addNote(actor, { conversationId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/calls", {
    permission: "conversation.reply",
    summary: "I called, or answered somewhere else",
    status: 201,
    params: byId,
    body: z.object({ outcome: z.enum(callOutcomes), text: z.string().max(20_000).default("") }),
    response: written,
    run: (actor, { params, body }) => recordCall(actor, { conversationId: params.id, ...body }),
  }),
];
