import { sql } from "drizzle-orm";
import { transact } from "@/lib/transact";

const atOnce = 1_000;

/** The model has changed: everything in the list is ranked again, in batches, while the desk works on. */
export async function rerankAll(): Promise<number> {
  let all = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const step = await transact(async (tx) => {
      const done = await tx.execute<{ last: string | null; count: number }>(sql`
        with next as materialized (
          select conversation_id as id from queue where conversation_id > ${after}::uuid order by conversation_id limit ${atOnce}
        ), marked as (
          update queue set rank_valid_until = '-infinity' from next where queue.conversation_id = next.id
        )
        select (select id from next order by id desc limit 1) as last, (select count(*)::int from next) as count`);
      return done.rows[0];
    });
    if (!step?.last) return all;
    after = step.last;
    all += step.count;
  }
}
