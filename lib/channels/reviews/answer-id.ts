import { createHash } from "node:crypto";

/** One answer by its words, so that what we handed over ourselves is known again in an export of the site. */
export function answerId(reviewId: string, text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  return `${reviewId} answer ${createHash("sha256").update(words).digest("hex").slice(0, 16)}`;
}
