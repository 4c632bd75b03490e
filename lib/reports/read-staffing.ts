import type { Actor } from "@/lib/access";
import { loadCounts } from "./load-counts";
import { loadHourWaits } from "./load-hour-waits";
import { loadPieces } from "./load-pieces";
import { quantile } from "./quantile";
import { openShares } from "./read-week-hours";
import { scopeOf } from "./scope";
import type { Slice, Staffing } from "./slice";
import { staffedHours } from "./staffed-hours";
import { addDays, mondayIs0 } from "./steps";

/** Below so many measured cases nothing is said: neither about the hours that people need, nor of an hour of the week. */
const enough = 20;
/** So much of an hour must be closed before opening it can help. */
const closedShare = 0.5;
/** An hour that fewer write in is not worth opening for. */
const leastAWeek = 5;

/**
 * An estimate of the hours that answering takes, hour by hour of the week, against the opening hours: the requests that
 * came times the median handling. `hoursNeeded` is null while fewer than twenty were measured.
 */
export async function readStaffing(actor: Actor, input: { slice: Slice }): Promise<Staffing> {
  const { slice } = input;
  const scope = await scopeOf(actor, slice);
  const [counts, open, staffed, handled, waits] = await Promise.all([
    loadCounts(scope, slice, slice.to),
    openShares(scope, slice),
    staffedHours(scope, slice),
    loadPieces(scope, { measure: "handling", slice: { ...slice, clock: "wall" }, by: "all" }),
    loadHourWaits(scope, slice),
  ]);
  const seconds = handled.map((piece) => piece.seconds);
  const n = seconds.reduce((sum, piece) => sum + piece.length, 0);
  const medianSeconds = n >= enough ? quantile(seconds, [], 0.5) : null;
  const days = weekdaysOf(slice);
  const arrived = Array.from({ length: 168 }, () => 0);
  for (const { day, hour, asked } of counts) arrived[mondayIs0(day) * 24 + hour]! += asked;
  const hours = arrived.map((sum, at) => {
    const weekday = Math.floor(at / 24);
    const arrivals = days[weekday] === 0 ? 0 : sum / days[weekday]!;
    const waited = waits.get(at) ?? [];
    const answers = waited.reduce((sum, piece) => sum + piece.length, 0);
    // Of one person nothing but counts is told of so few.
    const isTold = slice.agentId === null || answers >= enough;
    return {
      weekday,
      hour: at % 24,
      arrivals,
      hoursNeeded: medianSeconds === null ? null : (arrivals * medianSeconds) / 3600,
      open: open[at]!,
      staffed: staffed[at]!,
      medianWait: isTold && answers > 0 ? quantile(waited, [], 0.5) : null,
      answers,
    };
  });
  return {
    hours,
    weeks: days.reduce((sum, count) => sum + count, 0) / 7,
    basis: { medianSeconds, n, arrivals: arrived.reduce((sum, count) => sum + count, 0) },
    best: hours
      .filter((one) => isWorthOpening(one))
      .sort((a, b) => b.arrivals * (b.medianWait ?? 0) - a.arrivals * (a.medianWait ?? 0))
      .slice(0, 3)
      .map(({ weekday, hour, arrivals, medianWait, answers }) => ({
        weekday,
        hour,
        arrivals,
        medianWait,
        answers,
      })),
  };
}

/** Closed, with enough requests a week to be worth it, and enough answers to say how long they wait. */
export function isWorthOpening(one: { open: number; answers: number; arrivals: number }): boolean {
  return one.open < closedShare && one.answers >= enough && one.arrivals >= leastAWeek;
}

/** How often each weekday lies in the slice. */
function weekdaysOf({ from, to }: Slice): number[] {
  const days = Array.from({ length: 7 }, () => 0);
  for (let day = from; day < to; day = addDays(day, 1)) days[mondayIs0(day)]! += 1;
  return days;
}
