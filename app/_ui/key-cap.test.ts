import { expect, test } from "vitest";
import { keyLabel, keyShortcut } from "./key-cap";

test("caps show signs for keys with a name, and small letters where they are typed so", () => {
  expect(keyLabel("e")).toBe("e");
  expect(keyLabel("shift+r")).toBe("⇧R");
  expect(keyLabel("shift+enter")).toBe("⇧↵");
  expect(keyLabel("mod+k")).toBe("K");
  expect(keyLabel("#")).toBe("#");
  expect(keyLabel("+")).toBe("+");
});

test("assistive technology hears the same keys by their names", () => {
  expect(keyShortcut("shift+a")).toBe("Shift+A");
  expect(keyShortcut("mod+enter")).toBe("Control+Enter");
  expect(keyShortcut("g q")).toBeUndefined();
});
