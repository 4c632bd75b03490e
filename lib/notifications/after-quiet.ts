import { nextOpening } from "@/lib/clock/business";
import type { Interval, Schedule } from "@/lib/clock/schedule";
import type { QuietHours } from "./choices";

/**
 * The first moment at or after `at` that is not quiet; `at` itself without quiet hours. Null when every hour of the
 * week is quiet. Hours that daylight saving skips or repeats are handled by the clock that counts opening hours.
 */
export function afterQuiet(at: Date, quiet: QuietHours | null): Date | null {
  return quiet === null ? at : nextOpening(awake(quiet), at);
}

/** The hours that are left, as a schedule; equal settings give the same object, because its days are cached by it. */
function awake(quiet: QuietHours): Schedule {
  const name = JSON.stringify(quiet);
  const known = schedules.get(name);
  if (known) return known;
  const day = between(quiet.from, quiet.to);
  const off = (name: QuietHours["days"][number]) => (quiet.days.includes(name) ? [] : day);
  const schedule: Schedule = {
    zone: quiet.zone,
    week: {
      mon: off("mon"),
      tue: off("tue"),
      wed: off("wed"),
      thu: off("thu"),
      fri: off("fri"),
      sat: off("sat"),
      sun: off("sun"),
    },
    exceptions: [],
  };
  if (schedules.size > 1_000) schedules.clear();
  schedules.set(name, schedule);
  return schedule;
}

const schedules = new Map<string, Schedule>();

function between(from: string, to: string): Interval[] {
  if (from === to) return [["00:00", "24:00"]];
  if (from > to) return [[to, from]];
  const parts: Interval[] = [];
  if (from > "00:00") parts.push(["00:00", from]);
  parts.push([to, "24:00"]);
  return parts;
}
