import { expect, test } from "vitest";
import { clashOf, firstClash, isKey, keysInForce } from "./own-keys";
import { actionIds, actionLine } from "./table";

test("no two actions have the same key by themselves, nor one that begins another", () => {
  for (const id of actionIds()) {
    for (const key of actionLine(id).keys) expect(clashOf({}, id, key), `${id}: ${key}`).toBeNull();
  }
});

test("no action has Alt and a letter", () => {
  for (const id of actionIds()) expect(actionLine(id).keys.join(" ")).not.toMatch(/alt/i);
});

test("a key of one's own replaces the action's, and is lost to whoever had it", () => {
  const keys = keysInForce({ resolve: ["s"], snooze: ["e"] });
  expect(keys.get("resolve")).toEqual(["s"]);
  expect(keys.get("snooze")).toEqual(["e"]);
  expect(keysInForce({ snooze: ["e"] }).get("resolve")).toEqual([]);
});

test("an empty list takes an action's keys away", () => {
  expect(keysInForce({ spam: [] }).get("spam")).toEqual([]);
});

test("keys of the composer and of the palette stay", () => {
  expect(keysInForce({ send: ["s"] }).get("send")).toEqual(["mod+enter"]);
});

test("a clash names the other action; one key must not begin another's two", () => {
  expect(clashOf({}, "snooze", "e")).toBe("resolve");
  expect(clashOf({ resolve: ["s"] }, "snooze", "e")).toBeNull();
  expect(clashOf({}, "snooze", "g")).toBe("goQueue");
  expect(clashOf({}, "snooze", "g x")).toBeNull();
  expect(clashOf({}, "goQueue", "e q")).toBe("resolve");
});

test("what somebody chose is looked through as a whole", () => {
  expect(firstClash({ snooze: ["e"] })).toEqual({ id: "snooze", other: "resolve", key: "e" });
  expect(firstClash({ snooze: ["e"], resolve: [] })).toBeNull();
  expect(firstClash({ snooze: ["e"], resolve: ["h"] })).toBeNull();
});

test("a key is one or two strokes, and none with Ctrl or Alt", () => {
  for (const key of ["e", "shift+e", "#", "g q", "é", "enter", "shift+enter", ";", "5"])
    expect(isKey(key), key).toBe(true);
  for (const key of ["", "E", "mod+k", "alt+e", "g q m", "escape", " ", "shift+#"])
    expect(isKey(key), key).toBe(false);
});

test("what is no action is left alone", () => {
  expect(keysInForce({ gone: ["e"] }).get("resolve")).toEqual(["e"]);
});
