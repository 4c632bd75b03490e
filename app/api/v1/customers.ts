import { z } from "zod";
import { linkEvidences } from "@/db/enums";
import { anyJson } from "@/lib/channels/settings";
import { editCustomer } from "@/lib/customers/edit";
import { exportCustomers } from "@/lib/customers/export-csv";
import { getCustomer } from "@/lib/customers/get-customer";
import { addIdentity, enteredKinds, removeIdentity, restoreIdentity } from "@/lib/customers/identities";
import { listCustomers, listCustomerTags } from "@/lib/customers/list-customers";
import { listMoments } from "@/lib/customers/list-moments";
import { listSuggestions, listTies } from "@/lib/customers/list-suggestions";
import { merge } from "@/lib/customers/merge";
import { previewMerge } from "@/lib/customers/preview-merge";
import { tellApart } from "@/lib/customers/tell-apart";
import { undo } from "@/lib/customers/undo";
import { unmerge } from "@/lib/customers/unmerge";
import { readAvatar } from "@/lib/pictures/avatar";
import { byId, created, listOf, moment, pageOf } from "./fields";
import { route } from "./route-line";
import { customer } from "./shapes";

const done = z.object({ eventId: z.number() });
const other = z.object({ otherId: z.uuid() });
const line = z.string().trim().max(200);

const reason = z
  .object({
    code: z.string(),
    weight: z.number(),
    params: z.record(z.string(), z.string()).optional(),
  })
  .meta({ description: "For or against, in bits: +9.1 rare same name, -1.5 other e-mail." });

const fields = z.object({
  name: z.string(),
  city: z.string().nullable(),
  language: z.string().nullable(),
  zone: z.string().nullable(),
  note: z.string().nullable(),
  facts: z.record(z.string(), anyJson),
  tags: z.array(z.string()),
  doNotContactAt: z.string().nullable(),
  unsubscribedAt: z.string().nullable(),
  noProfileAt: z.string().nullable(),
});

const choice = z.enum(["one", "other", "both"]);
const named = z.object({ id: z.uuid(), name: z.string() });

const edit = z.object({
  name: line.min(1).optional(),
  city: line.nullable().optional(),
  language: z.string().max(10).nullable().optional(),
  zone: z.string().max(60).nullable().optional(),
  note: z.string().max(5_000).nullable().optional(),
  tags: z.array(z.string().max(40)).max(30).optional(),
  facts: z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.null()])).optional(),
  doNotContact: z.boolean().optional(),
  unsubscribed: z.boolean().optional(),
  noProfile: z.boolean().optional(),
});

/** People outside: who they are on every channel, and what is known of them. */
export const customers = [
  route("GET /customers", {
    permission: "customer.read",
    summary: "Customers that I may see, found by anything they ever used",
    query: z.object({
      text: z.string().max(200).default(""),
      brandId: z.uuid().nullable().default(null),
      tag: z.string().max(40).nullable().default(null),
      cursor: z.string().nullable().default(null),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: pageOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        brandId: z.uuid(),
        city: z.string().nullable(),
        tags: z.array(z.string()),
        identities: z.array(z.object({ kind: z.string(), display: z.string() })),
        conversations: z.number(),
        lastContactAt: moment.nullable(),
        doNotContact: z.boolean(),
      }),
    ),
    run: (actor, { query }) => listCustomers(actor, query),
  }),

  route("GET /customers/tags", {
    permission: "customer.read",
    summary: "Tags that customers carry",
    response: listOf(z.string()),
    run: async (actor) => ({ items: await listCustomerTags(actor) }),
  }),

  route("GET /customers/export", {
    permission: "customer.export",
    summary: "Every customer that I may see, as CSV",
    produces: "text/csv",
    async run(actor) {
      const lines = exportCustomers(actor);
      // The first line before the headers: who may not gets an error, not a broken file.
      const first = await lines.next();
      const encoder = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        start: (out) => out.enqueue(encoder.encode(String(first.value ?? ""))),
        async pull(out) {
          const next = await lines.next();
          if (next.done) out.close();
          else out.enqueue(encoder.encode(next.value));
        },
      });
      return new Response(body, {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": 'attachment; filename="customers.csv"',
          "cache-control": "no-store",
        },
      });
    },
  }),

  route("GET /customers/{id}", {
    permission: "customer.read",
    summary: "A customer with their addresses and the conversations that I may see",
    description: "Of several records that are one person, any leads to the person.",
    params: byId,
    response: customer,
    run: (actor, { params }) => getCustomer(actor, { customerId: params.id, exceptId: null }),
  }),

  route("PATCH /customers/{id}", {
    permission: "customer.edit",
    summary: "Change what is known of a customer; what is left out stays",
    params: byId,
    body: edit,
    response: done,
    run: (actor, { params, body }) => editCustomer(actor, { customerId: params.id, edit: body }),
  }),

  route("GET /customers/{id}/moments", {
    permission: "customer.read",
    summary: "One line of time over all channels, silent signs and promises, the newest first",
    params: byId,
    query: z.object({
      cursor: z.string().nullable().default(null),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: pageOf(
      z.object({
        id: z.uuid(),
        what: z.enum(["message", "signal", "promise"]),
        kind: z.string(),
        at: moment,
        text: z.string(),
        channelKind: z.string().nullable(),
        isPublic: z.boolean(),
        number: z.number().nullable(),
        details: z.record(z.string(), anyJson),
      }),
    ),
    run: (actor, { params, query }) => listMoments(actor, { customerId: params.id, ...query }),
  }),

  route("POST /customers/{id}/identities", {
    permission: "customer.edit",
    summary: "An address or number that is theirs, on a colleague's word",
    status: 201,
    params: byId,
    body: z.object({ kind: z.enum(enteredKinds), value: z.string().trim().min(1).max(254) }),
    response: created,
    run: (actor, { params, body }) => addIdentity(actor, { customerId: params.id, ...body }),
  }),

  route("DELETE /customers/{id}/identities/{identityId}", {
    permission: "customer.edit",
    summary: "An address that is not theirs",
    params: z.object({ id: z.uuid(), identityId: z.uuid() }),
    run: (actor, { params }) =>
      removeIdentity(actor, { customerId: params.id, identityId: params.identityId }),
  }),

  route("POST /customers/{id}/identities/{identityId}/restore", {
    permission: "customer.edit",
    summary: "Put back an address that I removed",
    params: z.object({ id: z.uuid(), identityId: z.uuid() }),
    run: (actor, { params }) =>
      restoreIdentity(actor, { customerId: params.id, identityId: params.identityId }),
  }),

  route("GET /customers/{id}/suggestions", {
    permission: "customer.read",
    summary: "Who may be the same person, with signed reasons",
    params: byId,
    response: listOf(
      z.object({
        linkId: z.uuid(),
        ownId: z.uuid(),
        other: named.extend({
          city: z.string().nullable(),
          identities: z.array(z.object({ kind: z.string(), display: z.string() })),
        }),
        weight: z.number().nullable(),
        reasons: z.array(reason),
        at: moment,
      }),
    ),
    run: async (actor, { params }) => ({ items: await listSuggestions(actor, { customerId: params.id }) }),
  }),

  route("GET /customers/{id}/ties", {
    permission: "customer.read",
    summary: "Which records are one person and which were told apart, with evidence, author and time",
    params: byId,
    response: listOf(
      z.object({
        linkId: z.uuid(),
        verdict: z.enum(["same", "not_same"]),
        evidence: z.enum(linkEvidences),
        reasons: z.array(reason),
        one: named,
        other: named,
        by: z.string().nullable(),
        at: moment.nullable(),
        wrote: z.array(z.string()),
      }),
    ),
    run: async (actor, { params }) => ({ items: await listTies(actor, { customerId: params.id }) }),
  }),

  route("GET /customers/{id}/merge-preview", {
    permission: "customer.merge",
    summary: "Field by field, what making two customers one would show; nothing changes",
    params: byId,
    query: other,
    response: z.object({
      one: fields.extend({ id: z.uuid() }),
      other: fields.extend({ id: z.uuid() }),
      differences: z.array(z.object({ field: z.string(), one: anyJson, other: anyJson, taken: choice })),
      counted: z.record(z.string(), anyJson).nullable(),
      isToldApart: z.boolean(),
    }),
    run: (actor, { params, query }) => previewMerge(actor, { oneId: params.id, otherId: query.otherId }),
  }),

  route("POST /customers/{id}/merge", {
    permission: "customer.merge",
    summary: "These two are one person; nothing moves, and it can be taken back",
    description:
      "`choices`: by field of the preview, whose word is taken. `mayJoinToldApart`: also where a colleague said that they are two.",
    params: byId,
    body: other.extend({
      choices: z.record(z.string(), choice).default({}),
      mayJoinToldApart: z.boolean().default(false),
    }),
    response: done.extend({ linkId: z.uuid(), personId: z.uuid() }),
    run: (actor, { params, body }) =>
      merge(actor, {
        oneId: params.id,
        otherId: body.otherId,
        choices: body.choices,
        despite: body.mayJoinToldApart ? "told_apart" : "nothing",
      }),
  }),

  route("POST /customers/{id}/tell-apart", {
    permission: "customer.merge",
    summary: "These are two people; remembered, and not asked again",
    params: byId,
    body: other,
    response: done,
    run: (actor, { params, body }) => tellApart(actor, { oneId: params.id, otherId: body.otherId }),
  }),

  route("POST /customer-ties/{id}/unmerge", {
    permission: "customer.merge",
    summary: "Take a tie between two records back, with everything as it was",
    params: byId,
    response: done.extend({ linkId: z.uuid() }),
    run: (actor, { params }) => unmerge(actor, { linkId: params.id }),
  }),

  route("POST /customer-ties/undo", {
    permission: "customer.merge",
    summary: "Take my own merge, un-merge or 'not the same' back, within two minutes",
    body: done,
    response: done,
    run: (actor, { body }) => undo(actor, body),
  }),

  route("GET /customers/{id}/avatar", {
    permission: "customer.read",
    summary: "A customer's picture, served by us",
    params: byId,
    produces: "image/*",
    async run(actor, { params }) {
      const { contentType, bytes } = await readAvatar(actor, { customerId: params.id });
      return new Response(Buffer.from(bytes), {
        headers: {
          "content-type": contentType,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": "private, max-age=86400",
        },
      });
    },
  }),
];
