import type { Context } from "hono";
import { z } from "zod";
import {
  conversationKinds,
  outreachOutcomes,
  signalKinds,
  signalRuleKinds,
  signalSourceKinds,
} from "@/db/enums";
import { authorize } from "@/lib/access";
import { callerOf } from "@/lib/agents/session";
import { anyJson } from "@/lib/channels/settings";
import { fail } from "@/lib/errors";
import { dryRunSignalRule } from "@/lib/signals/dry-run";
import { listSignalRules } from "@/lib/signals/list-rules";
import { listSignals, signalsOfCustomer } from "@/lib/signals/list-signals";
import { endOutreach, readOutreach } from "@/lib/signals/outreach";
import { recordSignals } from "@/lib/signals/record";
import { saveOutreachCap, saveSignalRule, signalRuleInput } from "@/lib/signals/save-rule";
import { mostSignals } from "@/lib/signals/signal";
import { createSource, deleteSource, listSources, newSource } from "@/lib/signals/sources/manage";
import { receiveFromSource } from "@/lib/signals/sources/receive";
import { readCapped } from "./body";
import { byId, listOf, moment, pageOf } from "./fields";
import { openRoute, route } from "./route-line";

const number = z.number();
const recorded = z
  .object({
    stored: number,
    known: number,
    newCustomers: number,
    items: z.array(
      z.object({
        outcome: z.enum(["stored", "known", "nobody", "objected", "faulty"]),
        customerId: z.uuid().nullable(),
        fault: z.string().nullable(),
      }),
    ),
    faults: z.array(z.object({ place: number, code: z.string(), params: z.record(z.string(), z.string()) })),
  })
  .meta({ id: "RecordedSignals" });

const sign = z
  .object({
    id: z.uuid(),
    customerId: z.uuid(),
    customerName: z.string(),
    kind: z.enum(signalKinds),
    at: moment,
    details: z.record(z.string(), anyJson),
    amountMinor: number.nullable(),
    currency: z.string().nullable(),
  })
  .meta({ id: "Signal" });

const ways = z.enum(["mail", "call", "letter", "none"]);
const reason = z.object({ code: z.enum(signalRuleKinds), params: z.record(z.string(), anyJson) });
const numbers = z.record(z.string(), number);

/** What customers do without words: told here, shown, looked at by rules. */
export const signals = [
  openRoute("POST /signals", {
    summary: "Tell what customers did without words, up to 1,000 at once",
    description:
      '`{"brandId", "signals": [...]}` with a bearer token (action signal.feed); or `?source=<id>` and the body signed with the ' +
      "source's secret: Avant-Timestamp and Avant-Signature. Told twice, it is one. Each item is answered by itself. docs/signals.md shows the fields.",
    query: z.object({ source: z.uuid().optional() }),
    response: recorded,
    run: ({ query }, c) => take(c, query.source ?? null),
  }),

  route("GET /signals", {
    permission: "customer.read",
    summary: "The latest signs of my brands",
    query: z.object({
      kind: z.enum(signalKinds).optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: pageOf(sign),
    run: (actor, { query }) =>
      listSignals(actor, { kind: query.kind ?? null, before: query.cursor ?? null, limit: query.limit }),
  }),

  route("GET /customers/{id}/signals", {
    permission: "customer.read",
    summary: "What one customer did without words, and the rhythm of their orders",
    params: byId,
    response: z.object({
      items: z.array(sign),
      count: number,
      rhythm: z
        .object({
          usualDays: number.meta({
            description: "Expected: their own gaps, pulled to the house's while there are few.",
          }),
          ownDays: number.meta({ description: "Observed: the mean of their own gaps." }),
          daysSince: number,
          hasStopped: z.boolean(),
        })
        .nullable(),
      segment: z.string().nullable(),
      hasObjected: z.boolean(),
    }),
    run: (actor, { params }) => signalsOfCustomer(actor, { customerId: params.id }),
  }),

  route("GET /conversations/{id}/outreach", {
    permission: "conversation.read",
    summary: "Why a conversation was opened although nobody wrote, and what is proposed",
    params: byId,
    response: z.object({
      outreach: z
        .object({
          conversationId: z.uuid(),
          kind: z.enum(conversationKinds),
          rule: z.enum(signalRuleKinds),
          reasons: z.array(reason),
          way: ways,
          unsubscribedAt: moment.nullable(),
          doNotContactAt: moment.nullable(),
          phone: z.string().nullable(),
          openedAt: moment,
          outcome: z.enum(outreachOutcomes).nullable(),
          endedAt: moment.nullable(),
          endedBy: z.string().nullable(),
          because: z.string().nullable(),
          quietUntil: moment.nullable(),
        })
        .nullable(),
    }),
    run: async (actor, { params }) => ({
      outreach: await readOutreach(actor, { conversationId: params.id }),
    }),
  }),

  route("POST /conversations/{id}/outreach/end", {
    permission: "conversation.triage",
    summary: "Say what came of a proposal: called, a letter, not now, nothing",
    params: byId,
    body: z.object({
      outcome: z.enum(outreachOutcomes),
      because: z.string().trim().max(500).default(""),
      /** Nobody asks again before so many days. */
      quietDays: z.number().int().min(1).max(1000).nullable().default(null),
    }),
    run: (actor, { params, body }) => endOutreach(actor, { conversationId: params.id, ...body }),
  }),

  route("GET /signal-rules", {
    permission: "signal.edit",
    summary: "What opens a conversation although nobody wrote, in one brand",
    query: z.object({ brandId: z.uuid() }),
    response: z.object({
      rules: z.array(
        z.object({
          kind: z.enum(signalRuleKinds),
          isOn: z.boolean(),
          settings: numbers,
          coolDownDays: number,
          changedBy: z.string().nullable(),
          changedAt: moment.nullable(),
        }),
      ),
      perDay: number,
      today: number,
      houseGapDays: number.nullable(),
    }),
    run: (actor, { query }) => listSignalRules(actor, query),
  }),

  route("PUT /signal-rules", {
    permission: "signal.edit",
    summary: "Set one rule of a brand",
    body: signalRuleInput,
    run: (actor, { body }) => saveSignalRule(actor, body),
  }),

  route("POST /signal-rules/dry-run", {
    permission: "signal.edit",
    summary: "What a rule would have opened in the last thirty days; nothing changes",
    body: signalRuleInput.omit({ isOn: true }),
    response: z.object({
      rule: z.enum(signalRuleKinds),
      days: number,
      count: number,
      leftOut: number,
      rows: z.array(z.object({ customerId: z.uuid(), name: z.string(), at: moment, reason, way: ways })),
    }),
    run: (actor, { body }) => dryRunSignalRule(actor, body),
  }),

  route("PUT /signal-rules/cap", {
    permission: "signal.edit",
    summary: "How many conversations all rules together may open in a day",
    body: z.object({ perDay: z.number().int().min(0).max(1000) }),
    run: (actor, { body }) => saveOutreachCap(actor, body),
  }),

  route("GET /signal-sources", {
    permission: "signal.edit",
    summary: "Shops, mailing tools and systems that may tell signs, each with its address",
    response: listOf(
      z.object({
        id: z.uuid(),
        brandId: z.uuid(),
        brandName: z.string(),
        kind: z.enum(signalSourceKinds),
        name: z.string(),
        address: z.string(),
        isPaused: z.boolean(),
        lastReceivedAt: moment.nullable(),
        received: number,
        lastFault: z.string().nullable(),
        lastFaultAt: moment.nullable(),
        faults: number,
        createdAt: moment,
      }),
    ),
    run: async (actor) => ({ items: await listSources(actor) }),
  }),

  route("POST /signal-sources", {
    permission: "signal.edit",
    summary: "Make an address for a source; the answer holds its secret, this once",
    status: 201,
    shown: "once",
    body: newSource,
    response: z.object({ id: z.uuid(), address: z.string(), secret: z.string() }),
    run: (actor, { body }) => createSource(actor, body),
  }),

  route("DELETE /signal-sources/{id}", {
    permission: "signal.edit",
    summary: "Take a source's address away; what it told stays",
    params: byId,
    run: (actor, { params }) => deleteSource(actor, { sourceId: params.id }),
  }),
];

/** A thousand signs of four kilobytes each. */
const mostBytes = 5 * 1024 * 1024;

async function take(c: Context, sourceId: string | null) {
  const headers = c.req.raw.headers;
  const caller = await callerOf(headers);
  if (caller) authorize(caller.actor, "signal.feed");
  else if (headers.has("authorization")) return fail("forbidden", "token.unknown");
  else if (sourceId === null) return fail("forbidden", "session.required");
  const body = await readCapped(c.req.raw, mostBytes);
  if (!caller)
    return receiveFromSource(
      { headers, body, now: new Date() },
      { sourceId: sourceId ?? "", key: null, isApi: true },
    );
  const given = fed.safeParse(parsed(body));
  if (!given.success) return fail("invalid", "signals.body", { most: mostSignals });
  return recordSignals(caller.actor, { brandId: given.data.brandId, items: given.data.signals });
}

/** Each item is read by itself, so that one that is wrong does not stop the others. */
const fed = z.object({ brandId: z.uuid(), signals: z.array(z.unknown()) });

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return fail("invalid", "request.json");
  }
}
