import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "@/env";

/**
 * Encrypts a text with a key derived from SECRET_KEY (AES-256-GCM, RFC 5116): "v1.<key id>.<base64url of iv, tag,
 * cipher text>". `purpose` ties it to its place: what was sealed for one cannot be opened for another.
 */
export function seal(plain: string, purpose = "general"): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(`seal:${purpose}`), iv);
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1.${fingerprint().slice(0, 8)}.${Buffer.concat([iv, cipher.getAuthTag(), text]).toString("base64url")}`;
}

/** The text that was sealed. Throws when it was changed, or sealed with another SECRET_KEY or for another purpose. */
export function open(sealed: string, purpose = "general"): string {
  const [version, keyId, data] = sealed.split(".");
  if (version !== "v1" || data === undefined) throw new Error("This is not a sealed text");
  if (keyId !== fingerprint().slice(0, 8)) throw new Error(`Sealed with another SECRET_KEY (${keyId})`);
  const bytes = Buffer.from(data, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key(`seal:${purpose}`), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A signature (HMAC-SHA-256, RFC 2104) as base64url, with a key of its own for each purpose. */
export function hmac(purpose: string, data: string | Uint8Array): string {
  return createHmac("sha256", key(`hmac:${purpose}`))
    .update(data)
    .digest("base64url");
}

/** Whether `signature` is ours, compared in constant time; false for anything that is not even a signature. */
export function verifyHmac(purpose: string, data: string | Uint8Array, signature: string): boolean {
  return sameSecret(hmac(purpose, data), signature);
}

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(expected: string, given: string): boolean {
  // Hashing first makes them equally long, which timingSafeEqual insists on.
  const digest = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}

/** Tells one SECRET_KEY from another without giving it away: 32 hexadecimal digits. */
export function fingerprint(): string {
  return key("fingerprint").toString("hex").slice(0, 32);
}

const keys = new Map<string, Buffer>();

function key(purpose: string): Buffer {
  const known = keys.get(purpose);
  if (known !== undefined) return known;
  const made = Buffer.from(hkdfSync("sha256", env.SECRET_KEY, "avant", purpose, 32));
  keys.set(purpose, made);
  return made;
}
