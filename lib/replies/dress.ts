import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recordUses, type Use } from "@/lib/saved-replies/use";

/** What a reply was made from, and what its author leaves below it. */
export type Dress = {
  savedReplies?: readonly Use[];
  below?: { hasSignature: boolean; hasHistory: boolean };
};

/** Notes both on a reply that was just let go, in its transaction. */
export async function dress(
  tx: Tx,
  input: Dress & { conversationId: string; messageId: string; deliveryId: string },
): Promise<void> {
  if (input.below)
    await tx.execute(sql`
      update deliveries set has_signature = ${input.below.hasSignature}, has_history = ${input.below.hasHistory}
      where id = ${input.deliveryId}`);
  await recordUses(tx, { ...input, savedReplies: input.savedReplies ?? [] });
}
