import { z } from "zod";
import { callOutcomes } from "@/db/enums";
import { getConversation, olderTimeline } from "@/lib/conversations/get-conversation";
import { mentionable } from "@/lib/conversations/mentionable";
import { messageDocument } from "@/lib/conversations/message-document";
import { addNote } from "@/lib/conversations/note";
import { recordCall } from "@/lib/conversations/record-call";
import { byId, listOf } from "./fields";
import { route } from "./route-line";
import { conversation, timelineItem } from "./shapes";

const written = z.object({ messageId: z.uuid(), eventId: z.number() });

/** One conversation: reading it, and what is said about it inside the house. */
export const conversations = [
  route("GET /conversations/{id}", {
    permission: "conversation.read",
    summary:
      "Everything that one screen shows of a conversation; by its id, or by the number that people say",
    params: z.object({ id: z.string().regex(/^\d{1,15}$|^[0-9a-f-]{36}$/i) }),
    response: conversation,
    run: (actor, { params }) => getConversation(actor, { idOrNumber: params.id }),
  }),

  route("GET /conversations/{id}/timeline", {
    permission: "conversation.read",
    summary: "What stands further back in a conversation",
    params: byId,
    query: z.object({ cursor: z.string().max(500) }),
    response: z.object({ items: z.array(timelineItem), older: z.string().nullable() }),
    run: (actor, { params, query }) =>
      olderTimeline(actor, { conversationId: params.id, cursor: query.cursor }),
  }),

  route("GET /conversations/{id}/messages/{messageId}/html", {
    permission: "conversation.read",
    summary: "A message as it was designed, made harmless, for a sandboxed frame",
    description: "The header `x-blocked-pictures` counts the pictures from elsewhere that were left out.",
    params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    query: z.object({ pictures: z.enum(["none", "remote"]).default("none") }),
    produces: "text/html",
    async run(actor, { params, query }) {
      const { document, blocked } = await messageDocument(actor, {
        conversationId: params.id,
        messageId: params.messageId,
        pictures: query.pictures,
      });
      return new Response(document, {
        headers: {
          "content-type": "text/html; charset=utf-8",
          // The frame may be opened by itself too, so the document carries its own cage.
          "content-security-policy":
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "cache-control": "private, no-store",
          "x-blocked-pictures": String(blocked),
        },
      });
    },
  }),

  route("GET /conversations/{id}/mentionable", {
    permission: "conversation.note",
    summary: "Colleagues and teams that a note here can call",
    description: "`maySee` of `people` may see the conversation; only they are told.",
    params: byId,
    response: listOf(
      z.object({
        kind: z.enum(["agent", "team"]),
        id: z.uuid(),
        name: z.string(),
        people: z.number(),
        maySee: z.number(),
      }),
    ),
    run: async (actor, { params }) => ({
      items: await mentionable(actor, { conversationId: params.id }),
    }),
  }),

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
    body: z.object({
      outcome: z.enum(callOutcomes),
      text: z.string().max(20_000).default(""),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .nullable()
        .default(null)
        .meta({ description: "Where the answer stands, for one given on the site." }),
    }),
    response: written,
    run: (actor, { params, body }) => recordCall(actor, { conversationId: params.id, ...body }),
  }),
];
