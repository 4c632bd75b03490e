import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/**
 * Takes a talk away in which nothing is left, once what opened it was taken back. One that somebody writes in at this
 * moment stays: whoever comes later finds it gone. The conversation's row must be locked.
 */
export async function dropEmptySideThread(tx: Tx, input: { sideThreadId: string }): Promise<void> {
  const id = input.sideThreadId;
  await tx.execute(sql`
    delete from side_threads where id in (select s.id from side_threads s where s.id = ${id} for update skip locked)
      and not exists (select 1 from messages m where m.side_thread_id = ${id})
      and not exists (select 1 from held_replies h where h.side_thread_id = ${id}
        and h.state in ('awaiting', 'scheduled', 'returned', 'stopped'))`);
}
