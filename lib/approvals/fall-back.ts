import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ApprovalReason } from "@/db/enums";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { approversOf } from "./approvers";

const timer: System = { kind: "system", name: "timer" };

/** What nobody decided in time goes to everybody who may decide: the customer waits meanwhile. */
export async function passOnLate(): Promise<void> {
  const late = await db.execute<{ id: string }>(sql`
    select id from held_replies where state = 'awaiting' and fell_back_at is null and fallback_at <= now() order by id limit 100`);
  for (const { id } of late.rows) await passOn(id);
}

async function passOn(id: string): Promise<void> {
  await transact(async (tx) => {
    const passed = await tx.execute<{ conversationId: string; authorId: string; reason: ApprovalReason }>(sql`
      update held_replies set fell_back_at = now(), approver_id = null, updated_at = now(), version = version + 1
      where id = ${id} and state = 'awaiting' and fell_back_at is null
      returning conversation_id as "conversationId", author_id as "authorId", reason`);
    const held = passed.rows[0];
    if (!held) return;
    await changeConversation(tx, timer, {
      id: held.conversationId,
      type: "approval.passed_on",
      set: sql`approver_id = null`,
      more: { heldId: id },
    });
    const people = await approversOf(tx, held);
    await notify(tx, {
      agentIds: people.map((person) => person.id),
      kind: "approval_asked",
      conversationId: held.conversationId,
      eventId: `approval:${id}:late`,
    });
  });
}
