import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor, System } from "@/lib/access";
import { recordUses } from "@/lib/saved-replies/use";

/** What a reply was made from, and what its author leaves below it. */
export type Dress = {
  savedReplies?: ReadonlyArray<{ id: string; isEdited: boolean }>;
  below?: { hasSignature: boolean; hasHistory: boolean };
};

/** Notes both on a reply that was just let go, in its transaction. */
export async function dress(
  tx: Tx,
  actor: Actor | System,
  input: Dress & { conversationId: string; messageId: string; deliveryId: string },
): Promise<void> {
  if (input.below)
    await tx.execute(sql`
      update deliveries set has_signature = ${input.below.hasSignature}, has_history = ${input.below.hasHistory}
      where id = ${input.deliveryId}`);
  if (actor.kind === "agent")
    await recordUses(tx, actor, { ...input, savedReplies: input.savedReplies ?? [] });
}
