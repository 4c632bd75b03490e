import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SurveyRefusal } from "@/db/enums";
import { isLegalConversation } from "@/lib/approvals/rule";
import { lastHumanAnswer } from "./human-answer";

/** Nobody is asked twice in so many days, whatever they wrote about and from which of their addresses. */
export const restDays = 30;

/** A promise that was broken so lately is not forgotten, in whichever conversation it was made. */
const brokenDays = 90;

/**
 * Why the customer of a question must not be asked now, the first that holds; null when they may be. `superseded`: the
 * conversation has been resolved again since, and that resolution has a question of its own.
 */
export async function refusalOf(tx: Tx, surveyId: string): Promise<SurveyRefusal | "superseded" | null> {
  const found = await tx.execute<{ refusal: SurveyRefusal | "superseded" | null }>(sql`
    select case
      when exists (select 1 from surveys n where n.conversation_id = s.conversation_id and n.resolved_at > s.resolved_at) then 'superseded'
      when c.status = 'spam' then 'spam'
      when c.status <> 'resolved' or c.resolved_at is distinct from s.resolved_at then 'reopened'
      when c.is_restricted then 'restricted'
      when ${isLegalConversation} then 'legal'
      when c.kind = 'privacy' or exists (select 1 from privacy_requests r where r.conversation_id in (select merged_with(c.id))) then 'privacy'
      when c.kind = 'proactive' or exists (select 1 from outreaches o where o.conversation_id = c.id) then 'proactive'
      when exists (select 1 from customers k where k.id in (select records_of(s.customer_id)) and k.do_not_contact_at is not null) then 'do_not_contact'
      when exists (select 1 from customers k where k.id in (select records_of(s.customer_id)) and k.unsubscribed_at is not null) then 'unsubscribed'
      when exists (select 1 from commitments m where m.broken_at is not null and (m.conversation_id in (select merged_with(c.id))
        or (m.customer_id in (select records_of(s.customer_id)) and (m.state = 'broken'
          or m.broken_at > now() - make_interval(days => ${brokenDays}))))) then 'promise_broken'
      when ${isUnanswered} then 'unanswered'
      when exists (select 1 from pauses p where p.ended_at is null and p.until > now()) then 'paused'
      when exists (select 1 from surveys p left join deliveries d on d.conversation_id = p.conversation_id and d.message_id = p.message_id
        where p.customer_id in (select records_of(s.customer_id)) and p.state = 'asked' and p.id <> s.id
          and p.decided_at > now() - make_interval(days => ${restDays}) and coalesce(d.state, 'sent') not in ('failed', 'cancelled')) then 'asked_lately'
      when c.is_public then 'no_way'
    end as refusal
    from surveys s join conversations c on c.id = survivor_of(s.conversation_id) where s.id = ${surveyId}`);
  return found.rows[0]?.refusal ?? null;
}

/**
 * The customer had the last word, it was waiting for us, and it was put away all the same. Whoever closed it as praise or
 * as done has read it and says that nothing is owed; a troll is not asked.
 */
const isUnanswered = sql`(
  c.no_reply_reason = 'troll' or not exists (select 1 from ${lastHumanAnswer} a) or (c.no_reply_reason is null
    and exists (select 1 from events e where e.conversation_id = c.id and e.type = 'conversation.resolved'
      and (e.after ->> 'resolved_at')::timestamptz = c.resolved_at and e.before ->> 'waiting_since' is not null)
    and exists (select 1 from messages m, ${lastHumanAnswer} a where m.conversation_id in (select merged_with(c.id))
      and m.kind = 'customer' and m.deleted_at is null and m.created_at > a.created_at)))`;
