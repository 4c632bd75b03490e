import { z } from "zod";
import { gestureKinds, gestureStates, roles } from "@/db/enums";
import { grantGesture, refuseGesture, withdrawGesture } from "@/lib/gestures/decide";
import { giveGesture } from "@/lib/gestures/give";
import { gesturesOf, gesturesOfCustomer } from "@/lib/gestures/list";
import { listLimits, setLimit } from "@/lib/gestures/set-limit";
import { byId, moment } from "./fields";
import { route } from "./route-line";

const person = z.object({ id: z.uuid(), name: z.string() });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: "ISO 4217." });
/** What is no amount is refused by the command, in a sentence that the caller's reader understands. */
const amountMinor = z
  .number()
  .meta({ description: "In the smallest unit, whole, up to 100000000: 4000 is 40 €." });
const eventId = z.object({ eventId: z.number() });

const gesture = z
  .object({
    id: z.uuid(),
    conversationId: z.uuid(),
    conversationNumber: z.number(),
    commitmentId: z.uuid().nullable(),
    kind: z.enum(gestureKinds),
    amountMinor,
    currency: z.string(),
    note: z.string().nullable(),
    state: z.enum(gestureStates),
    askedBy: person.nullable(),
    askedAt: moment,
    decidedBy: person.nullable(),
    decidedAt: moment.nullable(),
    refusedBecause: z.string().nullable(),
    may: z.array(z.enum(["decide", "withdraw"])),
  })
  .meta({ id: "Gesture" });

const given = z.object({
  items: z.array(gesture),
  thisYear: z.array(z.object({ currency: z.string(), count: z.number(), amountMinor: z.number() })),
  currency: z.string(),
  leftMinor: z.number().nullable().meta({ description: "Null: no limit." }),
});

/** Money or goods given to put something right. */
export const gestures = [
  route("POST /conversations/{id}/gestures", {
    permission: "gesture.give",
    summary: "Give something to put things right",
    description:
      "Within my limit it is granted at once; above it, counted with the last thirty days of the same person, it waits for somebody who may.",
    status: 201,
    params: byId,
    body: z.object({
      kind: z.enum(gestureKinds),
      amountMinor,
      currency: currency.default("EUR"),
      note: z.string().trim().max(1000).nullable().default(null),
      commitmentId: z.uuid().nullable().default(null),
    }),
    response: z.object({ id: z.uuid(), state: z.enum(["granted", "asked"]), eventId: z.number() }),
    run: (actor, { params, body }) => giveGesture(actor, { ...body, conversationId: params.id }),
  }),

  route("GET /conversations/{id}/gestures", {
    permission: "conversation.read",
    summary: "What the person of a conversation was given, and what I may still give",
    params: byId,
    response: given,
    run: (actor, { params }) => gesturesOf(actor, { conversationId: params.id }),
  }),

  route("GET /customers/{id}/gestures", {
    permission: "customer.read",
    summary: "What a customer was given, and what I may still give",
    params: byId,
    response: given,
    run: (actor, { params }) => gesturesOfCustomer(actor, { customerId: params.id }),
  }),

  route("POST /gestures/{id}/grant", {
    permission: "gesture.give",
    summary: "Yes to a gesture above a colleague's limit",
    params: byId,
    response: eventId,
    run: (actor, { params }) => grantGesture(actor, { gestureId: params.id }),
  }),

  route("POST /gestures/{id}/refuse", {
    permission: "gesture.give",
    summary: "No to it, and why",
    params: byId,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    response: eventId,
    run: (actor, { params, body }) => refuseGesture(actor, { gestureId: params.id, reason: body.reason }),
  }),

  route("POST /gestures/{id}/withdraw", {
    permission: "gesture.give",
    summary: "It is not given after all",
    params: byId,
    response: eventId,
    run: (actor, { params }) => withdrawGesture(actor, { gestureId: params.id }),
  }),

  route("GET /gesture-limits", {
    permission: "gesture.limit",
    summary: "Who may give how much without asking",
    query: z.object({ currency: currency.default("EUR") }),
    response: z.object({
      currency: z.string(),
      roles: z.array(
        z.object({
          role: z.enum(roles),
          amountMinor: z.number().nullable(),
          usualMinor: z.number().nullable().meta({ description: "What ships." }),
          isSet: z.boolean(),
        }),
      ),
      people: z.array(
        z.object({ agentId: z.uuid(), name: z.string(), role: z.enum(roles), amountMinor: z.number() }),
      ),
      mostMinor: z.number().nullable(),
    }),
    run: (actor, { query }) => listLimits(actor, query),
  }),

  route("PUT /gesture-limits", {
    permission: "gesture.limit",
    summary: "Set how much a role or a person may give without asking",
    description: "Nobody sets their own, or allows more than they may give. Null takes a limit away again.",
    body: z.object({
      whose: z.union([z.object({ role: z.enum(roles) }), z.object({ agentId: z.uuid() })]),
      currency: currency.default("EUR"),
      amountMinor: amountMinor.nullable(),
    }),
    run: (actor, { body }) => setLimit(actor, body),
  }),
];
