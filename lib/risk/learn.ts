import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { recordEvent } from "@/lib/events";
import { notifyManagers } from "@/lib/notifications/notify-managers";
import { transact } from "@/lib/transact";
import { trustIn } from "./fall-back";
import { logLikelihood, nextVersion } from "./fit";
import { exposuresIn, loadSpans, type Span } from "./history";
import { type InForce, modelInForce } from "./in-force";
import { type Model, shippedModel, signals } from "./model";
import { rerankAll } from "./rerank-all";
import { writeModel } from "./stored-model";

/** A fit once a day; asked every hour, so that a server that was off at night still learns. */
const restMs = 20 * 3_600_000;

const heldOutMs = 28 * 24 * 3_600_000;

/** Versions that differ by less than this in every number rank and say the same. */
const smallest = 0.005;

export type Learnt = "rested" | "held" | "kept" | "fitted";

/**
 * The daily fit: the level from the first day, the weights from a hundred linked posts on, kept only where the last
 * four weeks do not speak against it; then whether the order is worth following at all. `held`: a person chose the
 * version in force, so only the trust in it is measured. Any number of workers may call it.
 */
export async function learnRisk(now: Date = new Date()): Promise<Learnt> {
  if (now.getTime() - lookedAt < restMs) return "rested";
  const last = await db.execute<{ at: string | null }>(
    sql`select max(in_force_at)::text as at from risk_models where changed_by is null`,
  );
  const at = last.rows[0]?.at;
  if (at && now.getTime() - new Date(at).getTime() < restMs) return "rested";
  const learnt = await learnNow(now);
  lookedAt = now.getTime();
  return learnt;
}

/** Where nothing new came of it there is no version to tell when it was. */
let lookedAt = 0;

/** The same without a look at when it was last done. */
export async function learnNow(now: Date): Promise<Exclude<Learnt, "rested">> {
  const spans = await loadSpans(now);
  const inForce = await modelInForce(db);
  const { model } = inForce;
  const next = inForce.learns ? fitAnew(inForce.model, spans, now) : model;
  const isNew = inForce.learns && differs(model, next);
  const all = exposuresIn(next, spans);
  const trust = trustIn(next, all);
  const posts = all.reduce((sum, each) => sum + each.posts, 0);
  const hours = all.reduce((sum, each) => sum + each.hours, 0);
  const heldOut = exposuresIn(model, lately(spans, now));
  const figures = {
    posts,
    hours,
    lift: trust.lift,
    heldOut: heldOut.length === 0 ? null : logLikelihood(next, heldOut),
    heldOutBefore: heldOut.length === 0 ? null : logLikelihood(model, heldOut),
  };
  const changed = await transact(async (tx) => {
    // Two workers, or a person at the same moment: the second finds another version in force, and leaves it.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('risk_models'))`);
    const still = await modelInForce(tx);
    if (still.model.version !== model.version) return false;
    const version = isNew ? model.version + 1 : model.version;
    await keep(tx, { model: { ...next, version }, learns: inForce.learns, isNew, inForce: still, figures });
    await judgeTrust(tx, { version, hasFallenBack: trust.hasFallenBack, lift: trust.lift, inForce: still });
    return isNew || trust.hasFallenBack !== (still.fallenBackAt !== null);
  });
  if (changed) await rerankAll();
  return inForce.learns ? (isNew ? "fitted" : "kept") : "held";
}

function fitAnew(inForce: Model, spans: readonly Span[], now: Date): Model {
  const recent = new Set(lately(spans, now));
  const before = exposuresIn(
    inForce,
    spans.filter((span) => !recent.has(span)),
  );
  return nextVersion(inForce, priorOf(inForce), before, exposuresIn(inForce, [...recent]));
}

/** What ships, with the hours of patience and the budget that the house has set. */
export function priorOf({ patienceHours, budget }: Model): Model {
  return { ...shippedModel, patienceHours, budget };
}

function lately(spans: readonly Span[], now: Date): Span[] {
  return spans.filter(({ fromAt }) => fromAt > now.getTime() - heldOutMs);
}

function differs(a: Model, b: Model): boolean {
  if (Math.abs(Math.log(a.levelPerHour / b.levelPerHour)) > smallest) return true;
  return signals.some((signal) => Math.abs(a.weights[signal] - b.weights[signal]) > smallest);
}

export type Figures = {
  posts: number;
  hours: number;
  lift: number | null;
  heldOut: number | null;
  heldOutBefore: number | null;
};

async function keep(
  tx: Tx,
  { model, learns, isNew, figures, inForce }: Kept & { inForce: InForce },
): Promise<void> {
  if (!isNew && inForce.inForceAt !== null) {
    await tx.execute(sql`update risk_models set lift = ${figures.lift} where version = ${model.version}`);
    return;
  }
  await insertVersion(tx, {
    model,
    learns,
    figures,
    fallenBackAt: inForce.fallenBackAt,
    changedBy: null,
  });
  if (!isNew) return;
  await recordEvent(tx, {
    type: "risk.fitted",
    actor: { kind: "system", id: null },
    after: { version: model.version, posts: figures.posts },
    occurredAt: new Date(),
  });
}

type Kept = { model: Model; learns: boolean; isNew: boolean; figures: Figures };

/** A version with its figures; versions are never changed, only followed by others. */
export async function insertVersion(
  tx: Tx,
  row: {
    model: Model;
    learns: boolean;
    figures: Figures;
    fallenBackAt: Date | null;
    changedBy: string | null;
  },
): Promise<void> {
  const { posts, hours, lift, heldOut, heldOutBefore } = row.figures;
  await tx.execute(sql`
    insert into risk_models (version, model, posts, hours, held_out, held_out_before, lift, fallen_back_at, changed_by)
    values (${row.model.version}, ${JSON.stringify(writeModel(row.model, row.learns))}::jsonb, ${posts}, ${hours}, ${heldOut},
      ${heldOutBefore}, ${lift}, ${row.fallenBackAt?.toISOString() ?? null}, ${row.changedBy})`);
}

/** Falls back to response targets, or comes back from them, and says so to whoever runs the desk. */
async function judgeTrust(
  tx: Tx,
  input: { version: number; hasFallenBack: boolean; lift: number | null; inForce: InForce },
): Promise<void> {
  const isBack = input.inForce.fallenBackAt !== null;
  if (input.hasFallenBack === isBack) return;
  await tx.execute(sql`
    update risk_models set fallen_back_at = ${input.hasFallenBack ? sql`now()` : sql`null`} where version = ${input.version}`);
  const eventId = await recordEvent(tx, {
    type: "risk.changed",
    actor: { kind: "system", id: null },
    after: {
      version: input.version,
      what: input.hasFallenBack ? "fell_back" : "recovered",
      lift: input.lift,
    },
    occurredAt: new Date(),
  });
  if (input.hasFallenBack) await notifyManagers(tx, { kind: "risk_fallen_back", eventId: String(eventId) });
}
