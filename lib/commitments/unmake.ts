import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * The reply in which they were made was taken back before it left: nothing was promised. Its author finds the offer in
 * their words again. To be called before the conversation is locked.
 */
export async function unmakeWithin(tx: Tx, input: { messageId: string }): Promise<void> {
  const gone = await tx.execute<{ conversationId: string; ownerAddress: string | null; text: string }>(sql`
    delete from commitments where message_id = ${input.messageId} and kept_message_id is null
    returning conversation_id as "conversationId", owner_address as "ownerAddress", text`);
  for (const { conversationId, ownerAddress, text } of gone.rows)
    if (ownerAddress !== null) await withdrawAsks(tx, { conversationId, address: ownerAddress, text });
}

/** Whoever was asked by mail to keep it need not answer any more. */
export async function withdrawAsks(
  tx: Tx,
  input: { conversationId: string; address: string; text: string },
): Promise<void> {
  await tx.execute(sql`
    update asks set withdrawn_at = now() where conversation_id = survivor_of(${input.conversationId}) and address = ${input.address}
      and answered_at is null and withdrawn_at is null and strpos(question, ${input.text}) > 0`);
}
