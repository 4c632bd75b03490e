import { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/access";
import { hoursFor } from "@/lib/targets/pick";
import { rulesNow } from "@/lib/targets/rules";
import { loadCounts } from "./load-counts";
import { hoursOfDay, openHours } from "./open-hours";
import { type Scope, scopeOf } from "./scope";
import type { Slice, WeekHour } from "./slice";
import { addDays, mondayIs0 } from "./steps";

/** What came and was answered in each of the 168 hours of the week, and how much of it the house was open. */
export async function readWeekHours(actor: Actor, input: { slice: Slice }): Promise<WeekHour[]> {
  const scope = await scopeOf(actor, input.slice);
  const [counts, open] = await Promise.all([loadCounts(scope, input.slice), openShares(scope, input.slice)]);
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
export async function openShares(scope: Scope, slice: Slice): Promise<number[]> {
  const rules = await rulesNow();
  const today = Temporal.Now.plainDateISO(scope.zone).add({ days: 1 }).toString();
  const last = slice.to < today ? slice.to : today;
  const open = Array.from({ length: 168 }, () => 0);
  const days = Array.from({ length: 7 }, () => 0);
  for (let day = slice.from; day < last; day = addDays(day, 1)) {
    const first = mondayIs0(day) * 24;
    days[mondayIs0(day)]! += 1;
    hoursOfDay(scope.zone, day).forEach((begin, hour) => {
      if (begin === null) return;
      const shares = scope.brandIds.map((brandId) => {
        const { hours } = hoursFor(rules, { brandId, teamId: slice.teamId, at: begin });
        return openHours(hours, scope.zone, day)[hour]!;
      });
      open[first + hour]! += Math.max(0, ...shares);
    });
  }
  return open.map((sum, at) => (days[Math.floor(at / 24)]! === 0 ? 0 : sum / days[Math.floor(at / 24)]!));
}
