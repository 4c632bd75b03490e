import { z } from "zod";
import { editRiskModel, modelInput, returnToVersion, setLearning } from "@/lib/risk/edit-model";
import { patiences, signals } from "@/lib/risk/model";
import { readCalibration, readOrderState, readRiskModel } from "@/lib/risk/read-model";
import { moment } from "./fields";
import { route } from "./route-line";

const version = z.object({
  version: z.number(),
  levelPerHour: z.number(),
  posts: z.number().meta({ description: "Linked public posts that it was fitted to." }),
  hours: z.number().meta({ description: "Hours of waiting that it was fitted to." }),
  heldOut: z.number().nullable().meta({ description: "Log-likelihood of the last four weeks." }),
  heldOutBefore: z.number().nullable().meta({ description: "The same by the version before it." }),
  lift: z.number().nullable(),
  fallenBackAt: moment.nullable(),
  inForceAt: moment,
  changedBy: z.string().nullable(),
  isByHand: z.boolean(),
});

const model = z
  .object({
    version: z.number(),
    inForceAt: moment.nullable(),
    learns: z.boolean().meta({ description: "False while somebody holds a version." }),
    fallenBackAt: moment
      .nullable()
      .meta({ description: "Since then the order follows response targets instead." }),
    levelPerHour: z.number(),
    shippedLevelPerHour: z.number(),
    largestMultiplier: z.number(),
    budget: z.number(),
    factors: z.array(
      z.object({
        signal: z.enum(signals),
        multiplier: z.number(),
        shipped: z.number(),
        seen: z.number().meta({ description: "Waits of the last year in which it was known." }),
      }),
    ),
    phases: z.number(),
    clock: z.array(z.object({ from: z.number(), until: z.number().nullable(), multiplier: z.number() })),
    patienceHours: z.array(z.object({ patience: z.enum(patiences), hours: z.number(), shipped: z.number() })),
    versions: z.array(version),
    postsForWeights: z.number(),
  })
  .meta({ id: "RiskModel" });

const calibration = z.object({
  bands: z.array(
    z.object({
      from: z.number().meta({ description: "Chance for 24 hours of waiting." }),
      to: z.number(),
      phases: z.number(),
      hours: z.number(),
      expected: z.number(),
      seen: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
  expected: z.number(),
  seen: z.number(),
  low: z.number(),
  high: z.number(),
  isCalibrated: z.boolean(),
});

const madeVersion = z.object({ version: z.number() });

/** The model behind the order: what it knows, what it said and what came, and its versions. */
export const risk = [
  route("GET /risk/model", {
    permission: "risk.read",
    summary: "The model in force, and every version",
    response: model,
    run: (actor) => readRiskModel(actor),
  }),

  route("GET /risk/state", {
    permission: "risk.read",
    summary: "Whether the order of the queue still follows the model",
    response: z.object({
      fallenBackAt: moment
        .nullable()
        .meta({ description: "Since then the order follows response targets instead." }),
      leastLift: z.number().meta({ description: "Below this lift of the riskiest tenth it does." }),
    }),
    run: (actor) => readOrderState(actor),
  }),

  route("GET /risk/calibration", {
    permission: "risk.read",
    summary: "What the model said against what came, and beside the plain orders",
    response: z.object({
      calibration,
      oldest: calibration.meta({ description: "Only what was given as the oldest." }),
      lift: z.number().nullable(),
      leastLift: z.number(),
      posts: z.number(),
      orders: z.array(
        z.object({
          order: z.enum(["risk", "first_come", "oldest_target"]),
          c: z.number().nullable().meta({ description: "0.5 is chance, 1 is foresight." }),
          posts: z.number(),
        }),
      ),
    }),
    run: (actor) => readCalibration(actor),
  }),

  route("PUT /risk/model", {
    permission: "risk.edit",
    summary: "Set the hours of patience and the budget of risk; makes a version",
    body: modelInput,
    response: madeVersion,
    run: (actor, { body }) => editRiskModel(actor, body),
  }),

  route("POST /risk/model/return", {
    permission: "risk.edit",
    summary: "Go back to a version, or with null to the shipped model; the daily fit then rests",
    body: z.object({ version: z.number().int().positive().nullable() }),
    response: madeVersion,
    run: (actor, { body }) => returnToVersion(actor, body),
  }),

  route("PUT /risk/learning", {
    permission: "risk.edit",
    summary: "Let the daily fit go on, or hold the version in force",
    body: z.object({ learns: z.boolean() }),
    response: madeVersion,
    run: (actor, { body }) => setLearning(actor, body),
  }),
];
