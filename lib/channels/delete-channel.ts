import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";

/**
 * Takes a channel away that nobody has written through yet. One with conversations is paused instead, since deleting
 * it would delete them: `conflict`.
 */
export async function deleteChannel(actor: Actor, input: { channelId: string }): Promise<void> {
  authorize(actor, "channel.edit");
  await db.transaction(async (tx) => {
    const found = await tx.execute<{ used: boolean; kind: string; name: string; brandId: string }>(sql`
      select h.kind, h.name, h.brand_id as "brandId", exists (select 1 from conversations c where c.channel_id = h.id)
        or exists (select 1 from messages m where m.channel_id = h.id limit 1)
        or exists (select 1 from deliveries d where d.channel_id = h.id) as used
      from channels h where h.id = ${input.channelId} for update of h`);
    const channel = found.rows[0] ?? fail("not_found", "not_found");
    if (channel.used) fail("conflict", "channel.in_use");
    await tx.execute(sql`delete from channels where id = ${input.channelId}`);
    await recordEvent(tx, {
      type: "channel.deleted",
      actor: actorOf(actor),
      brandId: channel.brandId,
      channelId: input.channelId,
      before: { kind: channel.kind, name: channel.name },
      occurredAt: new Date(),
    });
  });
}
