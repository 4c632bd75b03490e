import { z } from "zod";
import { languages } from "@/db/enums";
import { sorts } from "@/lib/conversations/types";
import { changesSince } from "@/lib/live/since";
import { organisationChange, readOrganisation, updateOrganisation } from "@/lib/organisation/organisation";
import { deleteDraft, draftInput, draftVersion, saveDraft } from "@/lib/replies/draft";
import { removeSample, replaySample } from "@/lib/sample";
import { listTags } from "@/lib/triage/list-tags";
import { countSavedViews } from "@/lib/views/count-views";
import { listViews } from "@/lib/views/list-views";
import { orderViews, viewOrder } from "@/lib/views/order-views";
import { createView, deleteView, updateView, viewInput } from "@/lib/views/save-view";
import { byId, created, listOf } from "./fields";
import { route } from "./route-line";
import { queueRow } from "./shapes";

const membership = queueRow
  .pick({
    number: true,
    status: true,
    brandId: true,
    teamId: true,
    assigneeId: true,
    channelId: true,
    isPublic: true,
    isRestricted: true,
    isNew: true,
    kind: true,
    lane: true,
    band: true,
    dueAt: true,
    lastMessageAt: true,
    tags: true,
  })
  .nullable();

/** What lies on everybody's desk beside the work itself. */
export const desk = [
  route("GET /since", {
    permission: "queue.read",
    summary: "What changed since a place in the stream, after a cut",
    description: "`push` is null when everything is to be fetched anew.",
    query: z.object({ seq: z.string().max(200).nullable().default(null) }),
    response: z.object({
      push: z
        .object({
          seq: z.string(),
          rows: z.array(z.object({ row: queueRow, before: membership, touched: z.boolean() })),
          gone: z.array(z.object({ id: z.uuid(), before: membership })),
        })
        .nullable(),
      seq: z.string(),
    }),
    run: (actor, { query }) => changesSince(actor, query),
  }),

  route("PUT /conversations/{id}/draft", {
    permission: "conversation.note",
    summary: "Keep my words for a conversation",
    params: byId,
    body: draftInput.extend({ baseVersion: draftVersion }),
    description:
      "409 with `details.draft` when another window of mine has saved since `baseVersion`: neither text is lost.",
    response: z.object({ version: z.number() }),
    run: (actor, { params, body }) => saveDraft(actor, { conversationId: params.id, ...body }),
  }),

  route("DELETE /conversations/{id}/draft", {
    permission: "conversation.note",
    summary: "Throw my words away",
    params: byId,
    run: (actor, { params }) => deleteDraft(actor, { conversationId: params.id }),
  }),

  route("GET /tags", {
    permission: "queue.read",
    summary: "Every tag there is",
    response: listOf(z.string()),
    run: async (actor) => ({ items: await listTags(actor) }),
  }),

  route("GET /views", {
    permission: "queue.read",
    summary: "My saved views and the shared ones",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        query: z.string(),
        sort: z.enum(sorts),
        shared: z.enum(["me", "team", "everybody"]),
        teamId: z.uuid().nullable(),
      }),
    ),
    run: async (actor) => ({ items: await listViews(actor) }),
  }),

  route("POST /views", {
    permission: "view.edit",
    summary: "Save a filter under a name",
    status: 201,
    body: viewInput,
    response: created,
    run: (actor, { body }) => createView(actor, body),
  }),

  route("GET /views/counts", {
    permission: "queue.read",
    summary: "How many conversations each of my saved views has; those of history are left out",
    response: z.object({ counts: z.record(z.string(), z.number()) }),
    run: async (actor) => ({ counts: await countSavedViews(actor) }),
  }),

  route("PUT /views/order", {
    permission: "view.edit",
    summary: "The order of the views in my own rail",
    body: viewOrder,
    run: (actor, { body }) => orderViews(actor, body),
  }),

  route("PUT /views/{id}", {
    permission: "view.edit",
    summary: "Change a view",
    params: byId,
    body: viewInput,
    run: (actor, { params, body }) => updateView(actor, { viewId: params.id, ...body }),
  }),

  route("DELETE /views/{id}", {
    permission: "view.edit",
    summary: "Take a view away",
    params: byId,
    run: (actor, { params }) => deleteView(actor, { viewId: params.id }),
  }),

  route("GET /organisation", {
    permission: "queue.read",
    summary: "The house: name, language, time zone, how long a reply can be taken back, what needs a yes",
    response: z.object({
      name: z.string(),
      language: z.enum(languages),
      zone: z.string(),
      undoSeconds: z.number(),
      legalTag: z.string(),
      approvalFallbackMinutes: z.number(),
      profileDays: z.number(),
    }),
    run: (actor) => readOrganisation(actor),
  }),

  route("PATCH /organisation", {
    permission: "organisation.edit",
    summary: "Change the house",
    body: organisationChange,
    run: (actor, { body }) => updateOrganisation(actor, body),
  }),

  route("DELETE /sample", {
    permission: "sample.remove",
    summary: "Take the sample brands away with all that hangs on them",
    response: z.object({ brands: z.number(), conversations: z.number() }),
    run: (actor) => removeSample(actor),
  }),

  route("POST /sample/replay", {
    permission: "sample.remove",
    summary: "Play the sample again from its first line",
    run: (actor) => replaySample(actor),
  }),
];
