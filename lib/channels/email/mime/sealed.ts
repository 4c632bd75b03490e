import type { Remark } from "@/lib/channels/channel";
import type { Mail } from "./read-mime";

/** What a mail that is signed or encrypted says about itself, its words without the armour, and a mail inside. */
export type Sealed = { remark: Remark; text: string | null; inside: Uint8Array | null };

/**
 * S/MIME (RFC 8551) and OpenPGP (RFC 3156, RFC 9580): encrypted mail is named so and kept, since we have no key of
 * anybody; of signed mail the words are shown. No signature is checked, which the remark says.
 */
export function readSealed(mail: Mail): Sealed | null {
  const type = (mail.fields("content-type")[0] ?? "").slice(0, 1000).toLowerCase();
  const remark = (code: string): Sealed => ({ remark: { code, params: {} }, text: null, inside: null });
  if (/^\s*multipart\/encrypted/.test(type)) return remark("encrypted_pgp");
  const pkcs7 = mail.files.find((file) => /^application\/(?:x-)?pkcs7-mime$/.test(file.contentType));
  if (pkcs7 !== undefined && /^\s*application\/(?:x-)?pkcs7-mime/.test(type)) {
    const inside = signedContent(pkcs7.bytes);
    return inside === null ? remark("encrypted_smime") : { ...remark("signed"), inside };
  }
  if (/^\s*multipart\/signed/.test(type)) return remark("signed");
  if (mail.text.includes("-----BEGIN PGP MESSAGE-----")) return remark("encrypted_pgp");
  const words = clearSigned(mail.text);
  return words === null ? null : { ...remark("signed"), text: words };
}

/** RFC 9580, section 7: what stands between the armour, with dashes at line starts given back. */
function clearSigned(text: string): string | null {
  const begin = text.indexOf("-----BEGIN PGP SIGNED MESSAGE-----");
  const blank = begin === -1 ? -1 : text.indexOf("\n\n", begin);
  const end = blank === -1 ? -1 : text.indexOf("-----BEGIN PGP SIGNATURE-----", blank);
  if (end === -1) return null;
  const close = "-----END PGP SIGNATURE-----";
  const after = text.indexOf(close, end);
  const below = after === -1 ? "" : text.slice(after + close.length);
  const words = text.slice(blank + 2, end).replace(/^- /gm, "");
  return `${text.slice(0, begin)}${words.trimEnd()}\n${below}`.trim();
}

const signedData = Buffer.from("06092a864886f70d010702", "hex");
const plainData = Buffer.from("06092a864886f70d010701", "hex");

/**
 * The mail inside a signed-data object (RFC 5652, section 5.2): the octet string after the object identifier "data",
 * whole or in pieces, with known or open lengths. Null when the object is something else, which means encrypted.
 */
function signedContent(bytes: Uint8Array): Uint8Array | null {
  const der = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!der.subarray(0, 60).includes(signedData)) return null;
  const data = der.indexOf(plainData);
  if (data === -1) return null;
  const explicit = elementAt(der, data + plainData.length);
  const octets = explicit?.tag === 0xa0 ? elementAt(der, explicit.from) : null;
  if (octets?.tag === 0x04) return new Uint8Array(der.subarray(octets.from, octets.to));
  if (octets?.tag !== 0x24) return null;
  const pieces: Buffer[] = [];
  for (let at = octets.from; at < octets.to; ) {
    const piece = elementAt(der, at);
    if (piece?.tag !== 0x04) break;
    pieces.push(der.subarray(piece.from, piece.to));
    at = piece.to;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Tag, and where the content begins and ends; an open length reaches to the end of everything. */
function elementAt(der: Buffer, at: number): { tag: number; from: number; to: number } | null {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined) return null;
  if (first === 0x80) return { tag, from: at + 2, to: der.length };
  if (first < 0x80) return { tag, from: at + 2, to: Math.min(at + 2 + first, der.length) };
  const size = first & 0x7f;
  if (size > 4 || at + 2 + size > der.length) return null;
  const from = at + 2 + size;
  return { tag, from, to: Math.min(from + der.readUIntBE(at + 2, size), der.length) };
}
