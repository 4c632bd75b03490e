import type { Slice, Step } from "./slice";

/** The days on which the steps of a slice begin: weeks on Mondays, the first step where the slice begins. */
export function stepsOf({ from, to }: Slice, step: Step): string[] {
  const steps: string[] = [];
  for (let day = from; day < to; day = nextStep(day, step)) steps.push(day);
  return steps;
}

/** To which of them a day belongs; minus one before the first. */
export function stepAt(steps: readonly string[], day: string): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function nextStep(day: string, step: Step): string {
  switch (step) {
    case "day":
      return addDays(day, 1);
    case "week":
      return addDays(day, 7 - mondayIs0(day));
    case "month": {
      const date = new Date(`${day}T00:00:00Z`);
      return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
    }
  }
}

/** Monday is 0. */
export function mondayIs0(day: string): number {
  // 1970-01-01 was a Thursday. Asked of every hour of a year, without a Date for each.
  return (((Date.parse(day) / 86_400_000 + 3) % 7) + 7) % 7;
}
