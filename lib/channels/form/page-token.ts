import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** A person needs longer than 8 s to write anything; a page left open for 2 h is drawn again, with what was typed. */
export const tokenAge = { minSeconds: 8, maxSeconds: 7200 } as const;

export type TokenCheck =
  | { nonce: string }
  | { refused: "early"; waitSeconds: number }
  | { refused: "expired" }
  | { refused: "wrong" };

/**
 * Put into the page when it is drawn, for browsers that cannot do the work of proof.ts: when, at random, signed
 * for one form. `secret` is hex or any other text.
 */
export function mintToken(secret: string, form: string, now: Date): string {
  const mintedAt = Math.floor(now.getTime() / 1000).toString(36);
  const nonce = randomBytes(16).toString("hex");
  return [mintedAt, nonce, sign(secret, form, mintedAt, nonce)].join(".");
}

/** Whether the token is ours, for this form, and as old as a person would make it. Using it once is the caller's. */
export function checkToken(secret: string, form: string, token: string, now: Date): TokenCheck {
  const match = /^([0-9a-z]{1,10})\.([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(token);
  if (!match) return { refused: "wrong" };
  const [, mintedAt = "", nonce = "", signature = ""] = match;
  const expected = sign(secret, form, mintedAt, nonce);
  if (!timingSafeEqual(Buffer.from(signature, "hex"), Buffer.from(expected, "hex")))
    return { refused: "wrong" };
  const age = now.getTime() / 1000 - Number.parseInt(mintedAt, 36);
  if (age < tokenAge.minSeconds)
    return { refused: "early", waitSeconds: Math.ceil(tokenAge.minSeconds - age) };
  if (age > tokenAge.maxSeconds) return { refused: "expired" };
  return { nonce };
}

function sign(secret: string, form: string, mintedAt: string, nonce: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([form, mintedAt, nonce]))
    .digest("hex");
}
