import { z } from "zod";
import { availability } from "@/lib/assignment/availability";
import { comeBack, forgetGivenBack, givenBackBy, goAway, takeBack } from "@/lib/assignment/away";
import { deleteOnCall, listOnCall, onCallInput, saveOnCall } from "@/lib/assignment/on-call";
import {
  assignmentModes,
  assignmentSettings,
  readAssignment,
  saveAssignment,
} from "@/lib/assignment/settings";
import { dismissOpening, readOpening } from "@/lib/desk/read-opening";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";

const givenBack = listOf(
  z.object({ conversationId: z.uuid(), number: z.number(), customerName: z.string(), givenAt: moment }),
);

/** Who is at work, who is called, and who gets what. */
export const duty = [
  route("GET /availability", {
    permission: "queue.read",
    summary: "Who is here, away or off hours, with how much in hand; and who is on call",
    response: z.object({
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          state: z.enum(["here", "away", "off"]),
          until: moment.nullable(),
          open: z.number(),
          caps: z.array(z.object({ teamId: z.uuid(), cap: z.number() })),
          teamIds: z.array(z.string()),
        }),
      ),
      teams: z.array(z.object({ id: z.uuid(), name: z.string(), here: z.number(), people: z.number() })),
      onCall: z.array(z.object({ id: z.uuid(), agentId: z.uuid(), name: z.string(), until: moment })),
      me: z.object({
        awaySince: moment.nullable(),
        awayUntil: moment.nullable(),
        giveBackAt: moment.nullable(),
      }),
    }),
    run: (actor) => availability(actor),
  }),

  route("POST /me/away", {
    permission: "profile.edit",
    summary: "I am away, and give back what I have open after so many minutes",
    body: z.object({
      until: z.iso.datetime({ offset: true }).nullable().default(null),
      giveBackMinutes: z.number().int().min(0).max(10_080).nullable().default(null),
    }),
    run: (actor, { body }) =>
      goAway(actor, { ...body, until: body.until === null ? null : new Date(body.until) }),
  }),

  route("POST /me/back", {
    permission: "profile.edit",
    summary: "I am back; what went back to everybody and nobody took is offered again",
    response: givenBack,
    run: async (actor) => ({ items: await comeBack(actor) }),
  }),

  route("GET /me/given-back", {
    permission: "queue.read",
    summary: "What my absence gave back and nobody has taken",
    response: givenBack,
    run: async (actor) => ({ items: await givenBackBy(actor) }),
  }),

  route("POST /me/given-back/take", {
    permission: "conversation.triage",
    summary: "Take it again",
    response: z.object({ count: z.number() }),
    run: (actor) => takeBack(actor),
  }),

  route("DELETE /me/given-back", {
    permission: "profile.edit",
    summary: "Leave it to the others",
    run: (actor) => forgetGivenBack(actor),
  }),

  route("GET /teams/{id}/assignment", {
    permission: "team.read",
    summary: "How a team's conversations find their person",
    params: byId,
    response: z.object({
      mode: z.enum(assignmentModes),
      cap: z.number().nullable(),
      brandIds: z.array(z.string()),
    }),
    run: (actor, { params }) => readAssignment(actor, { teamId: params.id }),
  }),

  route("PUT /teams/{id}/assignment", {
    permission: "team.edit",
    summary: "Set how a team's conversations find their person",
    params: byId,
    body: assignmentSettings,
    run: (actor, { params, body }) => saveAssignment(actor, { teamId: params.id, ...body }),
  }),

  route("GET /on-call", {
    permission: "team.read",
    summary: "Who is called, now and later",
    response: listOf(
      z.object({
        id: z.uuid(),
        agentId: z.uuid(),
        name: z.string(),
        teamId: z.uuid().nullable(),
        startsAt: moment,
        endsAt: moment,
        threshold: z.enum(["now", "overdue"]),
        overdueMinutes: z.number(),
      }),
    ),
    run: async (actor) => ({ items: await listOnCall(actor) }),
  }),

  route("POST /on-call", {
    permission: "team.edit",
    summary: "Put somebody on call",
    status: 201,
    body: onCallInput,
    response: created,
    run: (actor, { body }) => saveOnCall(actor, body),
  }),

  route("DELETE /on-call/{id}", {
    permission: "team.edit",
    summary: "Take a time on call away",
    params: byId,
    run: (actor, { params }) => deleteOnCall(actor, { onCallId: params.id }),
  }),

  route("GET /opening", {
    permission: "queue.read",
    summary: "What came in a closed period, and how long it will take; null at other times",
    response: z
      .object({
        since: moment,
        openedAt: moment,
        arrived: z.number(),
        due: z.number(),
        before: moment,
        people: z.number(),
        seconds: z.number().nullable().meta({ description: "Null when too few answers were measured." }),
        basis: z.object({ count: z.number(), median: z.number(), days: z.number() }),
      })
      .nullable(),
    run: (actor) => readOpening(actor),
  }),

  route("POST /opening/dismiss", {
    permission: "queue.read",
    summary: "Put the line away until the next closed period",
    run: (actor) => dismissOpening(actor),
  }),
];
