import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recordEvent } from "@/lib/events";
import { giveBackAll } from "./give-back";
import { forgetAgent } from "./session";
import { shutOut } from "./shut-out";

/**
 * Ends the accounts whose last moment has come: nobody who knew the password gets in from that moment, which the
 * sign-in checks by itself; this closes what is still open and gives their work back. Resolves with when the next
 * account ends, or null.
 */
export async function endAccounts(): Promise<Date | null> {
  const due = await db.execute<{ id: string }>(sql`
    select id from agents where ends_at <= now() and deactivated_at is null order by ends_at limit 100`);
  for (const { id } of due.rows) {
    const ended = await db.transaction(async (tx) => {
      const still = await tx.execute(sql`
        select 1 from agents where id = ${id} and ends_at <= now() and deactivated_at is null for update`);
      if (still.rows.length === 0) return false;
      await shutOut(tx, id);
      await recordEvent(tx, {
        type: "agent.ended",
        actor: { kind: "system", id: null },
        after: { agentId: id },
        occurredAt: new Date(),
      });
      return true;
    });
    if (!ended) continue;
    forgetAgent(id);
    await giveBackAll(id);
  }
  const next = await db.execute<{ at: string | null }>(
    sql`select min(ends_at)::text as at from agents where ends_at is not null and deactivated_at is null`,
  );
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}
