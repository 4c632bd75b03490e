import { z } from "zod";
import { languages } from "@/db/enums";
import { listSavedReplies, savedRepliesFor } from "@/lib/saved-replies/list";
import {
  archiveSavedReply,
  createSavedReply,
  restoreSavedReply,
  savedReplyInput,
  updateSavedReply,
} from "@/lib/saved-replies/save";
import { scope } from "@/lib/saved-replies/scope";
import { takeSavedReplyFiles } from "@/lib/saved-replies/use";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";
import { file } from "./shapes";

export const writtenText = z.object({
  language: z.enum(languages).nullable(),
  mode: z.enum(["public", "private"]).nullable(),
  text: z.string(),
});

const savedReply = z
  .object({
    id: z.uuid(),
    name: z.string(),
    texts: z.array(writtenText),
    isModel: z.boolean().meta({ description: "Shown first to somebody in their first weeks." }),
    scope,
    files: z.array(z.object({ id: z.uuid(), name: z.string(), contentType: z.string(), size: z.number() })),
    uses: z.number().meta({ description: "Sent in the last 90 days." }),
    unedited: z.number().meta({ description: "Of these, as it was written." }),
  })
  .meta({ id: "SavedReply" });

/** Texts that are written often. */
export const savedReplies = [
  route("GET /conversations/{id}/saved-replies", {
    permission: "conversation.read",
    summary: "Texts that can be put into an answer to this conversation",
    params: byId,
    response: listOf(savedReply),
    run: async (actor, { params }) => ({
      items: await savedRepliesFor(actor, { conversationId: params.id }),
    }),
  }),

  route("GET /saved-replies", {
    permission: "conversation.read",
    summary: "Every saved reply that I may use",
    query: z.object({ archived: z.enum(["no", "only"]).default("no") }),
    response: listOf(savedReply.extend({ updatedAt: moment, isArchived: z.boolean() })),
    run: async (actor, { query }) => ({ items: await listSavedReplies(actor, query) }),
  }),

  route("POST /saved-replies", {
    permission: "saved_reply.edit",
    summary: "Save a reply for many answers",
    status: 201,
    body: savedReplyInput,
    response: created,
    run: (actor, { body }) => createSavedReply(actor, body),
  }),

  route("PUT /saved-replies/{id}", {
    permission: "saved_reply.edit",
    summary: "Change a saved reply",
    params: byId,
    body: savedReplyInput,
    run: (actor, { params, body }) => updateSavedReply(actor, { savedReplyId: params.id, ...body }),
  }),

  route("DELETE /saved-replies/{id}", {
    permission: "saved_reply.edit",
    summary: "Put a saved reply away",
    params: byId,
    run: (actor, { params }) => archiveSavedReply(actor, { savedReplyId: params.id }),
  }),

  route("POST /saved-replies/{id}/restore", {
    permission: "saved_reply.edit",
    summary: "Take a saved reply back that was put away",
    params: byId,
    run: (actor, { params }) => restoreSavedReply(actor, { savedReplyId: params.id }),
  }),

  route("POST /saved-replies/{id}/files", {
    permission: "conversation.reply",
    summary: "Copy the files of a saved reply as uploads of mine, for an answer",
    status: 201,
    params: byId,
    response: listOf(file),
    run: async (actor, { params }) => ({
      items: await takeSavedReplyFiles(actor, { savedReplyId: params.id }),
    }),
  }),
];
