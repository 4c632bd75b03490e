import { signToken, verifyToken } from "@/lib/conversations/thread-token";

/**
 * The signed token of a talk with a third party. Signed under another name than a customer's, so that neither opens
 * the other's door.
 */
export function sideToken(sideThreadId: string): string {
  return signToken("side", sideThreadId);
}

/** The talk that a token names, or null when it is not one of ours. */
export function readSideToken(token: string): string | null {
  return verifyToken("side", token);
}
