import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { transact } from "@/lib/transact";
import type { HealthReport } from "./channel";
import { checkChannel } from "./check-channel";

/** What failed longer ago than this is no answer any more. */
const longestDays = 14;
const mostAtOnce = 500;

/**
 * Tests the receiver, and when it answers hands over again whatever it has not taken: what failed and what waits for
 * its next try. Resolves with how many that were, or with what is still wrong.
 */
export async function redeliver(
  actor: Actor,
  input: { channelId: string },
): Promise<{ failure: HealthReport | null; count: number }> {
  authorize(actor, "channel.edit");
  const failure = await checkChannel(actor, input);
  if (failure !== null) return { failure, count: 0 };
  const waiting = await db.execute<{ id: string }>(sql`
    select id from deliveries where channel_id = ${input.channelId} and created_at > now() - make_interval(days => ${longestDays})
      and (state = 'failed' or (state = 'queued' and attempts > 0 and send_after > now()))
    order by created_at limit ${mostAtOnce}`);
  let count = 0;
  for (const { id } of waiting.rows) if (await again(actor, id)) count += 1;
  return { failure: null, count };
}

/** In the order of their conversations' own locks, one transaction each: somebody else may be at one of them. */
async function again(actor: Actor, deliveryId: string): Promise<boolean> {
  return transact(async (tx) => {
    const found = await tx.execute<{ conversationId: string; messageId: string; state: string }>(sql`
      select conversation_id as "conversationId", message_id as "messageId", state from deliveries
      where id = ${deliveryId} and state in ('failed', 'queued') for update`);
    const [delivery] = found.rows;
    if (!delivery) return false;
    await tx.execute(sql`
      update deliveries set state = 'queued', send_after = now(), attempts = 1, failure_code = null, failure_params = null,
        claimed_by = null, lease_until = null where id = ${deliveryId}`);
    if (delivery.state === "failed")
      await changeConversation(
        tx,
        { kind: "system", name: "operator" },
        {
          id: delivery.conversationId,
          type: "reply.queued",
          set: sql`status = case when c.status = 'open' then 'waiting' else c.status end`,
          messageId: delivery.messageId,
          more: { deliveryId, again: true, by: actor.id },
        },
      );
    return true;
  }, "deliveries");
}
