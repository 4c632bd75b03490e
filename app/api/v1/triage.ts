import { z } from "zod";
import { noReplyReasons } from "@/db/enums";
import { unfold } from "@/lib/duplicates/unfold";
import { assign } from "@/lib/triage/assign";
import { closeWithoutReply } from "@/lib/triage/close-without-reply";
import { markRead, markUnread } from "@/lib/triage/mark-read";
import { markSpam } from "@/lib/triage/mark-spam";
import { pin } from "@/lib/triage/pin";
import { reopen } from "@/lib/triage/reopen";
import { resolve } from "@/lib/triage/resolve";
import { restrict } from "@/lib/triage/restrict";
import { snooze } from "@/lib/triage/snooze";
import { tag, untag } from "@/lib/triage/tag";
import { takeNext } from "@/lib/triage/take-next";
import { undo } from "@/lib/triage/undo";
import { wait } from "@/lib/triage/wait";
import { byId, moment } from "./fields";
import { route } from "./route-line";
import { changed } from "./shapes";

const tagName = z.object({ name: z.string().trim().min(1).max(40) });

/** Everything that moves a conversation without saying anything to anybody outside. */
export const triage = [
  route("POST /take-next", {
    permission: "conversation.triage",
    summary: "Give me the top conversation that nobody has",
    body: z.object({ exceptId: z.uuid().nullable().default(null) }),
    description: "Every fifth is the one that has waited longest: `why` says so.",
    response: z
      .object({ conversationId: z.uuid(), number: z.number(), why: z.enum(["order", "oldest"]) })
      .nullable(),
    run: (actor, { body }) => takeNext(actor, body),
  }),

  route("POST /conversations/{id}/assign", {
    permission: "conversation.triage",
    summary: "Give a conversation to a colleague, to a team, or back to everybody",
    params: byId,
    body: z.object({ agentId: z.uuid().nullable(), teamId: z.uuid().nullable() }),
    response: changed,
    run: (actor, { params, body }) => assign(actor, { conversationId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/resolve", {
    permission: "conversation.triage",
    summary: "Done",
    params: byId,
    response: changed,
    run: (actor, { params }) => resolve(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/reopen", {
    permission: "conversation.triage",
    summary: "Back to work, from wherever it was",
    params: byId,
    response: changed,
    run: (actor, { params }) => reopen(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/wait", {
    permission: "conversation.triage",
    summary: "Their turn",
    params: byId,
    response: changed,
    run: (actor, { params }) => wait(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/snooze", {
    permission: "conversation.triage",
    summary: "Away until a moment, or until the customer writes",
    params: byId,
    body: z.object({ until: z.iso.datetime({ offset: true }) }),
    response: changed,
    run: (actor, { params, body }) =>
      snooze(actor, { conversationId: params.id, until: new Date(body.until) }),
  }),

  route("POST /conversations/{id}/pin", {
    permission: "conversation.triage",
    summary: "First (-1), can wait (1), or as it comes (0)",
    params: byId,
    body: z.object({ pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
    response: changed,
    run: (actor, { params, body }) => pin(actor, { conversationId: params.id, pin: body.pin }),
  }),

  route("POST /conversations/{id}/spam", {
    permission: "conversation.triage",
    summary: "Spam: outside every figure",
    params: byId,
    response: changed,
    run: (actor, { params }) => markSpam(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/unfold", {
    permission: "conversation.triage",
    summary: "Not the same: take it out of the row of those that say nearly the same, for good",
    params: byId,
    response: changed,
    run: (actor, { params }) => unfold(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/close-without-reply", {
    permission: "conversation.triage",
    summary: "No reply needed, and why",
    params: byId,
    body: z.object({ reason: z.enum(noReplyReasons) }),
    response: changed,
    run: (actor, { params, body }) =>
      closeWithoutReply(actor, { conversationId: params.id, reason: body.reason }),
  }),

  route("POST /conversations/{id}/tag", {
    permission: "conversation.triage",
    summary: "Put a tag on; a new name makes a new tag",
    params: byId,
    body: tagName,
    response: changed,
    run: (actor, { params, body }) => tag(actor, { conversationId: params.id, name: body.name }),
  }),

  route("POST /conversations/{id}/untag", {
    permission: "conversation.triage",
    summary: "Take a tag off",
    params: byId,
    body: tagName,
    response: changed,
    run: (actor, { params, body }) => untag(actor, { conversationId: params.id, name: body.name }),
  }),

  route("POST /conversations/{id}/restrict", {
    permission: "conversation.restrict",
    summary: "Only the people named see it from now on; an empty list lifts that",
    params: byId,
    body: z.object({ agentIds: z.array(z.uuid()).max(100) }),
    response: changed,
    run: (actor, { params, body }) => restrict(actor, { conversationId: params.id, agentIds: body.agentIds }),
  }),

  route("POST /conversations/{id}/read", {
    permission: "conversation.read",
    summary: "I have seen what is there",
    params: byId,
    response: z.object({ readAt: moment }),
    run: (actor, { params }) => markRead(actor, { conversationId: params.id }),
  }),

  route("POST /conversations/{id}/unread", {
    permission: "conversation.read",
    summary: "Show it to me as unread",
    params: byId,
    run: (actor, { params }) => markUnread(actor, { conversationId: params.id }),
  }),

  route("POST /undo", {
    permission: "conversation.triage",
    summary: "Take back one of my own actions, by its event, within two minutes",
    body: z.object({ eventId: z.number().int() }),
    response: changed,
    run: (actor, { body }) => undo(actor, body),
  }),
];
