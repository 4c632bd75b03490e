import { sql } from "drizzle-orm";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

/** Lets somebody in again. What was filed meanwhile stays under spam until it is restored. */
export async function unblock(actor: Actor, input: { blockId: string }): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(async (tx) => {
    const gone = await tx.execute(sql`
      update blocks b set removed_at = now(), removed_by = ${actor.id}
      where b.id = ${input.blockId} and b.removed_at is null and ${visibleBrand(actor, sql`b.brand_id`)} returning b.id`);
    if (gone.rows.length === 0) fail("not_found", "block.not_found");
  });
}
