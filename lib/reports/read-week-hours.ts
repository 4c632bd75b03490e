import { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { hoursFor } from "@/lib/targets/pick";
import { rulesNow } from "@/lib/targets/rules";
import { atOnce } from "./at-once";
import { hoursStay } from "./hours-stay";
import { loadCounts } from "./load-counts";
import { hoursOfDay, openHours } from "./open-hours";
import { type Scope, scopeOf } from "./scope";
import type { Slice, WeekHour } from "./slice";
import { addDays, mondayIs0 } from "./steps";

/** What came and was answered in each of the 168 hours of the week, and how much of it the house was open. */
export async function readWeekHours(actor: Actor, input: { slice: Slice }): Promise<WeekHour[]> {
  const scope = await scopeOf(actor, input.slice);
  const [counts, open] = await Promise.all([
    loadCounts(scope, input.slice, input.slice.to),
    openShares(scope, input.slice),
  ]);
  const week = open.map((share, at) => ({
    weekday: Math.floor(at / 24),
    hour: at % 24,
    received: 0,
    asked: 0,
    answered: 0,
    open: share,
  }));
  for (const { day, hour, received, asked, answered } of counts) {
    const cell = week[mondayIs0(day) * 24 + hour]!;
    cell.received += received;
    cell.asked += asked;
    cell.answered += answered;
  }
  return week;
}

/** By hour of the week: the share of it in which one of the brands was open, by the hours in force on each day. */
export const openShares = atOnce(async (scope: Scope, slice: Slice): Promise<number[]> => {
  const rules = await rulesNow();
  const today = Temporal.Now.plainDateISO(scope.zone).add({ days: 1 }).toString();
  const last = slice.to < today ? slice.to : today;
  const open = Array.from({ length: 168 }, () => 0);
  const days = Array.from({ length: 7 }, () => 0);
  for (let day = slice.from; day < last; day = addDays(day, 1)) {
    const first = mondayIs0(day) * 24;
    days[mondayIs0(day)]! += 1;
    const begins = hoursOfDay(scope.zone, day);
    const moments = begins.filter((begin) => begin !== null);
    const [dawn, night] = [moments[0] ?? 0, moments.at(-1) ?? 0];
    // By day where the hours do not change on it.
    const hoursAt = (at: number) =>
      scope.brandIds.map((brandId) => hoursFor(rules, { brandId, teamId: slice.teamId, at }).hours);
    const same = hoursStay(rules, dawn, night) ? hoursAt(dawn) : null;
    const sharesOf = (schedules: readonly Schedule[]) =>
      schedules.map((schedule) => openHours(schedule, scope.zone, day));
    const ofDay = same === null ? null : sharesOf(same);
    begins.forEach((begin, hour) => {
      if (begin === null) return;
      const shares = ofDay ?? sharesOf(hoursAt(begin));
      open[first + hour]! += Math.max(0, ...shares.map((share) => share[hour]!));
    });
  }
  return open.map((sum, at) => (days[Math.floor(at / 24)]! === 0 ? 0 : sum / days[Math.floor(at / 24)]!));
});
