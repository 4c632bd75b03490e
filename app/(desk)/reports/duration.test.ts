import { expect, test } from "vitest";
import { translator } from "@/app/_server/words";
import { sayDuration } from "./duration";

const en = translator("en", "charts.length");
const fr = translator("fr", "charts.length");
const hour = 3_600;

test("a length is said in its two largest units, the second one only while it matters", () => {
  const said = [40, 59.6, 52 * 60, hour, 1.04 * hour, 4.37 * hour, 9.999 * hour, 63.05 * hour];
  expect(said.map((seconds) => sayDuration(en, seconds))).toEqual([
    "40 s",
    "1 min",
    "52 min",
    "1 h",
    "1 h 02",
    "4 h 22",
    "10 h",
    "63 h",
  ]);
});

test("days are for the customer's own watch: a day of opening hours has no length", () => {
  expect(sayDuration(en, 145 * hour, "wall")).toBe("6 days");
  expect(sayDuration(fr, 145 * hour, "wall")).toBe("6 jours");
  expect(sayDuration(en, 145 * hour, "business")).toBe("145 h");
});
