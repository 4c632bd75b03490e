import { z } from "zod";
import { leakCauses, leakDoors } from "@/db/enums";
import { leaksCsv } from "@/lib/leaks/leaks-csv";
import { leaksOfConversation, leaksOfCustomer } from "@/lib/leaks/of-conversation";
import { readLeak } from "@/lib/leaks/read-leak";
import { leakReport } from "@/lib/leaks/report";
import { publicPost, wentPublic } from "@/lib/leaks/went-public";
import { restoreLeak, withdrawLeak } from "@/lib/leaks/withdraw";
import { requestLanguage } from "@/lib/sentences";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const end = z.object({ id: z.uuid(), number: z.number(), channelKind: z.string() });
const cause = z.enum(leakCauses).nullable().meta({
  description:
    "Where the time went: `closed_hours` more than half of the wait lay outside the opening hours, `order` somebody who came later was answered first, `capacity` nobody was, `after_reply` we had answered.",
});
const door = z.enum(leakDoors).meta({
  description:
    "How we know: `proof` the same address or number, `suggestion` a colleague confirmed that two are one, `button` a colleague saw it, `review` by an order number.",
});

const line = z.object({
  id: z.uuid(),
  toldAt: moment,
  postedAt: moment,
  answeredAt: moment.nullable(),
  door,
  cause,
  told: end.nullable(),
  posted: end.nullable(),
  url: z.string().nullable(),
});

const person = z.object({ id: z.uuid(), name: z.string() });

const story = z
  .object({
    id: z.uuid(),
    customer: person,
    brandName: z.string(),
    told: end,
    posted: end.nullable(),
    url: z.string().nullable(),
    toldAt: moment,
    answeredAt: moment.nullable(),
    postedAt: moment,
    waitedSeconds: z.number(),
    openSeconds: z.number().meta({ description: "As much of the wait as lay within the opening hours." }),
    cause,
    servedLater: z.number(),
    door,
    found: z.object({ at: moment, by: person.nullable() }),
    withdrawn: z.object({ at: moment, by: z.string().nullable() }).nullable(),
    moments: z.array(
      z.object({
        at: moment,
        what: z.enum([
          "earlier",
          "told",
          "again",
          "acknowledged",
          "answered",
          "called",
          "promised",
          "promise_broken",
          "posted",
          "posted_again",
        ]),
        isPublic: z.boolean(),
        channelKind: z.string(),
        number: z.number().nullable(),
        excerpt: z.string(),
        by: z.string().nullable(),
      }),
    ),
    closed: z.array(z.object({ from: moment, to: moment })),
  })
  .meta({ id: "LeakStory" });

const share = z
  .object({ hits: z.number(), n: z.number(), low: z.number().nullable(), high: z.number().nullable() })
  .meta({ id: "Share", description: "With the interval that holds it in 95 of 100 cases (Wilson)." });

const range = z.object({
  weeks: z.coerce.number().int().min(1).max(104).default(13),
  brandId: z.uuid().nullable().default(null),
});

/** Who went public after telling us. */
export const leaks = [
  route("GET /reports/leaks", {
    permission: "report.read",
    summary: "How many went public after telling us, as far as it can be known",
    description:
      "Counts linked public posts: those whose author is tied to a private history. The share that is tied stands beside the rate. Sample brands are counted only where one is asked for, or where there is no other.",
    query: range,
    response: z.object({
      since: moment,
      isSample: z.boolean(),
      leaks: share,
      linked: share,
      told: share,
      causes: z.array(z.object({ cause: z.enum(leakCauses), share })),
      weeks: z.array(
        z.object({ week: z.string(), posts: z.number(), linked: z.number(), leaks: z.number() }),
      ),
      rows: z.array(
        z.object({
          id: z.uuid(),
          customerName: z.string(),
          toldAt: moment,
          postedAt: moment,
          answeredAt: moment.nullable(),
          door,
          cause,
          told: z.number(),
          posted: z.number().nullable(),
          url: z.string().nullable(),
          isMine: z.boolean().meta({ description: "Found by you." }),
        }),
      ),
      linkedNumbers: z.array(z.number()),
      unlinkedNumbers: z.array(z.number()),
    }),
    run: (actor, { query }) => leakReport(actor, query),
  }),

  route("GET /reports/leaks.csv", {
    permission: "report.read",
    summary: "The same, as a table of leaks",
    query: range,
    produces: "text/csv",
    run: async (actor, { query }, c) =>
      new Response(
        await leaksCsv(actor, { ...query, language: requestLanguage(c.req.raw.headers, actor.language) }),
        {
          headers: {
            "content-type": "text/csv; charset=utf-8",
            "content-disposition": 'attachment; filename="went-public.csv"',
          },
        },
      ),
  }),

  route("GET /leaks/{id}", {
    permission: "conversation.read",
    summary: "How somebody went public after telling us, on one line of time",
    params: byId,
    response: story,
    run: (actor, { params }) => readLeak(actor, { leakId: params.id }),
  }),

  route("DELETE /leaks/{id}", {
    permission: "conversation.triage",
    summary: "Not a leak: it counts nowhere, and is not found again by itself",
    params: byId,
    run: (actor, { params }) => withdrawLeak(actor, { leakId: params.id }),
  }),

  route("POST /leaks/{id}/restore", {
    permission: "conversation.triage",
    summary: "It is one after all",
    params: byId,
    run: (actor, { params }) => restoreLeak(actor, { leakId: params.id }),
  }),

  route("GET /conversations/{id}/leaks", {
    permission: "conversation.read",
    summary: "Leaks that a conversation is one end of",
    params: byId,
    response: listOf(line),
    run: async (actor, { params }) => ({
      items: await leaksOfConversation(actor, { conversationId: params.id }),
    }),
  }),

  route("GET /customers/{id}/leaks", {
    permission: "customer.read",
    summary: "When this person went public after telling us",
    params: byId,
    response: listOf(line),
    run: async (actor, { params }) => ({ items: await leaksOfCustomer(actor, { customerId: params.id }) }),
  }),

  route("POST /conversations/{id}/went-public", {
    permission: "conversation.triage",
    summary: "This customer went public: keep the post and what they had told us before",
    description:
      "`url` and `postedAt` are enough. With `text` the post is also put into the queue, where a channel takes links.",
    status: 201,
    params: byId,
    body: publicPost,
    response: z.object({ leakId: z.uuid(), isStored: z.boolean() }),
    run: (actor, { params, body }) => wentPublic(actor, { conversationId: params.id, post: body }),
  }),
];
