import { z } from "zod";
import { bands, targetKinds } from "@/db/enums";
import { readAudit } from "@/lib/audit/read-audit";
import { markRulesRead, readHouseRules } from "@/lib/brands/house-rules";
import { anyJson } from "@/lib/channels/settings";
import { scheduleSchema } from "@/lib/clock/schedule";
import { eventTypes } from "@/lib/events";
import { foldFirstSteps, readFirstSteps, seeKeyCard, stepNames } from "@/lib/organisation/first-steps";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { holidaysAhead, largestCalendar } from "@/lib/schedules/read-holidays";
import { createSchedule, deleteSchedule, scheduleInput, updateSchedule } from "@/lib/schedules/save-schedule";
import { setUses, usesInput } from "@/lib/schedules/set-uses";
import { listTargets } from "@/lib/targets/list-targets";
import { endTarget, setTarget, targetInput } from "@/lib/targets/save-target";
import { byId, created, listOf, moment, pageOf } from "./fields";
import { route } from "./route-line";

const anything = z.record(z.string(), anyJson);

/** What the house promises and asks of its people, and who changed it. */
export const house = [
  route("GET /schedules", {
    permission: "channel.read",
    summary: "Opening hours as they stand, and who changed them when",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        hours: scheduleSchema,
        brandIds: z.array(z.uuid()),
        teamIds: z.array(z.uuid()),
        versions: z.array(z.object({ validFrom: moment, by: z.string().nullable() })),
      }),
    ),
    run: async (actor) => ({ items: await listSchedules(actor) }),
  }),

  route("POST /schedules", {
    permission: "schedule.edit",
    summary: "Make opening hours",
    status: 201,
    body: scheduleInput,
    response: created,
    run: (actor, { body }) => createSchedule(actor, body),
  }),

  route("PUT /schedules/{id}", {
    permission: "schedule.edit",
    summary: "Change opening hours from now on; what began before keeps the old ones",
    params: byId,
    body: scheduleInput,
    run: (actor, { params, body }) => updateSchedule(actor, { scheduleId: params.id, ...body }),
  }),

  route("PUT /schedules/{id}/uses", {
    permission: "schedule.edit",
    summary:
      "Choose the brands and teams that count by these hours from now on; a team's win over its brands'",
    params: byId,
    body: usesInput,
    run: (actor, { params, body }) => setUses(actor, { scheduleId: params.id, ...body }),
  }),

  route("DELETE /schedules/{id}", {
    permission: "schedule.edit",
    summary: "Take opening hours away that no brand, team or person uses",
    params: byId,
    run: (actor, { params }) => deleteSchedule(actor, { scheduleId: params.id }),
  }),

  route("POST /schedules/holidays", {
    permission: "schedule.edit",
    summary: "Read the closed days of the coming three years from an iCalendar file; nothing is changed",
    body: z.object({ calendar: z.string().max(largestCalendar) }),
    response: z.object({
      holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
      leftOut: z.int(),
    }),
    run: async (actor, { body }) => holidaysAhead(actor, body),
  }),

  route("GET /targets", {
    permission: "channel.read",
    summary: "Response targets that hold, and those that held before",
    response: listOf(
      z.object({
        id: z.uuid(),
        kind: z.enum(targetKinds),
        brandId: z.uuid().nullable(),
        channelId: z.uuid().nullable(),
        scopeName: z.string().nullable(),
        pin: z.literal([-1, 0, 1]).nullable(),
        tagId: z.uuid().nullable(),
        tagName: z.string().nullable(),
        band: z.enum(bands).nullable(),
        seconds: z.number(),
        warnSeconds: z.number().nullable(),
        escalateAgentId: z.uuid().nullable(),
        escalateTeamId: z.uuid().nullable(),
        escalateName: z.string().nullable(),
        isHandedOver: z.boolean(),
        validFrom: moment,
        validUntil: moment.nullable(),
        by: z.string().nullable(),
      }),
    ),
    run: async (actor) => ({ items: await listTargets(actor) }),
  }),

  route("POST /targets", {
    permission: "target.edit",
    summary: "Promise a time from now on, in place of the one that held",
    status: 201,
    body: targetInput,
    response: created,
    run: (actor, { body }) => setTarget(actor, body),
  }),

  route("DELETE /targets/{id}", {
    permission: "target.edit",
    summary: "Take a promise back from now on",
    params: byId,
    run: (actor, { params }) => endTarget(actor, { targetId: params.id }),
  }),

  route("GET /audit", {
    permission: "audit.read",
    summary:
      "Who changed people, teams, brands, channels, hours and targets, paused, exported, imported, merged or erased",
    query: z.object({ cursor: z.string().max(500).nullable().default(null) }),
    response: pageOf(
      z.object({
        id: z.string(),
        event: z.enum(eventTypes),
        at: moment,
        by: z.string().nullable(),
        about: z.string().nullable(),
        before: anything,
        after: anything,
      }),
    ).extend({ names: z.record(z.string(), z.string()) }),
    run: (actor, { query }) => readAudit(actor, query),
  }),

  route("GET /house-rules", {
    permission: "queue.read",
    summary: "What the brands ask of everybody, and model answers for a first day",
    response: z.object({
      brands: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          letter: z.string(),
          color: z.string(),
          colorDark: z.string(),
          text: z.string(),
        }),
      ),
      isNew: z.boolean(),
      models: z.array(z.object({ id: z.uuid(), name: z.string(), text: z.string() })),
      endsAt: moment.nullable(),
    }),
    run: (actor) => readHouseRules(actor),
  }),

  route("POST /house-rules/read", {
    permission: "profile.edit",
    summary: "I have read them",
    run: (actor) => markRulesRead(actor),
  }),

  route("GET /first-steps", {
    permission: "organisation.edit",
    summary: "How far a new installation has come",
    response: z.object({
      steps: z.array(z.object({ name: z.enum(stepNames), isDone: z.boolean() })),
      isOver: z.boolean(),
      isFolded: z.boolean(),
      isAway: z.boolean(),
    }),
    run: (actor) => readFirstSteps(actor),
  }),

  route("PUT /first-steps", {
    permission: "organisation.edit",
    summary: "Fold the card of first steps, open it, or put it away",
    body: z.object({ card: z.enum(["open", "folded", "away"]) }),
    run: (actor, { body }) => foldFirstSteps(actor, body),
  }),

  route("POST /first-steps/key-card", {
    permission: "organisation.edit",
    summary: "Somebody has the key card in front of them",
    run: (actor) => seeKeyCard(actor),
  }),
];
