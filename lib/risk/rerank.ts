import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { wake } from "@/lib/live/wake";

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

/**
 * The same for what else the person waits for, as a part of a transaction that holds one of their conversations. Whoever
 * works on many at once holds some and comes for ours, so this waits for nobody: resolves with the ones that somebody is
 * changing just now, for `rerankLater` after the commit.
 */
export async function rerankBeside(
  tx: Tx,
  beside: { customerId: string; conversationId: string },
): Promise<string[]> {
  const busy = await tx.execute<{ id: string }>(sql`
    with theirs as materialized (
      select q.conversation_id as id from records_of(${beside.customerId}) r(id) join queue q on q.customer_id = r.id
      where q.conversation_id <> ${beside.conversationId}
    ), free as materialized (
      select q.conversation_id as id from queue q where q.conversation_id in (select id from theirs) for update skip locked
    ), done as (
      update queue q set rank_valid_until = '-infinity' from free where q.conversation_id = free.id
    )
    select id from theirs where id not in (select id from free)`);
  return busy.rows.map(({ id }) => id);
}

/**
 * One at a time, each waiting for its lock while it holds no other. What was committed before stays true when one fails;
 * such a row is ranked when its hour comes.
 */
export async function rerankLater(conversationIds: readonly string[]): Promise<void> {
  for (const id of conversationIds)
    await db
      .execute(sql`update queue set rank_valid_until = '-infinity' where conversation_id = ${id}`)
      .catch(() => {});
  if (conversationIds.length > 0) wake("ranks");
}

/** The same for some conversations alone. */
export async function rerankConversations(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx.execute(sql`
    update queue set rank_valid_until = '-infinity'
    where conversation_id = any(${`{${conversationIds.join(",")}}`}::uuid[])`);
}
