import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { type Calibration, calibrationOf } from "./calibration";
import { concordance, type Order } from "./evaluate";
import { leastLift, trustIn } from "./fall-back";
import { eventsForWeights } from "./fit";
import { exposuresIn, loadSpans, type Span } from "./history";
import { modelInForce } from "./in-force";
import { type Model, type Patience, patiences, type Signal, shippedModel, signals } from "./model";
import { readModel } from "./stored-model";

export type ModelView = {
  version: number;
  inForceAt: Iso | null;
  /** False: a person holds this version, and the daily fit leaves it alone. */
  learns: boolean;
  fallenBackAt: Iso | null;
  levelPerHour: number;
  shippedLevelPerHour: number;
  largestMultiplier: number;
  budget: number;
  /** Each thing that may be known, by what it multiplies, and of how many waits it was known. */
  factors: Array<{ signal: Signal; multiplier: number; shipped: number; seen: number }>;
  /** Waits of the last year. */
  phases: number;
  clock: Array<{ from: number; until: number | null; multiplier: number }>;
  patienceHours: Array<{ patience: Patience; hours: number; shipped: number }>;
  versions: VersionView[];
  /** Linked posts from which on weights are fitted. */
  postsForWeights: number;
};

export type VersionView = {
  version: number;
  levelPerHour: number;
  posts: number;
  hours: number;
  heldOut: number | null;
  heldOutBefore: number | null;
  lift: number | null;
  fallenBackAt: Iso | null;
  inForceAt: Iso;
  changedBy: string | null;
  isByHand: boolean;
};

/** The model in force, in numbers that can be said in words, and every version before it. */
export async function readRiskModel(actor: Actor): Promise<ModelView> {
  authorize(actor, "risk.read");
  const { model, learns, fallenBackAt, inForceAt } = await modelInForce(db);
  const seen = await signalsSeen();
  const multiplier = (of: Model, signal: Signal) => Math.exp(of.weights[signal]);
  return {
    version: model.version,
    inForceAt: inForceAt?.toISOString() ?? null,
    learns,
    fallenBackAt: fallenBackAt?.toISOString() ?? null,
    levelPerHour: model.levelPerHour,
    shippedLevelPerHour: shippedModel.levelPerHour,
    largestMultiplier: model.largestMultiplier,
    budget: model.budget,
    factors: signals.map((signal) => ({
      signal,
      multiplier: multiplier(model, signal),
      shipped: multiplier(shippedModel, signal),
      seen: seen.counts.get(signal) ?? 0,
    })),
    phases: seen.phases,
    clock: model.clock.map(({ until, multiplier: times }, index) => ({
      from: index === 0 ? 0 : (model.clock[index - 1]?.until ?? 0),
      until: Number.isFinite(until) ? until : null,
      multiplier: times,
    })),
    patienceHours: patiences.map((patience) => ({
      patience,
      hours: model.patienceHours[patience],
      shipped: shippedModel.patienceHours[patience],
    })),
    versions: await listVersions(),
    postsForWeights: eventsForWeights,
  };
}

/** What the desk itself must know: since when the order follows response targets instead, and the lift it takes. */
export async function readOrderState(actor: Actor): Promise<{ fallenBackAt: Iso | null; leastLift: number }> {
  authorize(actor, "risk.read");
  const { fallenBackAt } = await modelInForce(db);
  return { fallenBackAt: fallenBackAt?.toISOString() ?? null, leastLift };
}

/** Of how many waits each thing was known, by its last stretch. */
async function signalsSeen(): Promise<{ phases: number; counts: Map<Signal, number> }> {
  const found = await db.execute<{ known: number; count: number }>(sql`
    select s.known, count(*)::int as count from (
      select distinct on (conversation_id, waiting_since) known from risk_spans
      where not is_sample and from_at > now() - interval '365 days' order by conversation_id, waiting_since, from_at desc) s
    group by s.known`);
  const counts = new Map<Signal, number>();
  for (const { known, count } of found.rows) {
    for (const [place, signal] of signals.entries()) {
      if ((known & (1 << place)) !== 0) counts.set(signal, (counts.get(signal) ?? 0) + count);
    }
  }
  return { phases: found.rows.reduce((sum, { count }) => sum + count, 0), counts };
}

const mostVersions = 60;

async function listVersions(): Promise<VersionView[]> {
  const found = await db.execute<Omit<VersionView, "levelPerHour"> & { model: unknown }>(sql`
    select v.version, v.model, v.posts, v.hours, v.held_out as "heldOut", v.held_out_before as "heldOutBefore", v.lift,
      v.fallen_back_at as "fallenBackAt", v.in_force_at as "inForceAt", a.name as "changedBy", v.changed_by is not null as "isByHand"
    from risk_models v left join agents a on a.id = v.changed_by order by v.version desc limit ${mostVersions}`);
  return found.rows.map(({ model, ...row }) => ({
    ...row,
    levelPerHour: readModel(model, row.version).levelPerHour,
    fallenBackAt: iso(row.fallenBackAt),
    inForceAt: isoText(row.inForceAt),
  }));
}

export type Evaluation = {
  calibration: Calibration;
  /** The same over those waits only that *Take next* gave as the oldest: served without a look at their risk. */
  oldest: Calibration;
  lift: number | null;
  leastLift: number;
  posts: number;
  /** Each order on the last four weeks alone, which the fit of the day before had not seen. */
  orders: Array<{ order: Order; c: number | null; posts: number }>;
};

const orders: readonly Order[] = ["risk", "first_come", "oldest_target"];
const lastWeeksMs = 28 * 24 * 3_600_000;

/** How the model did: what it said against what came, and whom it would have put first, beside the plain orders. */
export async function readCalibration(actor: Actor, now: Date = new Date()): Promise<Evaluation> {
  authorize(actor, "risk.read");
  const spans = await loadSpans(now);
  const { model } = await modelInForce(db);
  const trust = trustIn(model, exposuresIn(model, spans));
  return {
    calibration: calibrationOf(model, spans),
    oldest: calibrationOf(
      model,
      spans.filter(({ isOldest }) => isOldest),
    ),
    lift: trust.lift,
    leastLift,
    posts: trust.posts,
    orders: await lately(model, spans, now),
  };
}

async function lately(model: Model, spans: readonly Span[], now: Date): Promise<Evaluation["orders"]> {
  const from = now.getTime() - lastWeeksMs;
  const recent = spans.filter(({ fromAt }) => fromAt > from);
  // The version that was in force before those weeks had not seen them.
  const then = await db.execute<{ version: number; model: unknown }>(sql`
    select version, model from risk_models where in_force_at <= ${new Date(from).toISOString()}::timestamptz
    order by version desc limit 1`);
  const row = then.rows[0];
  const judged = row
    ? readModel(row.model, row.version)
    : { ...shippedModel, patienceHours: model.patienceHours };
  return orders.map((order) => {
    const found = concordance(judged, recent, order);
    return { order, c: found?.c ?? null, posts: found?.posts ?? 0 };
  });
}
