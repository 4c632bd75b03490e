import { z } from "zod";
import type { Json } from "@/lib/channels/channel";
import { type Model, patiences, type Signal, shippedModel, signals } from "./model";

const stored = z.object({
  levelPerHour: z.number().positive(),
  weights: z.record(z.string(), z.number().min(0)),
  largestMultiplier: z.number().positive(),
  clock: z.array(z.object({ until: z.number().nullable(), multiplier: z.number().positive() })).min(1),
  patienceHours: z.record(z.string(), z.number().positive()),
  budget: z.number().gt(0).lt(1),
  learns: z.boolean().default(true),
});

/**
 * A model as its row has it: JSON knows no infinity, so the clock's last stretch ends at null there. What a later
 * release adds comes from the shipped model. Throws when somebody has written something else into the table.
 */
export function readModel(json: unknown, version: number): Model & { learns: boolean } {
  const model = stored.parse(json);
  const weights: { [S in Signal]: number } = { ...shippedModel.weights };
  for (const signal of signals) weights[signal] = model.weights[signal] ?? weights[signal];
  const patienceHours = { ...shippedModel.patienceHours };
  for (const patience of patiences) {
    patienceHours[patience] = model.patienceHours[patience] ?? patienceHours[patience];
  }
  const clock = model.clock.map(({ until, multiplier }) => ({
    until: until ?? Number.POSITIVE_INFINITY,
    multiplier,
  }));
  return { ...model, version, weights, patienceHours, clock };
}

/** The row's JSON. `learns` false: a person chose this version, and the daily fit leaves it alone. */
export function writeModel(model: Model, learns: boolean): Json {
  const clock = model.clock.map(({ until, multiplier }) => ({
    until: Number.isFinite(until) ? until : null,
    multiplier,
  }));
  const { version: _, ...rest } = model;
  return {
    ...rest,
    weights: { ...rest.weights },
    patienceHours: { ...rest.patienceHours },
    clock,
    learns,
  };
}
