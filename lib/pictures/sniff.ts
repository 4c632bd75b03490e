export type Picture = { contentType: string; width: number | null; height: number | null };

/**
 * What the bytes are, whatever their sender calls them: one of the kinds that a browser draws without running anything,
 * with its size in pixels where the header says it; null for everything else, SVG above all, which is a program.
 */
export function sniff(bytes: Uint8Array): Picture | null {
  const at = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const says = (from: number, text: string) =>
    bytes.length >= from + text.length &&
    Buffer.from(bytes.subarray(from, from + text.length)).toString("latin1") === text;
  const has = (length: number) => bytes.length >= length;

  if (says(0, "\x89PNG\r\n\x1a\n") && says(12, "IHDR") && has(24))
    return { contentType: "image/png", width: at.getUint32(16), height: at.getUint32(20) };
  if ((says(0, "GIF87a") || says(0, "GIF89a")) && has(10))
    return { contentType: "image/gif", width: at.getUint16(6, true), height: at.getUint16(8, true) };
  if (says(0, "\xff\xd8\xff")) return { contentType: "image/jpeg", ...jpegSize(at) };
  if (says(0, "RIFF") && says(8, "WEBP")) return { contentType: "image/webp", ...webpSize(at, says) };
  if (says(4, "ftypavif") || says(4, "ftypavis")) return { contentType: "image/avif", ...avifSize(bytes) };
  if (says(0, "BM") && has(26))
    return {
      contentType: "image/bmp",
      width: Math.abs(at.getInt32(18, true)),
      height: Math.abs(at.getInt32(22, true)),
    };
  return null;
}

/** More pixels than any photograph that a customer sends: a few kilobytes can claim a billion, and take the reader's memory. */
const mostPixels = 80_000_000;

/** Whether a browser may be given it to draw. */
export function isDrawable({ width, height }: Picture): boolean {
  return width === null || height === null || (width > 0 && height > 0 && width * height <= mostPixels);
}

type Size = { width: number | null; height: number | null };
const unknown: Size = { width: null, height: null };

/** ITU T.81: segments until a start of frame. */
function jpegSize(at: DataView): Size {
  let place = 2;
  while (place + 9 < at.byteLength) {
    if (at.getUint8(place) !== 0xff) return unknown;
    const marker = at.getUint8(place + 1);
    // 0xC0 to 0xCF are frames, but for three tables among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: at.getUint16(place + 5), width: at.getUint16(place + 7) };
    place += marker === 0xff ? 1 : 2 + at.getUint16(place + 2);
  }
  return unknown;
}

/** RFC 9649: lossy, lossless, extended. */
function webpSize(at: DataView, says: (from: number, text: string) => boolean): Size {
  if (at.byteLength < 30) return unknown;
  if (says(12, "VP8 "))
    return { width: at.getUint16(26, true) & 0x3fff, height: at.getUint16(28, true) & 0x3fff };
  if (says(12, "VP8L")) {
    const packed = at.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
  }
  if (!says(12, "VP8X")) return unknown;
  const three = (from: number) => at.getUint16(from, true) + (at.getUint8(from + 2) << 16);
  return { width: three(24) + 1, height: three(27) + 1 };
}

/** ISO 23008-12: the largest `ispe` box near the beginning. */
function avifSize(bytes: Uint8Array): Size {
  const head = Buffer.from(bytes.subarray(0, 4096));
  let [width, height] = [0, 0];
  for (
    let place = head.indexOf("ispe");
    place !== -1 && place + 16 <= head.length;
    place = head.indexOf("ispe", place + 4)
  ) {
    width = Math.max(width, head.readUInt32BE(place + 8));
    height = Math.max(height, head.readUInt32BE(place + 12));
  }
  return width > 0 && height > 0 ? { width, height } : unknown;
}
