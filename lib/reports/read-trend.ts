import type { Dimension, Measure } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { type Asked, loadClosed, loadDays, loadPieces, type Piece } from "./load-pieces";
import { loadWaiting } from "./load-waiting";
import { namesOf } from "./names-of";
import { type Scope, scopeOf } from "./scope";
import type { Slice, Step, Times, TrendPoint } from "./slice";
import { stepAt, stepsOf } from "./steps";
import { timesOf, timesOfDay, unlessFew, type Waiting } from "./times-of";

/** A line for each channel, team, agent, tag or brand; `name` is null for none of them. */
export type TrendLine = { id: string | null; name: string | null; points: TrendPoint[] };

/** The same as `readTimes`, day by day, week by week or month by month; a step without anything is there and empty. */
export async function readTrend(
  actor: Actor,
  input: { measure: Measure; slice: Slice; step: Step },
): Promise<TrendPoint[]> {
  const [line] = await readLines(actor, { ...input, by: "all" });
  return line?.points ?? [];
}

/** Small multiples: one such line for each of a dimension, by name. */
export async function readTrends(
  actor: Actor,
  input: { measure: Measure; slice: Slice; step: Step; by: Dimension },
): Promise<TrendLine[]> {
  return readLines(actor, input);
}

async function readLines(
  actor: Actor,
  input: { measure: Measure; slice: Slice; step: Step; by: Dimension },
): Promise<TrendLine[]> {
  const { measure, slice, by } = input;
  const asked = { measure, slice, by };
  const scope = await scopeOf(actor, slice);
  const [waiting, closed, days] = await Promise.all([
    loadWaiting(scope, asked),
    loadClosed(scope, asked),
    input.step === "day" ? loadDays(scope, asked) : null,
  ]);
  // A day on which nobody waits any more has its figures ready; the others need every second.
  const isOpen = new Set(waiting.map(({ day }) => day));
  const pieces = await (days === null ? loadPieces(scope, asked) : loadPiecesOf(scope, asked, isOpen));
  const steps = stepsOf(slice, input.step);
  const lines = new Map<string | null, Array<Bucket | undefined>>();
  const bucketOf = ({ of, day }: { of: string | null; day: string }) => {
    const line = lines.get(of) ?? Array<Bucket | undefined>(steps.length).fill(undefined);
    lines.set(of, line);
    const at = stepAt(steps, day);
    line[at] ??= { ready: null, seconds: [], waiting: [], closed: 0 };
    return line[at];
  };
  for (const piece of pieces) bucketOf(piece).seconds.push(piece.seconds);
  for (const day of days ?? []) if (!isOpen.has(day.day)) bucketOf(day).ready = day;
  for (const one of waiting) bucketOf(one).waiting.push(one);
  for (const one of closed) bucketOf(one).closed += one.n;
  if (by === "all" && lines.size === 0) lines.set(null, Array<undefined>(steps.length).fill(undefined));
  const names = await namesOf(by, [...lines.keys()]);
  const isOfOne = by === "agent" || slice.agentId !== null;
  return names.map(({ id, name }) => ({
    id,
    name,
    points: lines.get(id)!.map((bucket, at) => {
      const times = timesOfBucket(bucket);
      return { ...(isOfOne ? unlessFew(times) : times), from: steps[at]! };
    }),
  }));
}

/** The pieces of a few days out of many: from the first of them on, as the last days are those with somebody waiting. */
async function loadPiecesOf(scope: Scope, asked: Asked, days: ReadonlySet<string>): Promise<Piece[]> {
  const [from] = [...days].sort();
  if (from === undefined) return [];
  const pieces = await loadPieces(scope, { ...asked, slice: { ...asked.slice, from } });
  return pieces.filter(({ day }) => days.has(day));
}

function timesOfBucket(bucket: Bucket | undefined): Times {
  if (bucket === undefined) return noTimes;
  if (bucket.ready) return timesOfDay(bucket.ready, bucket.closed);
  return timesOf(bucket.seconds, bucket.waiting, bucket.closed);
}

const noTimes = timesOf([], [], 0);

type Bucket = {
  ready: { n: number; median: number; p90: number } | null;
  seconds: Int32Array[];
  waiting: Waiting[];
  closed: number;
};
