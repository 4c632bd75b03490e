import { hmac } from "@/lib/secrets";

/** What session cookies are encrypted with: derived from SECRET_KEY, and good for nothing else. */
export function sessionSecret(): string {
  return hmac("session-cookie", "next-auth");
}
