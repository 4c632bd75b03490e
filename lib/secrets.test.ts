import { expect, test } from "vitest";
import { fingerprint, hmac, open, sameSecret, seal, verifyHmac } from "@/lib/secrets";

test("what is sealed can be opened, and looks different each time", () => {
  const sealed = seal("mot de passe: été");
  expect(open(sealed)).toBe("mot de passe: été");
  expect(seal("mot de passe: été")).not.toBe(sealed);
  expect(sealed).not.toContain("passe");
});

test("a changed seal, another purpose and another key are refused", () => {
  const sealed = seal("secret", "channel");
  const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  expect(() => open(changed, "channel")).toThrow();
  expect(() => open(sealed, "webhook")).toThrow();
  expect(() => open(sealed.replace(/\.\w{8}\./, ".00000000."), "channel")).toThrow(/another SECRET_KEY/);
  expect(() => open("plain")).toThrow(/not a sealed text/);
});

test("a signature belongs to its purpose and its data", () => {
  const signature = hmac("thread", "conversation 1042");
  expect(verifyHmac("thread", "conversation 1042", signature)).toBe(true);
  expect(verifyHmac("thread", "conversation 1043", signature)).toBe(false);
  expect(verifyHmac("form", "conversation 1042", signature)).toBe(false);
  expect(verifyHmac("thread", "conversation 1042", "")).toBe(false);
});

test("the fingerprint is stable and is not the key", () => {
  expect(fingerprint()).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint()).toBe(fingerprint());
  expect(sameSecret("abc", "abc")).toBe(true);
  expect(sameSecret("abc", "abcd")).toBe(false);
});
