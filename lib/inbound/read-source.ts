import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import { bodyOf } from "@/lib/channels/accept";
import { fail } from "@/lib/errors";
import { sourceWithoutKeys } from "@/lib/satisfaction/veil";

/**
 * One item exactly as it came in, but for the keys of our own questions that it quotes. Once it has become a message, whoever may see the conversation may see it; before
 * that, whoever may see the channel's brand. Throws `not_found`.
 */
export async function readSource(
  actor: Actor,
  input: { inboundId: string },
): Promise<{ contentType: string; bytes: Uint8Array }> {
  authorize(actor, "inbound.read");
  const found = await db.execute<{ contentType: string; body: Buffer | null; bodyKey: string | null }>(sql`
    select i.content_type as "contentType", i.body, i.body_key as "bodyKey"
    from inbound i join channels h on h.id = i.channel_id left join conversations c on c.id = i.conversation_id
    where i.id = ${input.inboundId}
      and case when c.id is null then ${visibleBrand(actor, sql`h.brand_id`)} else ${visible(actor, columnsOf("c"))} end`);
  const row = found.rows[0] ?? fail("not_found", "not_found");
  return { contentType: row.contentType, bytes: sourceWithoutKeys(await bodyOf(row)) };
}
