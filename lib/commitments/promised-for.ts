/**
 * What was promised, as it stands on the wall of the house: a day (2026-11-27), or with an hour (2026-11-27T18:00). A
 * promise for a day ends with the day's opening hours, so its last moment is another day elsewhere: this is what is
 * shown, to everybody the same. `zone` is that of the brand's opening hours. The same as `promisedForSql`. Pure.
 */
export function promisedFor({ at, isDay }: { at: Date; isDay: boolean }, zone: string): string {
  // The end of a day's hours may be midnight: the day that ended is meant.
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    ...(isDay ? {} : { timeStyle: "short" }),
  }).format(at.getTime() - (isDay ? 1 : 0));
  return parts.replace(" ", "T");
}
