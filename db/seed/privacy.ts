import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { privacyRequests } from "@/db/schema/privacy";
import { dueAfterMonths } from "@/lib/privacy/due-date";
import type { Places } from "./rows";

/** The request that came by mail becomes one, with the month that runs from its day. */
export async function seedPrivacy(tx: Tx, places: Places, zone: string): Promise<void> {
  const tagId = places.tags.get("privacy");
  if (!tagId) return;
  const found = await tx.execute<{ id: string; askedAt: string }>(sql`
    with asked as (
      update conversations c set kind = 'privacy' from conversation_tags t
      where t.conversation_id = c.id and t.tag_id = ${tagId} and c.brand_id = ${places.brandId} returning c.id
    ), queued as (
      update queue q set kind = 'privacy' from asked a where q.conversation_id = a.id
    )
    select a.id, (select min(m.sent_at) from messages m where m.conversation_id = a.id and m.kind = 'customer')::text as "askedAt"
    from asked a`);
  for (const { id, askedAt } of found.rows) {
    const at = new Date(askedAt);
    await tx
      .insert(privacyRequests)
      .values({ conversationId: id, kind: "access", askedAt: at, dueAt: dueAfterMonths(at, 1, zone) });
  }
}
