import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ConversationKind, OutreachOutcome, SignalRuleKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import type { Reason, Way } from "./rules";

export type OutreachView = {
  conversationId: string;
  /** No longer `proactive` once they have written. */
  kind: ConversationKind;
  rule: SignalRuleKind;
  reasons: Reason[];
  way: Way;
  /** Why it is this way: they unsubscribed, they do not want to be contacted. */
  unsubscribedAt: string | null;
  doNotContactAt: string | null;
  phone: string | null;
  openedAt: string;
  outcome: OutreachOutcome | null;
  endedAt: string | null;
  endedBy: string | null;
  because: string | null;
  quietUntil: string | null;
};

/** Why a conversation was opened although nobody wrote; null where somebody did. */
export async function readOutreach(
  actor: Actor,
  input: { conversationId: string },
): Promise<OutreachView | null> {
  authorize(actor, "conversation.read");
  const found = await db.execute<OutreachView>(sql`
    select o.conversation_id as "conversationId", c.kind, o.rule_kind as rule, o.reasons, case when u.at is not null and o.way = 'mail'
        then case when p.display is null then 'none' else 'call' end else o.way end as way,
      u.at as "unsubscribedAt", d.at as "doNotContactAt", p.display as phone, o.opened_at as "openedAt", o.outcome, o.ended_at as "endedAt",
      a.name as "endedBy", o.because, o.quiet_until as "quietUntil"
    from conversations c join outreaches o on o.conversation_id = c.id left join agents a on a.id = o.ended_by
    left join lateral (select min(k.unsubscribed_at) as at from customers k where k.id in (select records_of(c.customer_id))) u on true
    left join lateral (select min(k.do_not_contact_at) as at from customers k where k.id in (select records_of(c.customer_id))) d on true
    left join lateral (select i.display from identities i where i.customer_id in (select records_of(c.customer_id)) and i.kind = 'phone'
      and i.revoked_at is null order by i.verified_at is null, i.created_at limit 1) p on true
    where c.id = survivor_of(${input.conversationId}::uuid) and ${visible(actor, columnsOf("c"))}`);
  const one = found.rows[0];
  if (!one) {
    const there = await db.execute(
      sql`select 1 from conversations c where c.id = survivor_of(${input.conversationId}::uuid) and ${visible(actor, columnsOf("c"))}`,
    );
    return there.rows.length > 0 ? null : fail("not_found", "conversation.not_found");
  }
  return {
    ...one,
    unsubscribedAt: iso(one.unsubscribedAt),
    doNotContactAt: iso(one.doNotContactAt),
    openedAt: isoText(one.openedAt),
    endedAt: iso(one.endedAt),
    quietUntil: iso(one.quietUntil),
  };
}

/**
 * Ends a proposal: what came of it, and with "not now" until when nobody asks again. The conversation is settled, and
 * comes back when they write. Throws `conflict` where it has ended already, or they have written meanwhile.
 */
export async function endOutreach(
  actor: Actor,
  input: { conversationId: string; outcome: OutreachOutcome; because: string; quietDays: number | null },
): Promise<void> {
  authorize(actor, "conversation.triage");
  await transact(async (tx) => {
    const { customerId } = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.resolved",
      only: sql`c.kind = 'proactive' and c.status <> 'resolved'`,
      set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null`,
      more: { outreach: input.outcome, because: input.because, quietDays: input.quietDays },
    });
    const quiet =
      input.quietDays === null ? sql`null` : sql`now() + make_interval(days => ${input.quietDays})`;
    const done = await tx.execute(sql`
      update outreaches set outcome = ${input.outcome}, ended_at = now(), ended_by = ${actor.id}::uuid, because = nullif(${input.because}, ''),
        quiet_until = ${quiet}
      where conversation_id = survivor_of(${input.conversationId}::uuid) and customer_id in (select records_of(${customerId}::uuid))`);
    if (done.rowCount === 0) fail("not_found", "conversation.not_found");
  });
}
