import { randomBytes } from "node:crypto";
import { hashToken } from "./session";

/** A secret for a link or a program: 32 random bytes, of which only the SHA-256 is stored. */
export function newToken(prefix: string): { token: string; tokenHash: string } {
  const token = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { token, tokenHash: hashToken(token) };
}
