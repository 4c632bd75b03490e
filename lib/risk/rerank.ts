import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Something happened that the list of work does not hold: a promise, a sign, two records found to be one person. Every
 * conversation in the list of anybody in `customerIds` (or of the same person) is ranked again, at once.
 */
export async function rerankCustomers(tx: Tx, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.execute(sql`
    update queue set rank_valid_until = '-infinity'
    where customer_id in (select r.id from unnest(${`{${customerIds.join(",")}}`}::uuid[]) k(id), records_of(k.id) r(id))`);
}

/** The same for some conversations alone. */
export async function rerankConversations(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx.execute(sql`
    update queue set rank_valid_until = '-infinity'
    where conversation_id = any(${`{${conversationIds.join(",")}}`}::uuid[])`);
}
