import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether `X-Hub-Signature-256` is the HMAC of exactly these bytes under one of the application's secrets
 * (developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads). While a secret is changed, two
 * of them may sign.
 */
export function isSigned(bytes: Uint8Array, header: string | null, secrets: readonly string[]): boolean {
  const given = /^sha256=([0-9a-f]{64})$/i.exec(header ?? "")?.[1];
  if (given === undefined) return false;
  const claimed = Buffer.from(given, "hex");
  let matches = false;
  for (const secret of secrets) {
    if (secret === "") continue;
    const expected = createHmac("sha256", secret).update(bytes).digest();
    matches = timingSafeEqual(expected, claimed) || matches;
  }
  return matches;
}
