import { crc32 } from "node:zlib";

export type Entry = { name: string; content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };

const versionNeeded = 20;
/** Bit 3: sizes follow the bytes; bit 11: names are UTF-8. */
const flags = 0x0808;
/** Sizes of this format are 32 bits. */
const mostBytes = 0xffff_ffff;

/**
 * A ZIP archive as it grows, nothing held in memory and nothing packed (APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16).
 * Throws when it would pass four gigabytes.
 */
export async function* zip(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let at = 0;
  for await (const { name, content } of entries) {
    const called = Buffer.from(name, "utf8");
    const begin = at;
    const head = record(0x04034b50, [half(versionNeeded), common(0, 0, called.length), half(0)], called);
    yield head;
    at += head.length;
    let checksum = 0;
    let size = 0;
    for await (const chunk of content) {
      checksum = crc32(chunk, checksum);
      size += chunk.byteLength;
      yield chunk;
    }
    const foot = record(0x08074b50, [word(checksum), word(size), word(size)]);
    yield foot;
    at += size + foot.length;
    if (at > mostBytes) throw new Error("an archive of more than four gigabytes cannot be written");
    directory.push(
      record(
        0x02014b50,
        [
          half(versionNeeded),
          half(versionNeeded),
          common(checksum, size, called.length),
          half(0),
          half(0),
          half(0),
          half(0),
          word(0),
          word(begin),
        ],
        called,
      ),
    );
  }
  const whole = Buffer.concat(directory);
  yield whole;
  const count = half(directory.length);
  yield record(0x06054b50, [half(0), half(0), count, count, word(whole.length), word(at), half(0)]);
}

/** Flags, method 0 (stored), time 0, date 1 January 1980, checksum, both sizes, the name's length. */
function common(checksum: number, size: number, nameLength: number): Buffer {
  return Buffer.concat([
    half(flags),
    half(0),
    half(0),
    half(0x21),
    word(checksum),
    word(size),
    word(size),
    half(nameLength),
  ]);
}

function record(signature: number, fields: Buffer[], tail: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([word(signature), ...fields, tail]);
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}
