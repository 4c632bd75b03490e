import { hmac, sameSecret } from "@/lib/secrets";

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/**
 * The signed token that threads a customer's answer: the conversation's id and 80 bits of signature, in the
 * lower-case base32 of RFC 4648 (42 characters), because it must survive in the local part of an address.
 */
export function threadToken(conversationId: string): string {
  return signToken("thread", conversationId);
}

/** The conversation that a token names, or null when it is not one of ours. */
export function readThreadToken(token: string): string | null {
  return verifyToken("thread", token);
}

/** Tokens of one purpose never pass for another's: the purpose is part of what is signed. */
export function signToken(purpose: "thread" | "side" | "ask", id: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return base32(Buffer.concat([bytes, signature(purpose, id)]));
}

export function verifyToken(purpose: "thread" | "side" | "ask", token: string): string | null {
  const bytes = fromBase32(token.toLowerCase());
  if (bytes?.length !== 26) return null;
  const hex = bytes.subarray(0, 16).toString("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return sameSecret(signature(purpose, id).toString("hex"), bytes.subarray(16).toString("hex")) ? id : null;
}

function signature(purpose: "thread" | "side" | "ask", id: string): Buffer {
  return Buffer.from(hmac(purpose, id), "base64url").subarray(0, 10);
}

function base32(bytes: Buffer): string {
  let text = "";
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): Buffer | null {
  const bytes: number[] = [];
  let value = 0;
  let bits = 0;
  for (const letter of text) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return null;
    value = (value << 5) | digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >>> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes);
}
