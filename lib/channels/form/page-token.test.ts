import { expect, test } from "vitest";
import { checkToken, mintToken } from "./page-token";

const drawn = new Date("2026-11-23T09:00:00Z");
const after = (seconds: number) => new Date(drawn.getTime() + seconds * 1000);
const token = mintToken("secret", "contact", drawn);

test("a token of 8 seconds to 2 hours is accepted", () => {
  for (const seconds of [8, 60, 7200]) {
    expect(checkToken("secret", "contact", token, after(seconds))).toHaveProperty("nonce");
  }
});

test("a younger token says how long to wait, an older one has run out", () => {
  expect(checkToken("secret", "contact", token, after(3))).toEqual({ refused: "early", waitSeconds: 5 });
  expect(checkToken("secret", "contact", token, after(7201))).toEqual({ refused: "expired" });
});

test("a token that claims an earlier hour, another form or another secret is wrong", () => {
  const [, nonce, signature] = token.split(".");
  const backdated = [Math.floor(after(-600).getTime() / 1000).toString(36), nonce, signature].join(".");
  for (const [secret, form, given] of [
    ["secret", "contact", backdated],
    ["secret", "returns", token],
    ["other", "contact", token],
    ["secret", "contact", ""],
    ["secret", "contact", "a.b.c"],
  ] as const) {
    expect(checkToken(secret, form, given, after(60))).toEqual({ refused: "wrong" });
  }
});

test("two pages never share a token", () => {
  expect(mintToken("secret", "contact", drawn)).not.toBe(token);
});
