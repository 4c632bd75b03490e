import { createHash } from "node:crypto";

/** What comments under one post share, of any length outside: the list shows them as one row. */
export function groupKey(channelId: string, postId: string): string {
  return createHash("sha256").update(`${channelId} ${postId}`).digest("hex").slice(0, 32);
}

/** What conversations share that say nearly the same (lib/duplicates), named after the first of them. */
export function alikeKey(conversationId: string): string {
  return `alike:${conversationId}`;
}
