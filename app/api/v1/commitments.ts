import { z } from "zod";
import { commitmentStates } from "@/db/enums";
import { changeCommitment } from "@/lib/commitments/change";
import { handOver } from "@/lib/commitments/hand-over";
import { keepCommitment } from "@/lib/commitments/keep";
import { commitmentsOf, commitmentsOfCustomer, listCommitments } from "@/lib/commitments/list";
import { makeCommitment } from "@/lib/commitments/make";
import { moveCommitment } from "@/lib/commitments/move";
import { outcomes } from "@/lib/commitments/outcome";
import { keptRates } from "@/lib/commitments/rate";
import { undoCommitment } from "@/lib/commitments/undo";
import { reopenCommitment, withdrawCommitment } from "@/lib/commitments/withdraw";
import { fail } from "@/lib/errors";
import { byId, due, listOf, moment, newPromise, owner, pageOf } from "./fields";
import { route } from "./route-line";

const person = z.object({ id: z.uuid(), name: z.string() });

const commitment = z
  .object({
    id: z.uuid(),
    version: z.number().meta({ description: "Hand it back with a change: an older one is refused." }),
    conversationId: z.uuid(),
    conversationNumber: z.number(),
    customerId: z.uuid(),
    customerName: z.string(),
    text: z.string(),
    dueAt: moment,
    isDay: z.boolean().meta({ description: "Only a day was promised: the end of its opening hours." }),
    promisedFor: z.string().meta({
      description: "What was promised, in the house's time: 2026-11-27, or with its hour 2026-11-27T18:00.",
    }),
    state: z.enum(commitmentStates),
    outcome: z.enum(outcomes),
    owner: z
      .object({ id: z.uuid().nullable(), name: z.string(), address: z.string().nullable() })
      .nullable()
      .meta({ description: "Without an id: somebody without a desk, told by mail." }),
    team: person.nullable(),
    madeBy: person.nullable(),
    madeAt: moment,
    messageId: z.uuid().nullable(),
    isHeard: z.boolean().meta({ description: "False while the reply that it stands in has not left." }),
    shownAt: moment.nullable(),
    closedAt: moment.nullable(),
    closedBy: person.nullable(),
    brokenAt: moment.nullable(),
    keptMessageId: z.uuid().nullable(),
    note: z.string().nullable(),
    moves: z.array(z.object({ from: moment, to: moment, agreement: z.string().nullable(), at: moment })),
  })
  .meta({ id: "Commitment" });

const recorded = z.object({ id: z.uuid(), version: z.number(), eventId: z.number() });
const version = z.number().int().min(1);
const at = z.iso.datetime({ offset: true });
const words = z.string().trim().min(1).max(1000);

const counts = z.object({
  open: z.number(),
  kept: z.number(),
  kept_late: z.number(),
  broken: z.number(),
  withdrawn: z.number(),
  moved: z.number(),
});
const rate = z.object({
  team: person.nullable(),
  tally: counts,
  rate: z
    .object({ kept: z.number(), n: z.number(), share: z.number(), low: z.number(), high: z.number() })
    .nullable()
    .meta({ description: "Kept in time, with the 95 % interval after Wilson. Kept late counts as broken." }),
});

/** What was promised to customers, with a date. */
export const commitments = [
  route("POST /conversations/{id}/commitments", {
    permission: "commitment.edit",
    summary: "Promise something to the customer of a conversation",
    description:
      "It shows in the queue before it is due, and is broken when its date passes. Somebody without a desk gets a mail; their answer comes as a note.",
    status: 201,
    params: byId,
    body: newPromise.extend({
      messageId: z.uuid().nullable().default(null).meta({ description: "The message that it was made in." }),
    }),
    response: recorded,
    run: (actor, { params, body }) => makeCommitment(actor, { ...body, conversationId: params.id }),
  }),

  route("GET /conversations/{id}/commitments", {
    permission: "conversation.read",
    summary: "Everything promised to the person of a conversation, the open ones first",
    params: byId,
    response: listOf(commitment),
    run: async (actor, { params }) => ({ items: await commitmentsOf(actor, { conversationId: params.id }) }),
  }),

  route("GET /customers/{id}/commitments", {
    permission: "customer.read",
    summary: "Everything promised to a customer",
    params: byId,
    response: listOf(commitment),
    run: async (actor, { params }) => ({
      items: await commitmentsOfCustomer(actor, { customerId: params.id }),
    }),
  }),

  route("GET /commitments", {
    permission: "queue.read",
    summary: "Promises by date",
    query: z.object({
      whose: z.enum(["mine", "team", "all"]).default("all"),
      state: z.enum(["open", "due", "overdue", "closed", "any"]).default("open"),
      teamId: z.uuid().optional(),
      brandId: z.uuid().optional(),
      outcome: z.enum([...outcomes, "moved"]).optional(),
      from: at.optional(),
      until: at.optional(),
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: pageOf(commitment),
    run: (actor, { query }) =>
      listCommitments(actor, {
        whose: query.whose,
        state: query.state,
        teamId: query.teamId ?? null,
        brandId: query.brandId ?? null,
        outcome: query.outcome ?? null,
        from: query.from ? new Date(query.from) : null,
        until: query.until ? new Date(query.until) : null,
        cursor: query.cursor ?? null,
        limit: query.limit,
      }),
  }),

  route("GET /commitments/rates", {
    permission: "report.read",
    summary: "How many promises were kept, by team",
    query: z.object({ from: at, until: at }),
    response: z.object({ all: rate, teams: z.array(rate) }),
    run: (actor, { query }) => keptRates(actor, { from: new Date(query.from), until: new Date(query.until) }),
  }),

  route("PATCH /commitments/{id}", {
    permission: "commitment.edit",
    summary: "Other words for a promise, or another date within minutes of making it",
    params: byId,
    body: z.object({
      version,
      text: z.string().trim().min(1).max(500).nullable().default(null),
      due: due.nullable().default(null),
    }),
    response: recorded,
    run: (actor, { params, body }) => changeCommitment(actor, { ...body, commitmentId: params.id }),
  }),

  route("POST /commitments/{id}/keep", {
    permission: "commitment.edit",
    summary: "It was kept: by a message, or outside with a note",
    params: byId,
    body: z.object({
      version,
      messageId: z.uuid().nullable().default(null),
      note: words.nullable().default(null),
    }),
    response: recorded,
    run: (actor, { params, body: { version, messageId, note } }) =>
      keepCommitment(actor, { commitmentId: params.id, version, by: keptBy(messageId, note) }),
  }),

  route("POST /commitments/{id}/move", {
    permission: "commitment.edit",
    summary: "Another date, with the customer's agreement",
    params: byId,
    body: z.object({
      version,
      due,
      agreement: words
        .nullable()
        .default(null)
        .meta({ description: "Where the customer agreed, in words; or the message." }),
      agreedMessageId: z.uuid().nullable().default(null),
    }),
    response: recorded,
    run: (actor, { params, body }) => moveCommitment(actor, { ...body, commitmentId: params.id }),
  }),

  route("POST /commitments/{id}/withdraw", {
    permission: "commitment.edit",
    summary: "It does not hold any more, and why",
    params: byId,
    body: z.object({ version, reason: words }),
    response: recorded,
    run: (actor, { params, body }) => withdrawCommitment(actor, { ...body, commitmentId: params.id }),
  }),

  route("POST /commitments/{id}/reopen", {
    permission: "commitment.edit",
    summary: "It was not kept after all, or holds again",
    params: byId,
    body: z.object({ version }),
    response: recorded,
    run: (actor, { params, body }) => reopenCommitment(actor, { ...body, commitmentId: params.id }),
  }),

  route("POST /commitments/{id}/hand-over", {
    permission: "commitment.edit",
    summary: "Somebody else keeps it",
    params: byId,
    body: z.object({ version, owner }),
    response: recorded,
    run: async (actor, { params, body }) => {
      const { id, version, eventId } = await handOver(actor, { ...body, commitmentId: params.id });
      return { id, version, eventId };
    },
  }),

  route("POST /commitments/{id}/undo", {
    permission: "commitment.edit",
    summary: "Take back what I just did to it, within two minutes",
    params: byId,
    body: z.object({ eventId: z.number().int() }),
    run: (actor, { params, body }) => undoCommitment(actor, { ...body, commitmentId: params.id }),
  }),
];

function keptBy(messageId: string | null, note: string | null) {
  if (messageId !== null && note === null) return { messageId, note };
  if (messageId === null && note !== null) return { messageId, note };
  return fail("invalid", "commitment.kept_by");
}
