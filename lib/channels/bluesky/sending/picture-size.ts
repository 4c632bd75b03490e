/**
 * Width and height out of the first bytes of a PNG, GIF, WebP or JPEG; null when they do not say. With them Bluesky
 * shows a picture whole instead of cutting a square out of it.
 */
export function sizeOf(bytes: Uint8Array): { width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 30) return null;
  const mark = data.toString("latin1", 0, 12);
  if (mark.startsWith("\x89PNG")) return whole(data.readUInt32BE(16), data.readUInt32BE(20));
  if (mark.startsWith("GIF8")) return whole(data.readUInt16LE(6), data.readUInt16LE(8));
  if (mark.startsWith("RIFF") && mark.endsWith("WEBP")) return webp(data);
  return mark.startsWith("\xff\xd8") ? jpeg(data) : null;
}

function webp(data: Buffer): { width: number; height: number } | null {
  switch (data.toString("latin1", 12, 16)) {
    case "VP8X":
      return whole(1 + data.readUIntLE(24, 3), 1 + data.readUIntLE(27, 3));
    case "VP8 ":
      return whole(data.readUInt16LE(26) & 0x3fff, data.readUInt16LE(28) & 0x3fff);
    case "VP8L": {
      const packed = data.readUInt32LE(21);
      return whole(1 + (packed & 0x3fff), 1 + ((packed >> 14) & 0x3fff));
    }
    default:
      return null;
  }
}

/** Walks from segment to segment to the frame header (ITU-T T.81, B.2.2). */
function jpeg(data: Buffer): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const kind = data[at + 1] ?? 0;
    const isFrame = kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
    if (isFrame) return whole(data.readUInt16BE(at + 7), data.readUInt16BE(at + 5));
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

function whole(width: number, height: number): { width: number; height: number } | null {
  return width > 0 && height > 0 ? { width, height } : null;
}
