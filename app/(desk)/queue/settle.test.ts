import { expect, test } from "vitest";
import { settle } from "./settle";

test("with nobody pointing and nothing open the list is the truth", () => {
  expect(settle(["ben", "paul"], ["odile", "ben", "paul"], [null, null])).toEqual({
    shown: ["odile", "ben", "paul"],
    arrived: [],
  });
});

test("a row that belongs above the open one waits in the pill", () => {
  expect(settle(["ben", "claire", "paul"], ["odile", "ben", "claire", "paul"], [null, "claire"])).toEqual({
    shown: ["ben", "claire", "paul"],
    arrived: ["odile"],
  });
});

test("a row that belongs below the open one comes in at once", () => {
  expect(settle(["ben", "claire", "paul"], ["ben", "claire", "marek", "paul"], ["ben", "claire"])).toEqual({
    shown: ["ben", "claire", "marek", "paul"],
    arrived: [],
  });
});

test("a row that somebody else resolved stays while the pointer is below it", () => {
  expect(settle(["ben", "claire", "paul"], ["claire", "paul"], ["claire", null]).shown).toEqual([
    "ben",
    "claire",
    "paul",
  ]);
});

test("a row that I sent away leaves at once", () => {
  expect(
    settle(["ben", "claire", "paul"], ["claire", "paul"], ["claire", null], new Set(["ben"])).shown,
  ).toEqual(["claire", "paul"]);
});

test("a shown row that became urgent does not vanish into the pill", () => {
  expect(settle(["ben", "claire", "paul"], ["paul", "ben", "claire"], ["claire", null])).toEqual({
    shown: ["ben", "claire", "paul"],
    arrived: [],
  });
});

test("further pages are added while the pointer rests on a row", () => {
  expect(settle(["ben", "claire"], ["ben", "claire", "nora"], ["claire", null]).shown).toEqual([
    "ben",
    "claire",
    "nora",
  ]);
});
