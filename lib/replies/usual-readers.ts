import { replyWays } from "./ways";

/**
 * Who reads a reply by default, and its subject, when its author changed neither. Says nothing about whether the
 * author may see the conversation: `reply` decides that, and nothing of this reaches them before.
 */
export async function usualReaders(
  conversationId: string,
  by: { mode: "public" | "private"; channelId: string },
): Promise<{ to: string[]; cc: string[]; subject: string | null }> {
  const ways = await replyWays(conversationId);
  const way = ways.find(({ mode, channelId }) => mode === by.mode && channelId === by.channelId);
  return { to: way?.to ?? [], cc: way?.cc ?? [], subject: way?.subject ?? null };
}
