import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import busboy from "busboy";
import { fieldLimits } from "./field-limits";

export type SentFile = {
  name: string;
  contentType: string;
  /** Bytes that arrived; one more than allowed when `tooLarge`. */
  size: number;
  /** SHA-256 in hex. */
  checksum: string;
  tooLarge: boolean;
  /** Empty when only the checksum was asked for. */
  bytes: Uint8Array;
};

export type Sent = { fields: Map<string, string>; files: SentFile[]; broken: boolean };

/** More file parts than anybody picks; an empty file input sends one too, so this is above the product's own limit. */
const mostParts = 20;

/**
 * Reads a posted form (RFC 7578 or urlencoded) as it streams in. A file is cut off one byte after its limit, so a
 * flood costs no memory. `keep` says whether the bytes of files are wanted or only their checksums. Never throws:
 * what cannot be read comes back as `broken`.
 */
export function readForm(source: Readable, contentType: string, keep: "bytes" | "checksums"): Promise<Sent> {
  return new Promise((resolve) => {
    const sent: Sent = { fields: new Map(), files: [], broken: false };
    const giveUp = () => {
      sent.broken = true;
      source.unpipe();
      source.resume();
      resolve(sent);
    };
    const reader = openReader(contentType);
    if (!reader) {
      giveUp();
      return;
    }
    reader.on("field", (name, value, info) => {
      if (info.nameTruncated || sent.fields.has(name)) return;
      sent.fields.set(name, value);
    });
    reader.on("file", (_field, stream, info) => collect(sent.files, stream, info, keep));
    reader.once("partsLimit", () => {
      sent.broken = true;
    });
    reader.once("fieldsLimit", () => {
      sent.broken = true;
    });
    reader.on("error", giveUp);
    reader.once("close", () => resolve(sent));
    source.once("error", giveUp);
    source.pipe(reader);
  });
}

function openReader(contentType: string): busboy.Busboy | null {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        // Four bytes a character, and one over the limit so that "too long" can be told from "just fits".
        fieldSize: (fieldLimits.message + 1) * 4,
        fieldNameSize: 64,
        fields: 30,
        files: mostParts,
        parts: mostParts + 30,
        fileSize: fieldLimits.fileBytes + 1,
        headerPairs: 20,
      },
    });
  } catch {
    return null;
  }
}

function collect(
  files: SentFile[],
  stream: Readable,
  info: busboy.FileInfo,
  keep: "bytes" | "checksums",
): void {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    hash.update(chunk);
    if (keep === "bytes") chunks.push(chunk);
  });
  // A part that breaks off ends in an error here as well as on the reader, which reports it.
  stream.on("error", () => {});
  stream.on("end", () => {
    // An empty file input still sends a part, without a name.
    if (!info.filename && size === 0) return;
    files.push({
      name: cleanName(info.filename),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(info.mimeType) ? info.mimeType : "application/octet-stream",
      size,
      checksum: hash.digest("hex"),
      tooLarge: size > fieldLimits.fileBytes,
      bytes: Buffer.concat(chunks),
    });
  });
}

/** File names are shown to people: without control signs and direction marks, which hide the true ending. */
function cleanName(name: string | undefined): string {
  const clean = (name ?? "").replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").trim();
  return Array.from(clean.replaceAll(/[/\\]/g, "_")).slice(-200).join("") || "file";
}
