import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { markSent } from "./settle";

/** A person has looked, and the uncertain reply did arrive. */
export async function confirmSent(actor: Actor, input: { deliveryId: string }): Promise<void> {
  authorize(actor, "conversation.reply");
  const found = await db.execute<{ state: string; externalId: string }>(sql`
    select d.state, d.external_id as "externalId" from deliveries d join conversations c on c.id = d.conversation_id
    where d.id = ${input.deliveryId} and ${visible(actor, columnsOf("c"))}`);
  const delivery = found.rows[0] ?? fail("not_found", "delivery.not_found");
  if (delivery.state !== "unknown") fail("conflict", "delivery.not_now");
  await markSent(input.deliveryId, { externalId: delivery.externalId, refused: [] });
}
