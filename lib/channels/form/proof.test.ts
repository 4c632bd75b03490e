import { describe, expect, test } from "vitest";
import { solve } from "./fake-visitor";
import { challengeSeconds, checkProof, newChallenge } from "./proof";

const secrets = { challenge: "first secret", solution: "second secret" };
const now = () => new Date();

describe("proof of work", () => {
  test("a solved challenge is accepted and names its nonce", async () => {
    const challenge = await newChallenge(secrets, "contact", now());
    const checked = await checkProof(secrets, "contact", await solve(challenge), now());
    expect(checked).toEqual({ nonce: challenge.parameters.nonce });
  });

  test("work for one form does not open another", async () => {
    const proof = await solve(await newChallenge(secrets, "contact", now()));
    expect(await checkProof(secrets, "returns", proof, now())).toBe("wrong");
  });

  test("a challenge that somebody made easier is refused", async () => {
    const challenge = await newChallenge(secrets, "contact", now());
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: "00" } };
    expect(await checkProof(secrets, "contact", await solve(easier), now())).toBe("wrong");
  });

  test("a challenge from another installation is refused", async () => {
    const proof = await solve(
      await newChallenge({ challenge: "other", solution: "other" }, "contact", now()),
    );
    expect(await checkProof(secrets, "contact", proof, now())).toBe("wrong");
  });

  test("a guessed solution is refused", async () => {
    const challenge = await newChallenge(secrets, "contact", now());
    const guess = { counter: 25, derivedKey: challenge.parameters.keyPrefix.padEnd(64, "0") };
    const proof = Buffer.from(JSON.stringify({ challenge, solution: guess })).toString("base64");
    expect(await checkProof(secrets, "contact", proof, now())).toBe("wrong");
  });

  test("after half an hour a challenge has run out, by the real clock and by ours", async () => {
    const old = new Date(Date.now() - (challengeSeconds + 5) * 1000);
    const proof = await solve(await newChallenge(secrets, "contact", old));
    expect(await checkProof(secrets, "contact", proof, now())).toBe("expired");
    const fresh = await solve(await newChallenge(secrets, "contact", now()));
    const later = new Date(Date.now() + (challengeSeconds + 5) * 1000);
    expect(await checkProof(secrets, "contact", fresh, later)).toBe("expired");
  });

  test.each(["", "!!!", "bnVsbA==", "e30=", "A".repeat(5000)])(
    "nonsense is refused: %.12s",
    async (proof) => {
      expect(await checkProof(secrets, "contact", proof, now())).toBe("wrong");
    },
  );
});
