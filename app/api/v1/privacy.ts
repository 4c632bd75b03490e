import { z } from "zod";
import { conversationKinds, conversationStatuses, languages, privacyKinds } from "@/db/enums";
import { eraseCustomer } from "@/lib/privacy/erase";
import { exportCustomer } from "@/lib/privacy/export";
import { listRequests, readRequest } from "@/lib/privacy/list-requests";
import { previewErasure } from "@/lib/privacy/preview-erasure";
import { resumeProfiling, stopProfiling } from "@/lib/privacy/profiling";
import { becomeContact, becomePrivacyRequest, closeRequest, extendRequest } from "@/lib/privacy/request";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";
import { toArchive } from "./to-download";

const request = z.object({
  conversationId: z.uuid(),
  number: z.number().int(),
  subject: z.string().nullable(),
  status: z.enum(conversationStatuses),
  customerId: z.uuid(),
  customerName: z.string(),
  kind: z.enum(privacyKinds),
  askedAt: moment,
  dueAt: moment,
  extendedBecause: z.string().nullable(),
  doneAt: moment.nullable(),
  doneByName: z.string().nullable(),
  exportedAt: moment.nullable(),
  erasedAt: moment.nullable(),
  answeredAt: moment.nullable(),
});

const counts = z.record(z.string(), z.number().int());

export const privacy = [
  route("GET /privacy-requests", {
    permission: "privacy.handle",
    summary: "Requests under data protection law: the open ones by their date, or the last that are done",
    query: z.object({ state: z.enum(["open", "done"]).default("open") }),
    response: listOf(request),
    run: (actor, { query }) => listRequests(actor, query),
  }),

  route("GET /conversations/{id}/privacy", {
    permission: "conversation.read",
    summary: "The request that a conversation is, or that its words read like",
    description: "`offered` is only an offer: nothing becomes a request before a colleague says so.",
    params: byId,
    response: z.object({
      kind: z.enum(conversationKinds),
      request: request.nullable(),
      offered: z.object({ kind: z.enum(privacyKinds), words: z.string() }).nullable(),
    }),
    run: (actor, { params }) => readRequest(actor, { conversationId: params.id }),
  }),

  route("PUT /conversations/{id}/privacy", {
    permission: "conversation.triage",
    summary: "Make a conversation a request under data protection law",
    description:
      "Its month runs from the day that the first message arrived (Regulation (EU) 2016/679, article 12(3)). `onlyForHandlers` lets only those see it who handle such requests, which needs the right to restrict.",
    params: byId,
    body: z.object({ kind: z.enum(privacyKinds), onlyForHandlers: z.boolean().default(false) }),
    async run(actor, { params, body }) {
      await becomePrivacyRequest(actor, { conversationId: params.id, ...body });
    },
  }),

  route("DELETE /conversations/{id}/privacy", {
    permission: "conversation.triage",
    summary: "It was no such request after all",
    params: byId,
    async run(actor, { params }) {
      await becomeContact(actor, { conversationId: params.id });
    },
  }),

  route("POST /conversations/{id}/privacy/extend", {
    permission: "privacy.handle",
    summary: "Take two months more, with the reason that the person was told",
    params: byId,
    body: z.object({ because: z.string().trim().min(1).max(1000) }),
    response: z.object({ dueAt: moment }),
    run: (actor, { params, body }) => extendRequest(actor, { conversationId: params.id, ...body }),
  }),

  route("POST /conversations/{id}/privacy/done", {
    permission: "privacy.handle",
    summary: "Everything asked for was done, and the person told",
    params: byId,
    async run(actor, { params }) {
      await closeRequest(actor, { conversationId: params.id });
    },
  }),

  route("GET /customers/{id}/everything", {
    permission: "privacy.handle",
    summary: "Everything held on a person, as one archive",
    description:
      "`data.json`, a page to read, the files, and each message as it came in. Scores come with their reasons in words.",
    params: byId,
    query: z.object({ language: z.enum(languages).default("en") }),
    produces: "application/zip",
    async run(actor, { params, query }) {
      return toArchive(await exportCustomer(actor, { customerId: params.id, language: query.language }));
    },
  }),

  route("GET /customers/{id}/erasure", {
    permission: "customer.erase",
    summary: "What an erasure would take",
    params: byId,
    response: z.object({
      customerId: z.uuid(),
      name: z.string(),
      records: z.number().int(),
      conversations: z.number().int(),
      counts,
      files: z.number().int(),
      holds: z.array(z.object({ number: z.number().int(), reason: z.enum(["restricted", "legal"]) })),
      open: z.number().int(),
      unsent: z.number().int(),
    }),
    run: (actor, { params }) => previewErasure(actor, { customerId: params.id }),
  }),

  route("POST /customers/{id}/erasure", {
    permission: "customer.erase",
    summary: "Erase a person. There is no undo",
    description:
      "`confirmed` is the person's name as it stands. Where a conversation is restricted or a legal matter, `despiteHold` says that this was weighed.",
    params: byId,
    body: z.object({ confirmed: z.string().max(1000), despiteHold: z.boolean().default(false) }),
    response: z.object({ counts, files: z.number().int() }),
    run: (actor, { params, body }) => eraseCustomer(actor, { customerId: params.id, ...body }),
  }),

  route("PUT /customers/{id}/no-profile", {
    permission: "customer.edit",
    summary: "They object to being profiled: forget what was concluded, and conclude nothing more",
    params: byId,
    response: z.object({ forgotten: counts }),
    run: async (actor, { params }) => ({ forgotten: await stopProfiling(actor, { customerId: params.id }) }),
  }),

  route("DELETE /customers/{id}/no-profile", {
    permission: "customer.edit",
    summary: "They agree to it again",
    params: byId,
    run: (actor, { params }) => resumeProfiling(actor, { customerId: params.id }),
  }),
];
