import { type Actor, authorize } from "@/lib/access";
import { type Compared, compareTimes } from "@/lib/reports/compare";
import { houseDay } from "@/lib/reports/house-day";
import { type Board, readBoard } from "@/lib/reports/read-board";
import { readVolume } from "@/lib/reports/read-volume";
import { shareChance } from "@/lib/reports/share-chance";
import type { Slice } from "@/lib/reports/slice";
import { addDays, mondayIs0 } from "@/lib/reports/steps";

export type Week = {
  /** The Monday on which it began, and the Sunday on which it ended. */
  from: string;
  to: string;
  now: Board;
  before: Board;
  first: Compared;
  targets: { chance: number | null };
  /** What came in, and the fewest and the most of the eight weeks before. */
  volume: { n: number; low: number; high: number; weeks: number };
};

/** Weeks that a week's arrivals are held against: their spread is what is usual. */
const usualWeeks = 8;

/** The last whole week before today in the house. */
export async function readLastWeek(actor: Actor): Promise<Week> {
  const { today } = await houseDay();
  return readWeek(actor, { monday: addDays(today, -mondayIs0(today)) });
}

/** The week that ended with a Monday, beside the one before it. */
export async function readWeek(actor: Actor, { monday }: { monday: string }): Promise<Week> {
  authorize(actor, "report.read");
  const slice = weekOf(addDays(monday, -7));
  const earlier = weekOf(addDays(monday, -14));
  const [now, before, first, points] = await Promise.all([
    readBoard(actor, { slice }),
    readBoard(actor, { slice: earlier }),
    compareTimes(actor, { measure: "first_response", slice, before: earlier }),
    readVolume(actor, { slice: { ...slice, from: addDays(slice.from, -7 * usualWeeks) }, step: "week" }),
  ]);
  const usual = points.slice(0, -1).map(({ opened }) => opened);
  // Before the first customer wrote there was no week to hold this one against.
  const begun = usual.slice(
    Math.max(
      0,
      usual.findIndex((opened) => opened > 0),
    ),
  );
  return {
    from: slice.from,
    to: addDays(slice.to, -1),
    now,
    before,
    first,
    targets: { chance: shareChance(now.targets, before.targets) },
    volume: {
      n: now.opened,
      low: Math.min(...begun),
      high: Math.max(...begun),
      weeks: begun.some((opened) => opened > 0) ? begun.length : 0,
    },
  };
}

/** Nothing came, nothing was answered: there is nothing to tell. */
export function isSilent({ now }: Week): boolean {
  return now.opened + now.answered + now.first.n + now.first.waiting.n === 0;
}

function weekOf(monday: string): Slice {
  return {
    from: monday,
    to: addDays(monday, 7),
    clock: "business",
    brandId: null,
    channelId: null,
    teamId: null,
    agentId: null,
    tagId: null,
  };
}
