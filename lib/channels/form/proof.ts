import { randomInt } from "node:crypto";
import { type Challenge, createChallenge, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { z } from "zod";

/** Two secrets that only this installation knows: one signs the challenge, one the key that solves it. */
export type ProofSecrets = { challenge: string; solution: string };

/** 30 minutes to write; the page asks for another challenge when it runs out. */
export const challengeSeconds = 1800;

const payload = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal("PBKDF2/SHA-256"),
      nonce: z.string().regex(/^[0-9a-f]{32}$/),
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      cost: z.literal(5000),
      keyLength: z.literal(32),
      keyPrefix: z.string().regex(/^[0-9a-f]{2,64}$/),
      keySignature: z.string().regex(/^[0-9a-f]{64}$/),
      expiresAt: z.number().int(),
      data: z.object({ form: z.string().max(80) }),
    }),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({ counter: z.number().int().min(0), derivedKey: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/**
 * Work for a browser: find which of the next counters derives the wanted key (PBKDF2, 5,000 rounds each). About
 * 20 to 60 tries, a fifth of a second on a laptop and one or two on an old phone. Nothing is stored: the answer
 * carries the signed challenge back. https://altcha.org/docs/v2/
 */
export async function newChallenge(secrets: ProofSecrets, form: string, now: Date): Promise<Challenge> {
  return await createChallenge({
    algorithm: "PBKDF2/SHA-256",
    deriveKey,
    cost: 5000,
    counter: randomInt(20, 61),
    expiresAt: Math.floor(now.getTime() / 1000) + challengeSeconds,
    data: { form },
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
}

/**
 * Checks the base64 JSON that the page sends with a submission. `nonce` is what makes the challenge one-use: the
 * caller claims it. "expired" is worth another try, "wrong" was tampered with or made for another form.
 */
export async function checkProof(
  secrets: ProofSecrets,
  form: string,
  proof: string,
  now: Date,
): Promise<{ nonce: string } | "expired" | "wrong"> {
  const parsed = payload.safeParse(decode(proof));
  if (!parsed.success) return "wrong";
  const { challenge, solution } = parsed.data;
  const { verified, expired } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: secrets.challenge,
    hmacKeySignatureSecret: secrets.solution,
  });
  if (expired) return "expired";
  if (!verified || challenge.parameters.data.form !== form) return "wrong";
  if (challenge.parameters.expiresAt * 1000 < now.getTime()) return "expired";
  return { nonce: challenge.parameters.nonce };
}

function decode(proof: string): unknown {
  if (proof.length > 4000) return null;
  try {
    return JSON.parse(Buffer.from(proof, "base64").toString("utf8"));
  } catch {
    return null;
  }
}
