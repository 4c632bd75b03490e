import { createHash } from "node:crypto";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";

/**
 * The key of the record that carries this message (atproto.com/specs/tid): the moment inside our UUIDv7 and some of
 * its chance, so that every try of one message asks for the same record, and two messages never do.
 */
export function tidOf(messageId: string): string {
  const ms =
    messageId[14] === "7"
      ? Number.parseInt(messageId.replaceAll("-", "").slice(0, 12), 16)
      : 1_700_000_000_000;
  const chance = createHash("sha256").update(messageId).digest();
  return tid(BigInt(ms) * 1000n + BigInt(chance.readUInt16BE(0) % 1000), chance.readUInt16BE(2));
}

/** 53 bits of microseconds and 10 bits of chance, in 13 letters that sort by time. */
export function tid(microseconds: bigint, clock: number): string {
  let value = ((microseconds & ((1n << 53n) - 1n)) << 10n) | BigInt(clock & 1023);
  let written = "";
  for (let at = 0; at < 13; at++) {
    written = `${alphabet[Number(value & 31n)]}${written}`;
    value >>= 5n;
  }
  return written;
}
