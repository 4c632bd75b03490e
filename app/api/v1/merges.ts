import { z } from "zod";
import { blockKinds, conversationStatuses, identityKinds } from "@/db/enums";
import { block } from "@/lib/blocks/block";
import { listBlocks } from "@/lib/blocks/list-blocks";
import { unblock } from "@/lib/blocks/unblock";
import { link, unlink } from "@/lib/links/link";
import { merge } from "@/lib/merges/merge";
import { previewMerge } from "@/lib/merges/preview-merge";
import { unmerge } from "@/lib/merges/unmerge";
import { split } from "@/lib/splits/split";
import { follow, unfollow } from "@/lib/triage/follow";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";
import { changed } from "./shapes";

const side = z.object({
  id: z.uuid(),
  number: z.number(),
  customerName: z.string(),
  channelKind: z.string(),
  subject: z.string().nullable(),
  excerpt: z.string(),
  status: z.enum(conversationStatuses),
  messageCount: z.number(),
  assigneeId: z.uuid().nullable(),
  waitingSince: moment.nullable(),
  createdAt: moment,
  tags: z.array(z.string()),
});

/** Conversations that are one, become two, or belong together; and people who are let in no more. */
export const merges = [
  route("GET /conversations/{id}/merge-preview", {
    permission: "conversation.read",
    summary: "What putting another conversation into this one would do",
    params: byId,
    query: z.object({ otherId: z.uuid() }),
    response: z.object({
      survivor: side,
      stub: side,
      refusal: z.enum(["already", "brand", "spam", "restricted", "itself"]).nullable(),
      mixesCustomers: z.boolean(),
      after: side
        .pick({ status: true, messageCount: true, assigneeId: true, waitingSince: true, tags: true })
        .extend({ dueAt: moment.nullable() }),
    }),
    run: (actor, { params, query }) => previewMerge(actor, { survivorId: params.id, stubId: query.otherId }),
  }),

  route("POST /conversations/{id}/merge", {
    permission: "conversation.triage",
    summary: "Put another conversation into this one; nothing moves, and it can be taken back",
    description: "Of two customers only with `mayMixCustomers`: show them the warning of the preview first.",
    params: byId,
    body: z.object({ otherId: z.uuid(), mayMixCustomers: z.boolean().default(false) }),
    response: changed,
    run: (actor, { params, body }) =>
      merge(actor, {
        survivorId: params.id,
        stubId: body.otherId,
        mayMixCustomers: body.mayMixCustomers ? "yes" : "no",
      }),
  }),

  route("POST /conversations/{id}/unmerge", {
    permission: "conversation.triage",
    summary: "Take a conversation out of the one it was put into",
    params: byId,
    response: changed,
    run: (actor, { params }) => unmerge(actor, { stubId: params.id }),
  }),

  route("POST /conversations/{id}/split", {
    permission: "conversation.triage",
    summary: "From this message on, a conversation of its own, linked to the old one",
    params: byId,
    body: z.object({ messageId: z.uuid() }),
    response: changed.extend({ newId: z.uuid(), newNumber: z.number() }),
    run: (actor, { params, body }) => split(actor, { conversationId: params.id, messageId: body.messageId }),
  }),

  route("POST /conversations/{id}/links", {
    permission: "conversation.triage",
    summary: "These two belong together",
    params: byId,
    body: z.object({ otherId: z.uuid() }),
    response: changed,
    run: (actor, { params, body }) => link(actor, { conversationId: params.id, otherId: body.otherId }),
  }),

  route("DELETE /conversations/{id}/links/{otherId}", {
    permission: "conversation.triage",
    summary: "They do not belong together after all",
    params: z.object({ id: z.uuid(), otherId: z.uuid() }),
    response: changed,
    run: (actor, { params }) => unlink(actor, { conversationId: params.id, otherId: params.otherId }),
  }),

  route("POST /conversations/{id}/follow", {
    permission: "conversation.read",
    summary: "Tell me of every change",
    params: byId,
    run: (actor, { params }) => follow(actor, { conversationId: params.id }),
  }),

  route("DELETE /conversations/{id}/follow", {
    permission: "conversation.read",
    summary: "Tell me no more",
    params: byId,
    run: (actor, { params }) => unfollow(actor, { conversationId: params.id }),
  }),

  route("GET /blocks", {
    permission: "conversation.read",
    summary: "Who is blocked",
    response: listOf(
      z.object({
        id: z.uuid(),
        brandId: z.uuid(),
        brandName: z.string(),
        kind: z.enum(blockKinds),
        identityKind: z.enum(identityKinds).nullable(),
        value: z.string(),
        by: z.string().nullable(),
        at: moment,
        expiresAt: moment.nullable(),
        filedCount: z.number(),
      }),
    ),
    run: async (actor) => ({ items: await listBlocks(actor) }),
  }),

  route("POST /blocks", {
    permission: "conversation.triage",
    summary: "File what this address, domain or handle writes to a brand as spam",
    status: 201,
    body: z.object({
      brandId: z.uuid(),
      kind: z.enum(blockKinds),
      identityKind: z.enum(identityKinds).nullable().default(null),
      value: z.string().min(1).max(320),
      expiresAt: z.iso.datetime({ offset: true }).nullable().default(null),
    }),
    response: created,
    run: (actor, { body }) =>
      block(actor, { ...body, expiresAt: body.expiresAt === null ? null : new Date(body.expiresAt) }),
  }),

  route("DELETE /blocks/{id}", {
    permission: "conversation.triage",
    summary: "Let somebody in again",
    params: byId,
    run: (actor, { params }) => unblock(actor, { blockId: params.id }),
  }),
];
