import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PrivacyKind } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { nameWithin } from "@/lib/triage/restrict";
import { dueAfterMonths } from "./due-date";

/** Months to answer in, and the months that may be added with the reason told (article 12(3)). */
const months = { first: 1, extended: 3 };

/**
 * Makes a conversation a request under data protection law, or another kind of one. Its month runs from the day that the
 * first message arrived, not from now. `onlyForHandlers` lets only those see it who may handle such requests.
 */
export async function becomePrivacyRequest(
  actor: Actor,
  input: { conversationId: string; kind: PrivacyKind; onlyForHandlers: boolean },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.became_kind",
      set: sql`kind = 'privacy'`,
      more: { request: input.kind },
    });
    const { askedAt, zone } = await arrival(tx, changed.id);
    const dueAt = dueAfterMonths(askedAt, months.first, zone);
    await tx.execute(sql`
      insert into privacy_requests (conversation_id, kind, asked_at, due_at)
      values (${changed.id}, ${input.kind}, ${askedAt.toISOString()}, ${dueAt.toISOString()})
      on conflict (conversation_id) do update set kind = excluded.kind, done_at = null, done_by = null`);
    if (input.onlyForHandlers) await restrictToHandlers(tx, actor, changed);
    return changed;
  }, "timers");
}

/** Takes it back: it was something else. */
export async function becomeContact(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.became_kind",
      only: sql`c.kind = 'privacy' and not exists (select 1 from privacy_requests p where p.conversation_id = c.id and p.done_at is not null)`,
      set: sql`kind = 'contact'`,
    });
    await tx.execute(sql`delete from privacy_requests where conversation_id = ${changed.id}`);
    return changed;
  });
}

/** Two months more. The law wants the person told within the first month, with the reason: `because` is what they were told. */
export async function extendRequest(
  actor: Actor,
  input: { conversationId: string; because: string },
): Promise<{ dueAt: string }> {
  authorize(actor, "privacy.handle");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "privacy.asked",
      only: sql`exists (select 1 from privacy_requests p where p.conversation_id = c.id and p.done_at is null
        and p.extended_because is null and p.due_at > now())`,
      set: null,
      more: { extended: true },
    });
    const { askedAt, zone } = await arrival(tx, changed.id);
    const dueAt = dueAfterMonths(askedAt, months.extended, zone).toISOString();
    await tx.execute(sql`
      update privacy_requests set due_at = ${dueAt}, extended_because = ${input.because}, told_at = null
      where conversation_id = ${changed.id}`);
    return { dueAt };
  }, "timers");
}

/** Everything asked for was done, and the person told. The conversation itself is resolved as any other. */
export async function closeRequest(actor: Actor, input: { conversationId: string }): Promise<Changed> {
  authorize(actor, "privacy.handle");
  return transact(async (tx) => {
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "privacy.done",
      only: sql`exists (select 1 from privacy_requests p where p.conversation_id = c.id and p.done_at is null)`,
      set: null,
    });
    await tx.execute(sql`
      update privacy_requests set done_at = now(), done_by = ${actor.id} where conversation_id = ${changed.id}`);
    return changed;
  });
}

async function arrival(tx: Tx, conversationId: string): Promise<{ askedAt: Date; zone: string }> {
  const found = await tx.execute<{ at: string | null; zone: string }>(sql`
    select (select min(m.sent_at) from messages m where m.conversation_id in (select merged_with(${conversationId}))
        and m.kind = 'customer')::text as at,
      coalesce((select zone from organisation), 'Europe/Paris') as zone`);
  const { at, zone } = found.rows[0]!;
  if (at === null) return fail("conflict", "privacy.nobody_asked");
  return { askedAt: new Date(at), zone };
}

async function restrictToHandlers(tx: Tx, actor: Actor, { id }: Changed): Promise<void> {
  authorize(actor, "conversation.restrict");
  const handlers = await tx.execute<{ id: string }>(sql`
    select a.id from agents a where a.deactivated_at is null and (a.role in ('owner', 'admin') or a.id = ${actor.id}
      or (a.role = 'manager' and exists (select 1 from conversations c where c.id = ${id} and (
        exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = c.team_id)
        or exists (select 1 from team_members m join team_brands b on b.team_id = m.team_id
                   where m.agent_id = a.id and b.brand_id = c.brand_id)))))`);
  const agentIds = handlers.rows.map((row) => row.id);
  await changeConversation(tx, actor, {
    id,
    type: "conversation.restricted",
    set: sql`is_restricted = true`,
    more: { agentIds },
  });
  await nameWithin(tx, { conversationId: id, agentIds });
}
