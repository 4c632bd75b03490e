import { createHmac, createPublicKey, timingSafeEqual, verify as verifyKey } from "node:crypto";
import { signatureHeader, timestampHeader, toleranceSeconds, verify } from "@/lib/channels/signature";
import type { Delivery, Verdict } from "./source";

/** HMAC-SHA-256 of the body in base64, in one header: Shopify, WooCommerce. */
export function byDigest(header: string) {
  return (secret: string, { headers, body }: Delivery): Verdict => {
    const expected = createHmac("sha256", secret).update(body).digest();
    const given = Buffer.from(headers.get(header) ?? "", "base64");
    const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
    return isOurs ? { is: "good", repeat: null } : { is: "wrong" };
  };
}

/** Our own: lib/channels/signature.ts. */
export function byOurSignature(secret: string, { headers, body, now }: Delivery): Verdict {
  const timestamp = headers.get(timestampHeader);
  const verdict = verify([secret], { timestamp, signature: headers.get(signatureHeader) }, body, now);
  if (verdict === "late") return { is: "late" };
  // By what was signed, not by the header: that can be written in many ways.
  return verdict === "good" ? { is: "good", repeat: `${timestamp}` } : { is: "wrong" };
}

/** `Stripe-Signature: t=<unix seconds>,v1=<hex>` over `<t>.<body>`, https://docs.stripe.com/webhooks/signature. */
export function byStripe(secret: string, { headers, body, now }: Delivery): Verdict {
  const parts = (headers.get("stripe-signature") ?? "")
    .split(",", 20)
    .map((part) => part.trim().split("=", 2));
  const at = parts.find(([name]) => name === "t")?.[1] ?? "";
  const expected = createHmac("sha256", secret).update(`${at}.`).update(body).digest();
  const isOurs = parts.some(([name, hex]) => {
    const given = Buffer.from(name === "v1" ? (hex ?? "") : "", "hex");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  if (!isOurs) return { is: "wrong" };
  return isLate(at, now) ? { is: "late" } : { is: "good", repeat: null };
}

/** ECDSA over timestamp and body; the secret is SendGrid's public key, base64 of DER, as its settings show it. */
export function bySendGrid(secret: string, { headers, body, now }: Delivery): Verdict {
  const at = headers.get("x-twilio-email-event-webhook-timestamp") ?? "";
  const signature = Buffer.from(headers.get("x-twilio-email-event-webhook-signature") ?? "", "base64");
  try {
    const key = createPublicKey({ key: Buffer.from(secret, "base64"), format: "der", type: "spki" });
    if (!verifyKey("sha256", Buffer.concat([Buffer.from(at), body]), key, signature)) return { is: "wrong" };
  } catch {
    return { is: "wrong" };
  }
  return isLate(at, now) ? { is: "late" } : { is: "good", repeat: null };
}

/** Nothing is signed: whoever knows the address is believed; lib/signals/sources/receive.ts compares it. */
export function byAddress(): Verdict {
  return { is: "good", repeat: null };
}

function isLate(unixSeconds: string, now: Date): boolean {
  const seconds = Number(unixSeconds);
  return !(Math.abs(now.getTime() / 1000 - seconds) <= toleranceSeconds);
}
