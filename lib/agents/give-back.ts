import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { System } from "@/lib/access";
import { handOverForAbsence } from "@/lib/commitments/away";
import { changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";

const timer: System = { kind: "system", name: "timer" };
const batchSize = 100;

/**
 * Gives back to everybody what somebody who has left still had in hand: open, waiting and snoozed conversations keep
 * their team and lose their assignee. Resolves with how many.
 */
export async function giveBackAll(agentId: string): Promise<number> {
  await handOverForAbsence({ agentId, why: "left" });
  let given = 0;
  for (;;) {
    const held = await db.execute<{ id: string }>(sql`
      select conversation_id as id from queue where assignee_id = ${agentId} order by conversation_id limit ${batchSize}`);
    for (const { id } of held.rows) {
      await transact((tx) =>
        changeConversation(tx, timer, {
          id,
          type: "conversation.assigned",
          only: sql`c.assignee_id = ${agentId}`,
          set: sql`assignee_id = null`,
          more: { left: agentId },
        }),
      ).catch(anotherWasFaster);
    }
    given += held.rows.length;
    if (held.rows.length < batchSize) return given;
  }
}

function anotherWasFaster(error: unknown): void {
  if (!(error instanceof Error && /^(conflict|not_found)/.test(error.message))) throw error;
}
