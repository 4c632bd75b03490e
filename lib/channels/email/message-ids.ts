import { createHash } from "node:crypto";

/** Longer ids are replaced by their hash: PostgreSQL refuses index entries over 2,704 bytes. */
const longest = 900;
const most = 50;

/** One Message-ID with its angle brackets, or a stable id of the same form made from a very long one. */
export function normalMessageId(id: string): string {
  const bare = id.trim().replace(/^<|>$/g, "");
  return bare.length <= longest ? `<${bare}>` : `<${sha256(bare).slice(0, 40)}@hashed.invalid>`;
}

/**
 * The ids in a Message-ID, In-Reply-To or References field (RFC 5322, section 3.6.4), in their order; of more
 * than 50 the first and the last are kept. Fields without brackets are read word by word, as old programs
 * write them; words without "@" are no ids.
 */
export function messageIds(field: string | undefined): string[] {
  const value = (field ?? "").slice(0, 100_000);
  const bracketed = value.match(/<[^<>\s]{1,20000}>/g);
  const found = bracketed ?? value.split(/[\s,]+/).filter((word) => /^[^@<>"()]+@[^@<>"()]+$/.test(word));
  const ids = [...new Set(found.map(normalMessageId))];
  return ids.length <= most ? ids : [...ids.slice(0, 1), ...ids.slice(1 - most)];
}

/** An id for a mail that has none, the same each time the same bytes come. */
export function madeMessageId(body: Uint8Array): string {
  return `<${sha256(body).slice(0, 40)}@missing.invalid>`;
}

export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
