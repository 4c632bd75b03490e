import { expect, test } from "vitest";
import { type Keystroke, typedKey } from "./typed-key";

test("a letter is itself, with or without Caps Lock", () => {
  expect(typedKey(stroke("e"))).toBe("e");
  expect(typedKey(stroke("E"))).toBe("e");
  expect(typedKey(stroke("R", { shiftKey: true }))).toBe("shift+r");
  expect(typedKey(stroke("r", { shiftKey: true }))).toBe("shift+r");
});

test("a sign is itself wherever it lies: shifted, or with AltGr as on AZERTY", () => {
  expect(typedKey(stroke("#", { shiftKey: true, code: "Digit3" }))).toBe("#");
  expect(typedKey(stroke("#", { ctrlKey: true, altKey: true, code: "Digit3" }, "AltGraph"))).toBe("#");
  expect(typedKey(stroke("[", { altKey: true, shiftKey: true, code: "Digit5" }))).toBe("[");
  expect(typedKey(stroke("?", { shiftKey: true, code: "KeyM" }))).toBe("?");
  expect(typedKey(stroke("!", { code: "Digit8" }))).toBe("!");
});

test("Alt and a letter is never ours", () => {
  expect(typedKey(stroke("e", { altKey: true }))).toBeNull();
  expect(typedKey(stroke("€", { altKey: true, code: "KeyE" }))).toBe("€");
  expect(typedKey(stroke("1", { altKey: true }))).toBeNull();
});

test("Ctrl and Cmd are one", () => {
  expect(typedKey(stroke("k", { ctrlKey: true }))).toBe("mod+k");
  expect(typedKey(stroke("K", { metaKey: true }))).toBe("mod+k");
  expect(typedKey(stroke("Enter", { ctrlKey: true, shiftKey: true }))).toBe("mod+shift+enter");
});

test("keys with a name keep it; the number pad types what it shows", () => {
  expect(typedKey(stroke("Enter", { shiftKey: true }))).toBe("shift+enter");
  expect(typedKey(stroke("ArrowDown"))).toBe("arrowdown");
  expect(typedKey(stroke(".", { code: "NumpadDecimal" }))).toBe(".");
  expect(typedKey(stroke("Shift"))).toBeNull();
  expect(typedKey(stroke("Dead"))).toBeNull();
});

test("where no Latin letter can be typed, the place on the keyboard counts", () => {
  expect(typedKey(stroke("у", { code: "KeyE" }))).toBe("e");
  expect(typedKey(stroke("Ρ", { code: "KeyR", shiftKey: true }))).toBe("shift+r");
  expect(typedKey(stroke("é", { code: "Digit2" }))).toBe("é");
});

test("what is still being composed is no key", () => {
  expect(typedKey(stroke("e", { isComposing: true }))).toBeNull();
  expect(typedKey(stroke("e", { keyCode: 229 }))).toBeNull();
});

function stroke(key: string, change: Partial<Keystroke> = {}, modifier = ""): Keystroke {
  return {
    key,
    code: "",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    getModifierState: (name) => name === modifier,
    ...change,
  };
}
