import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

const timer: System = { kind: "system", name: "timer" };

/** Opens every conversation whose sleep is over. Resolves with when the next one wakes, or null. */
export async function wakeSnoozed(): Promise<Date | null> {
  const due = await db.execute<{ id: string }>(sql`
    select conversation_id as id from queue where status = 'snoozed' and snoozed_until <= now()
    order by conversation_id limit 500`);
  for (const { id } of due.rows) {
    await transact((tx) =>
      changeConversation(tx, timer, {
        id,
        type: "conversation.woken",
        only: sql`c.status = 'snoozed' and c.snoozed_until <= now()`,
        set: sql`status = 'open', snoozed_until = null`,
      }),
    ).catch(anotherWasFaster);
  }
  const next = await db.execute<{ at: string | null }>(
    sql`select min(snoozed_until)::text as at from queue where status = 'snoozed'`,
  );
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

function anotherWasFaster(error: unknown): void {
  if (!(error instanceof Error && error.message.startsWith("conflict"))) throw error;
}
