import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { tellOfLeak } from "./keep";

/** "Not a leak": it counts nowhere from now on, and is not found again by itself. Throws `conflict` when it is none any more. */
export async function withdrawLeak(actor: Actor, input: { leakId: string }): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(async (tx) => {
    await lockSeen(tx, actor, input.leakId);
    const done = await tx.execute(sql`
      update leaks set withdrawn_at = clock_timestamp(), withdrawn_by = ${actor.id}
      where id = ${input.leakId} and withdrawn_at is null returning id`);
    if (done.rows.length === 0) fail("conflict", "leak.withdrawn");
    await tellOfLeak(tx, actor, { leakId: input.leakId, type: "leak.withdrawn" });
  });
}

/** Takes "not a leak" back. Throws `conflict` when its post has been tied to somebody else meanwhile. */
export async function restoreLeak(actor: Actor, input: { leakId: string }): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(async (tx) => {
    await lockSeen(tx, actor, input.leakId);
    const done = await tx.execute(sql`
      update leaks l set withdrawn_at = null, withdrawn_by = null
      where l.id = ${input.leakId} and l.withdrawn_at is not null and not exists (
        select 1 from leaks o where o.id <> l.id and o.withdrawn_at is null
          and (o.public_message_id = l.public_message_id or o.private_message_id = l.private_message_id)) returning id`);
    if (done.rows.length === 0) fail("conflict", "leak.withdrawn");
    await tellOfLeak(tx, actor, { leakId: input.leakId, type: "leak.restored" });
  });
}

async function lockSeen(tx: Tx, actor: Actor, leakId: string): Promise<void> {
  const found = await tx.execute(sql`
    select 1 from leaks l join conversations c on c.id = l.private_conversation_id
    where l.id = ${leakId} and ${visible(actor, columnsOf("c"))} for update of l`);
  if (found.rows.length === 0) fail("not_found", "leak.not_found");
}
