import { z } from "zod";
import { approve, bypass } from "@/lib/approvals/approve";
import { sendBack } from "@/lib/approvals/send-back";
import { newId } from "@/lib/id";
import { idFromKey } from "@/lib/idempotency";
import { closeAnswered } from "@/lib/replies/also-open";
import { draftInput } from "@/lib/replies/draft";
import { goPrivate } from "@/lib/replies/go-private";
import { moveHeld, sendHeldNow, withdraw } from "@/lib/replies/held";
import { listApprovers, listHeld } from "@/lib/replies/list-held";
import {
  saveSharedDraft,
  shareDraft,
  sharedDraftOf,
  takeSharedDraft,
  unshareDraft,
} from "@/lib/replies/shared-draft";
import { forward, writeAside } from "@/lib/side-threads/forward";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";
import { heldReply, later, replied, sharedDraft } from "./shapes";

const gone = z.object({
  messageId: z.uuid(),
  delivery: z.object({ deliveryId: z.uuid(), sendAfter: moment, eventId: z.number() }).nullable(),
  eventId: z.number(),
});
const person = z.object({ id: z.uuid(), name: z.string() });
const fileIds = z.array(z.uuid()).max(20).default([]);

/** Words that have not left: for a colleague to read, for their hour, shared, or for somebody else than the customer. */
export const held = [
  route("GET /conversations/{id}/held", {
    permission: "conversation.read",
    summary: "Replies that are written and not let go",
    params: byId,
    response: listOf(heldReply),
    run: async (actor, { params }) => ({ items: await listHeld(actor, { conversationId: params.id }) }),
  }),

  route("GET /conversations/{id}/approvers", {
    permission: "conversation.reply",
    summary: "Whom I may ask to read a reply first",
    params: byId,
    query: z.object({ matter: z.enum(["any", "legal"]).default("any") }),
    response: listOf(person),
    run: async (actor, { params, query }) => ({
      items: await listApprovers(actor, { conversationId: params.id, ...query }),
    }),
  }),

  route("POST /held/{id}/approve", {
    permission: "reply.approve",
    summary: "Say yes to a colleague's reply, or to my own words in its place; it leaves",
    description:
      "`digest` is what was read: 409 when it is another one meanwhile. 409 with NewerThings when something was said since; its `seen` says yes all the same.",
    params: byId,
    body: z.object({
      digest: z.string().max(100),
      seen: z.string().max(500).nullable().default(null),
      text: z.string().max(100_000).nullable().default(null),
      confirmed: z.array(z.string().max(500)).max(50).default([]),
    }),
    response: gone,
    run: (actor, { params, body }) => approve(actor, { heldId: params.id, ...body }),
  }),

  route("POST /held/{id}/return", {
    permission: "reply.approve",
    summary: "Send a reply back to its author, with what should change",
    params: byId,
    body: z.object({ comment: z.string().max(5_000) }),
    response: z.object({ eventId: z.number() }),
    run: (actor, { params, body }) => sendBack(actor, { heldId: params.id, ...body }),
  }),

  route("POST /held/{id}/withdraw", {
    permission: "conversation.reply",
    summary: "Take a reply back before it is let go; any yes to it is void",
    params: byId,
    response: z.object({ text: z.string() }),
    run: (actor, { params }) => withdraw(actor, { heldId: params.id }),
  }),

  route("POST /held/{id}/bypass", {
    permission: "reply.bypass",
    summary: "In an emergency: let my own reply go without a colleague; it is written down",
    params: byId,
    response: gone,
    run: (actor, { params }) => bypass(actor, { heldId: params.id }),
  }),

  route("POST /held/{id}/move", {
    permission: "conversation.reply",
    summary: "Choose another hour for a reply that waits for its own",
    params: byId,
    body: later,
    run: (actor, { params, body }) => moveHeld(actor, { heldId: params.id, later: body }),
  }),

  route("POST /held/{id}/send-now", {
    permission: "conversation.reply",
    summary: "Let a reply go that was to wait for its hour",
    params: byId,
    body: z.object({ seen: z.string().max(500).nullable().default(null) }),
    response: z.object({ deliveryId: z.uuid(), sendAfter: moment, eventId: z.number() }),
    run: (actor, { params, body }) => sendHeldNow(actor, { heldId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/close-others", {
    permission: "conversation.triage",
    summary: "Close the customer's other conversations that this one has answered",
    params: byId,
    body: z.object({ otherIds: z.array(z.uuid()).min(1).max(20) }),
    response: z.object({ eventIds: z.array(z.number()) }),
    run: (actor, { params, body }) => closeAnswered(actor, { conversationId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/go-private", {
    permission: "conversation.reply",
    summary: "Go on with this customer by e-mail; opens a linked conversation where there is none",
    params: byId,
    response: z.object({
      conversationId: z.uuid(),
      number: z.number(),
      isNew: z.boolean(),
      publicLine: z.string(),
    }),
    run: (actor, { params }) => goPrivate(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/forwards", {
    permission: "conversation.reply",
    summary: "Forward to a third party, in a talk of its own that the customer never sees",
    status: 201,
    params: byId,
    body: z.object({
      id: z.uuid().optional(),
      to: z.array(z.string().trim().min(3).max(320)).min(1).max(20),
      subject: z.string().trim().min(1).max(250),
      text: z.string().min(1).max(100_000),
      fileIds,
    }),
    response: replied.extend({ sideThreadId: z.uuid() }),
    run: (actor, { params, body: { id, ...body } }, c) =>
      forward(actor, {
        ...body,
        conversationId: params.id,
        messageId: messageIdOf(actor, id, c.req.header("idempotency-key")),
      }),
  }),

  route("POST /side-threads/{id}/messages", {
    permission: "conversation.reply",
    summary: "Write on to a third party, and to nobody else",
    status: 201,
    params: byId,
    body: z.object({ id: z.uuid().optional(), text: z.string().min(1).max(100_000), fileIds }),
    response: replied,
    run: (actor, { params, body: { id, ...body } }, c) =>
      writeAside(actor, {
        ...body,
        sideThreadId: params.id,
        messageId: messageIdOf(actor, id, c.req.header("idempotency-key")),
      }),
  }),

  route("GET /conversations/{id}/shared-draft", {
    permission: "conversation.read",
    summary: "The draft that several people write, and who has it",
    params: byId,
    response: sharedDraft.nullable(),
    run: (actor, { params }) => sharedDraftOf(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/shared-draft", {
    permission: "conversation.note",
    summary: "Share my draft with everybody who sees the conversation",
    params: byId,
    body: draftInput,
    run: (actor, { params, body }) => shareDraft(actor, { conversationId: params.id, ...body }),
  }),

  route("PUT /conversations/{id}/shared-draft", {
    permission: "conversation.note",
    summary: "Write on in the shared draft, which only its holder may",
    description:
      "409 with `details.holder` when a colleague has taken it over: the words are kept as my own draft.",
    params: byId,
    body: draftInput,
    response: z.object({ version: z.number() }),
    run: (actor, { params, body }) => saveSharedDraft(actor, { conversationId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/shared-draft/take", {
    permission: "conversation.note",
    summary: "Take the shared draft over",
    params: byId,
    response: sharedDraft,
    run: (actor, { params }) => takeSharedDraft(actor, { conversationId: params.id }),
  }),

  route("DELETE /conversations/{id}/shared-draft", {
    permission: "conversation.note",
    summary: "End the sharing; the words become my own draft again",
    params: byId,
    run: (actor, { params }) => unshareDraft(actor, { conversationId: params.id }),
  }),
];

function messageIdOf(
  actor: Parameters<typeof idFromKey>[0],
  id: string | undefined,
  key: string | undefined,
) {
  return id ?? (key ? idFromKey(actor, key) : newId());
}
