import { createHash } from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so that it can be read out on the phone. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The six signs that a visitor is told ("2F7K9M"), always the same for one submission. One of 2^30. */
export function referenceOf(externalId: string): string {
  const number = createHash("sha256").update(externalId).digest().readUInt32BE(0);
  return Array.from({ length: 6 }, (_, place) => signs[(number >>> (place * 5)) & 31]).join("");
}

/** True for what could be one of our references, e.g. in an address that somebody typed. */
export function isReference(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{6}$/.test(text);
}
