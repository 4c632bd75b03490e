import { hmac, open, seal } from "@/lib/secrets";
import type { ProofSecrets } from "./proof";

/** Secrets of the two proofs that a person is writing. Derived from SECRET_KEY: the same in every process. */
export function formSecrets(): { proof: ProofSecrets; token: string } {
  return {
    proof: { challenge: hmac("form.challenge", "v1"), solution: hmac("form.solution", "v1") },
    token: hmac("form.token", "v1"),
  };
}

/** Closes a text that travels through the visitor's address bar: nobody else can read or write it. */
export function sealForPage(text: string): string {
  return seal(text, "form.again");
}

/** The text, or null when it is not ours. */
export function openFromPage(sealed: string): string | null {
  try {
    return open(sealed, "form.again");
  } catch {
    return null;
  }
}
