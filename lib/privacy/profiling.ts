import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { boughtFields } from "@/lib/customers/bought";
import { actorOf, recordEvent } from "@/lib/events";
import { rerankCustomers } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import { type Scope, scopeOf } from "./scope";

export type ForgottenProfile = { [what: string]: number };

/**
 * Somebody objects to being profiled: from now on nothing is known of them but how long they wait, and what was concluded
 * so far is taken away. What they wrote, and what was promised to them, stays.
 */
export async function stopProfiling(actor: Actor, input: { customerId: string }): Promise<ForgottenProfile> {
  authorize(actor, "customer.edit");
  return transact((tx) => stopProfilingWithin(tx, actor, input));
}

export async function stopProfilingWithin(
  tx: Tx,
  actor: Actor,
  input: { customerId: string },
): Promise<ForgottenProfile> {
  const scope = await scopeOf(tx, actor, input.customerId);
  await tx.execute(sql`
    update customers set no_profile_at = coalesce(no_profile_at, now()) where id = any(${uuids(scope.records)})`);
  const forgotten = await forgetProfileWithin(tx, actor, scope.personId);
  await recordEvent(tx, {
    type: "customer.changed",
    actor: actorOf(actor),
    customerId: scope.personId,
    brandId: scope.brandId,
    after: { noProfile: true, ...forgotten },
    occurredAt: new Date(),
  });
  return forgotten;
}

/** What an objection takes away, for whoever writes down that there is one. The caller has asked who may. */
export async function forgetProfileWithin(
  tx: Tx,
  actor: Actor,
  customerId: string,
): Promise<ForgottenProfile> {
  const scope = await scopeOf(tx, { kind: "system", name: "operator" }, customerId);
  const forgotten = await forgetProfile(tx, scope);
  await endOutreaches(tx, actor, scope);
  await rerankCustomers(tx, scope.records);
  return forgotten;
}

/** They agree again. What was forgotten stays so. */
export async function resumeProfiling(actor: Actor, input: { customerId: string }): Promise<void> {
  authorize(actor, "customer.edit");
  await transact(async (tx) => {
    const scope = await scopeOf(tx, actor, input.customerId);
    await tx.execute(sql`update customers set no_profile_at = null where id = any(${uuids(scope.records)})`);
    await recordEvent(tx, {
      type: "customer.changed",
      actor: actorOf(actor),
      customerId: scope.personId,
      brandId: scope.brandId,
      after: { noProfile: false },
      occurredAt: new Date(),
    });
    await rerankCustomers(tx, scope.records);
  });
}

async function forgetProfile(tx: Tx, scope: Scope): Promise<ForgottenProfile> {
  const theirs = sql`conversation_id = any(${uuids(scope.conversations)})`;
  const gone = {
    message_marks: sql`delete from message_marks where ${theirs}`,
    risks: sql`delete from risks where ${theirs}`,
    risk_spans: sql`delete from risk_spans where customer_id = any(${uuids(scope.records)})`,
    signals: sql`delete from signals where customer_id = any(${uuids(scope.records)})`,
    customer_links: sql`delete from customer_links where verdict = 'perhaps'
      and (a_id = any(${uuids(scope.records)}) or b_id = any(${uuids(scope.records)}))`,
    // What was counted from the signs goes with them; what a shop or a person told of them is no conclusion.
    facts: sql`update customers set facts = case when facts ? 'spentIn' then facts - ${names(boughtFields)} else facts - 'segment' end
      where id = any(${uuids(scope.records)}) and facts ?| array['spentIn', 'segment']`,
  };
  const counts: ForgottenProfile = {};
  for (const [what, statement] of Object.entries(gone))
    counts[what] = (await tx.execute(statement)).rowCount ?? 0;
  return counts;
}

function names(fields: readonly string[]) {
  return sql`${`{${fields.join(",")}}`}::text[]`;
}

/** A proposal that nobody has made yet is not made. */
async function endOutreaches(tx: Tx, actor: Actor, scope: Scope): Promise<void> {
  const open = await tx.execute<{ id: string }>(sql`
    select c.id from conversations c where c.id = any(${uuids(scope.conversations)}) and c.kind = 'proactive'
      and c.status not in ('resolved', 'spam') and c.merged_into_id is null`);
  for (const { id } of open.rows)
    await changeConversation(
      tx,
      { kind: "system", name: "operator" },
      {
        id,
        type: "conversation.resolved",
        set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null, due_at = null, due_kind = null, waiting_since = null`,
        more: { noProfileBy: actor.id },
      },
    );
  await tx.execute(sql`delete from outreaches where customer_id = any(${uuids(scope.records)})`);
}
