/** A moment as a datetime-local field wants it, on the wall of a zone: "2026-12-24T18:00". */
export function inZone(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(at));
  return parts.replace(" ", "T");
}

/** The moment that a wall-clock time means in a zone, as ISO 8601 in UTC; the later one of an hour that repeats. */
export function outOfZone(wall: string, zone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  // The distance is that of the guess, and again of the better guess: it changes at most once between them.
  let guess = asUtc;
  for (let turn = 0; turn < 2; turn++)
    guess += asUtc - Date.parse(`${inZone(new Date(guess).toISOString(), zone)}Z`);
  return new Date(guess).toISOString();
}
