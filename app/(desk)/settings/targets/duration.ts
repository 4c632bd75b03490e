export const units = { min: 60, h: 3600, d: 86_400 } as const;
export type Unit = keyof typeof units;

/** As it is typed: an amount in words of a field, and its unit. */
export type Duration = { amount: string; unit: Unit };

/** The largest unit in which a length of time is a whole number. */
export function unitOf(seconds: number): Unit {
  if (seconds % units.h !== 0) return "min";
  // A day of opening hours is not 24 of them, so hours stay hours up to two days.
  return seconds > 2 * units.d && seconds % units.d === 0 ? "d" : "h";
}

/**
 * A length of time as somebody types it ("2,5" or "2.5", "1 000") in seconds, at least a minute and at most ten thousand of
 * its unit; null for what is none. A field of type "number" would make 25 of "2,5" where a browser expects a point.
 * "1,000" may be one or a thousand, and is refused.
 */
export function secondsOf({ amount, unit }: Duration): number | null {
  const found = /^(\d{1,5})(?:[.,](\d{1,2}))?$/.exec(amount.replaceAll(/[\s\u00a0\u202f']/g, ""));
  if (!found) return null;
  const value = Number(`${found[1]}.${found[2] ?? 0}`);
  const seconds = Math.round(value * units[unit]);
  return seconds >= 60 && value <= 10_000 ? seconds : null;
}
