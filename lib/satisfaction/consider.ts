import { sql } from "drizzle-orm";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { lastHumanAnswer } from "./human-answer";

/**
 * Notes that the customer of a conversation that was just resolved is to be asked how it went, where its channel asks and
 * somebody of us answered. Whether they are is decided when the time comes. Safe to repeat. True when there is a question.
 */
export async function considerSurvey(input: {
  conversationId: string;
  resolvedAt: string;
}): Promise<boolean> {
  return transact(async (tx) => {
    const made = await tx.execute(sql`
      insert into surveys (id, conversation_id, brand_id, customer_id, channel_id, team_id, agent_id, resolved_at, state,
        ask_after, language, is_sample)
      select ${newId()}, c.id, c.brand_id, c.customer_id, c.channel_id, c.team_id, a.agent_id, c.resolved_at, 'waiting',
        c.resolved_at + make_interval(mins => s.delay_minutes),
        case when coalesce(a.language, k.language, b.language) in ('en', 'fr')
          then coalesce(a.language, k.language, b.language) else b.language end, c.is_sample
      from conversations c join survey_channels s on s.channel_id = c.channel_id join brands b on b.id = c.brand_id
      join customers k on k.id = c.customer_id cross join lateral ${lastHumanAnswer} a
      where c.id = survivor_of(${input.conversationId}) and c.status = 'resolved'
        and c.resolved_at = ${input.resolvedAt}::timestamptz
      on conflict do nothing returning 1`);
    return made.rows.length > 0;
  }, "timers");
}
