import { sql } from "drizzle-orm";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

const again = sql`state = 'new', attempts = 0, try_after = now(), failure_code = null, failure_detail = null,
  claimed_by = null, lease_until = null`;

/** Reads one parked item again, after a fault of ours was mended. Throws `not_found` when it is not parked. */
export async function retryInbound(actor: Actor, input: { inboundId: string }): Promise<void> {
  authorize(actor, "inbound.retry");
  await transact(async (tx) => {
    const taken = await tx.execute(sql`
      update inbound i set ${again} from channels h
      where i.id = ${input.inboundId} and i.state = 'parked' and h.id = i.channel_id
        and ${visibleBrand(actor, sql`h.brand_id`)}`);
    if (taken.rowCount === 0) fail("not_found", "not_found");
  }, "inbound");
}

/** Reads everything that is parked again, as a backlog that waits behind live mail. Resolves with how many. */
export async function retryAllInbound(actor: Actor): Promise<{ count: number }> {
  authorize(actor, "inbound.retry");
  return transact(async (tx) => {
    const taken = await tx.execute(sql`
      update inbound i set ${again}, lane = 'bulk' from channels h
      where i.state = 'parked' and h.id = i.channel_id and ${visibleBrand(actor, sql`h.brand_id`)}`);
    return { count: taken.rowCount ?? 0 };
  }, "inbound");
}
