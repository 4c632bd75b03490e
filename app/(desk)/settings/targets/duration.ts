export const units = { min: 60, h: 3600, d: 86_400 } as const;
export type Unit = keyof typeof units;

/** The largest unit in which a length of time is a whole number. */
export function unitOf(seconds: number): Unit {
  if (seconds % units.h !== 0) return "min";
  // A day of opening hours is not 24 of them, so hours stay hours up to two days.
  return seconds > 2 * units.d && seconds % units.d === 0 ? "d" : "h";
}
