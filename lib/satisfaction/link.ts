import { createHash } from "node:crypto";
import type { Verdict } from "@/db/enums";
import { env } from "@/env";
import { hmac } from "@/lib/secrets";

/**
 * What opens the page of one question: 256 bits that only the house's key can make, so that it is made again when the
 * mail leaves and stands nowhere, not even among the messages that colleagues read.
 */
export function surveyToken(surveyId: string): string {
  return hmac("satisfaction", surveyId);
}

/** What is kept of a token, as hexadecimal SHA-256. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The page itself; with a verdict it is chosen already, and one button confirms it. */
export function surveyUrl(token: string, verdict: Verdict | null): string {
  return `${env.APP_URL}/csat/${token}${verdict ? `?v=${verdict}` : ""}`;
}
