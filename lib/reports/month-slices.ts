import type { Slice } from "./slice";
import { addDays } from "./steps";

export type MonthSlices = {
  month: Slice;
  before: Slice;
  yearAgo: Slice;
  /** Days of it that are over or running; all of them once the month is. */
  days: number;
  isRunning: boolean;
};

/**
 * A month, the one before and the same one a year ago. While the month runs, the others are cut to as many days: half a
 * month beside a whole one would look like half the work.
 */
export function monthSlices(input: { month: string; today: string; brandId: string | null }): MonthSlices {
  const { month, today, brandId } = input;
  const end = shiftMonth(month, 1);
  const isRunning = today >= month && today < end;
  const to = isRunning ? addDays(today, 1) : end;
  const days = daysBetween(month, to);
  const cut = (from: string): Slice => {
    const whole = shiftMonth(from, 1);
    const until = isRunning ? addDays(from, days) : whole;
    return { ...narrowed(brandId), from, to: until < whole ? until : whole };
  };
  return {
    month: { ...narrowed(brandId), from: month, to },
    before: cut(shiftMonth(month, -1)),
    yearAgo: cut(shiftMonth(month, -12)),
    days,
    isRunning,
  };
}

/** The first day of the month so many months later. */
export function shiftMonth(month: string, by: number): string {
  const date = new Date(`${month}T00:00:00Z`);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1)).toISOString().slice(0, 10);
}

function narrowed(brandId: string | null): Omit<Slice, "from" | "to"> {
  return { clock: "business", brandId, channelId: null, teamId: null, agentId: null, tagId: null };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
