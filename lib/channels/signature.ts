import { createHmac, timingSafeEqual } from "node:crypto";

/** A signature is good for this long before and after its moment. */
export const toleranceSeconds = 300;

export const timestampHeader = "avant-timestamp";
export const signatureHeader = "avant-signature";

/**
 * `v1=<hex>`: HMAC-SHA-256 (RFC 2104) over `<timestamp>.<body>`, the body byte for byte, one for each secret, parted by
 * commas. `timestamp` is in Unix seconds.
 */
export function sign(secrets: readonly string[], timestamp: number, body: Uint8Array): string {
  return secrets.map((secret) => `v1=${digest(secret, String(timestamp), body).toString("hex")}`).join(",");
}

export type Verdict = "good" | "missing" | "late" | "wrong";

/** Whether one of the secrets signed these bytes, and lately. Compares in constant time. */
export function verify(
  secrets: readonly string[],
  given: { timestamp: string | null; signature: string | null },
  body: Uint8Array,
  now: Date,
): Verdict {
  const { timestamp, signature } = given;
  if (!timestamp || !signature) return "missing";
  if (!/^\d{1,12}$/.test(timestamp)) return "wrong";
  const offered = signature.split(",", 8).flatMap((part) => {
    const hex = /^\s*v1=([0-9a-f]{64})\s*$/i.exec(part)?.[1];
    return hex === undefined ? [] : [Buffer.from(hex, "hex")];
  });
  const isOurs = secrets.some((secret) => {
    const expected = digest(secret, timestamp, body);
    return offered.some((one) => timingSafeEqual(one, expected));
  });
  if (!isOurs) return "wrong";
  return Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds ? "late" : "good";
}

function digest(secret: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest();
}
