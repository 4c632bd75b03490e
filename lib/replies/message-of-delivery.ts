import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";

/** The message that a delivery carries. Throws `not_found`. */
export async function messageOfDelivery(
  actor: Actor,
  input: { deliveryId: string },
): Promise<{ conversationId: string; messageId: string }> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ conversationId: string; messageId: string }>(sql`
    select d.conversation_id as "conversationId", d.message_id as "messageId"
    from deliveries d join conversations c on c.id = d.conversation_id
    where d.id = ${input.deliveryId} and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "delivery.not_found");
}
