import { expect, test } from "vitest";
import { inZone, outOfZone } from "./wall-clock";

test.each([
  ["2026-12-24T18:00", "Europe/Paris", "2026-12-24T17:00:00.000Z"],
  ["2026-07-01T18:00", "Europe/Paris", "2026-07-01T16:00:00.000Z"],
  ["2026-12-24T00:30", "America/New_York", "2026-12-24T05:30:00.000Z"],
  ["2026-03-29T03:30", "Europe/Paris", "2026-03-29T01:30:00.000Z"],
])("%s in %s is %s, and back", (wall, zone, at) => {
  expect(outOfZone(wall, zone)).toBe(at);
  expect(inZone(at, zone)).toBe(wall);
});
