import { sql } from "drizzle-orm";
import type { CallOutcome } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { newId } from "@/lib/id";
import { rerankBeside, rerankLater } from "@/lib/risk/rerank";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { changeConversation } from "./change";

/**
 * "I called" and its kin. Reached, settled at the counter and answered on the site are answers and stop the
 * clock; voicemail and no answer are not.
 */
export async function recordCall(
  actor: Actor,
  /** `url`: where our answer stands, for what was answered on the site. */
  input: { conversationId: string; outcome: CallOutcome; text: string; url?: string | null },
): Promise<{ messageId: string; eventId: number }> {
  authorize(actor, "conversation.reply");
  const messageId = newId();
  const answered = isAnswer(input.outcome);
  const { busy, ...recorded } = await transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "call.recorded",
      set: answered
        ? sql`status = case when c.status in ('open', 'snoozed') then 'waiting' else c.status end, snoozed_until = null,
              waiting_since = null, due_at = null, due_kind = null, unanswered_count = 0, message_count = c.message_count + 1,
              first_response_at = coalesce(c.first_response_at, now()), last_message_at = now(),
              assignee_id = coalesce(c.assignee_id, ${actor.id}::uuid)`
        : sql`message_count = c.message_count + 1, assignee_id = coalesce(c.assignee_id, ${actor.id}::uuid)`,
      more: { outcome: input.outcome },
      messageId,
    });
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, agent_id, text, call_outcome, url, sent_at, created_at)
      values (${input.conversationId}, ${messageId}, 'call', ${actor.id}, ${cleanText(input.text, 20_000).trim()}, ${input.outcome}, ${input.url ?? null},
              clock_timestamp(), clock_timestamp())`);
    // Whoever was reached is no longer left alone in what else they wait for.
    const busy = answered ? await rerankBeside(tx, { ...changed, conversationId: changed.id }) : [];
    return { messageId, eventId: changed.eventId, busy };
  });
  await rerankLater(busy);
  return recorded;
}

function isAnswer(outcome: CallOutcome): boolean {
  return outcome === "reached" || outcome === "settled" || outcome === "on_site";
}
