import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LeakDoor } from "@/db/enums";
import type { Actor, System } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { changeConversation } from "@/lib/conversations/change";
import { newId } from "@/lib/id";
import { notify, readsReports } from "@/lib/notifications/notify";
import { rerankCustomers } from "@/lib/risk/rerank";
import { causeOf } from "./cause";
import { contactsBefore, wasPublicBefore } from "./contacts";
import { toldBefore } from "./told";

/** What they posted: a message that we hold, or only its address. */
export type Post = {
  conversationId: string | null;
  messageId: string | null;
  url: string | null;
  postedAt: Date;
};

/**
 * Keeps a leak of the person behind a record, if there is one by the definition in told.ts: writes it, tells the desk,
 * the managers and whoever looks after what they told us, and has their conversations ranked again. Null where there is
 * none, or where it is known. The caller holds `lockLeaksOf`.
 */
export async function keepLeak(
  tx: Tx,
  actor: Actor | System,
  input: { customerId: string; brandId: string; post: Post; door: LeakDoor },
): Promise<string | null> {
  const { customerId, brandId, post, door } = input;
  const told = toldBefore(await contactsBefore(tx, { customerId, postedAt: post.postedAt }), post.postedAt);
  if (told === null) return null;
  const { toldAt, answeredAt } = told;
  if (await wasPublicBefore(tx, { customerId, toldAt, exceptMessageId: post.messageId })) return null;
  // Before the leak refers to them: a reference is a weaker lock, and two that want to make it stronger wait for each other.
  await lockConversations(tx, [told.conversationId, post.conversationId]);
  const id = newId();
  const cause = causeOf({
    toldAt,
    postedAt: post.postedAt,
    answeredAt,
    schedule: await hoursAt(tx, brandId, toldAt),
    servedLater: await servedLater(tx, { brandId, customerId, toldAt, postedAt: post.postedAt }),
  });
  const kept = await tx.execute(sql`
    insert into leaks (id, brand_id, customer_id, private_conversation_id, private_message_id, told_at, answered_at,
      public_conversation_id, public_message_id, url, posted_at, door, cause, found_by, is_sample)
    select ${id}, c.brand_id, c.customer_id, c.id, ${told.messageId}::uuid, ${toldAt.toISOString()}, ${answeredAt?.toISOString() ?? null},
      ${post.conversationId}::uuid, ${post.messageId}::uuid, ${post.url}, ${post.postedAt.toISOString()}, ${door}, ${cause},
      ${actor.kind === "agent" ? actor.id : null}::uuid, c.is_sample
    from conversations c where c.id = ${told.conversationId}
      and not exists (select 1 from leaks l where l.private_message_id = ${told.messageId} and l.withdrawn_at is null)
    on conflict do nothing returning id`);
  if (kept.rows.length === 0) return null;
  await tellOfLeak(tx, actor, { leakId: id, type: "leak.found" });
  await tellPeople(tx, actor, { leakId: id, conversationId: told.conversationId });
  return id;
}

/** One at a time for each person, so that two posts that are read side by side make one leak. */
export async function lockLeaksOf(tx: Tx, customerId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('leaks ' || person_of(${customerId})::text, 0))`,
  );
}

/** In the order of their ids, as everything that locks two does. */
async function lockConversations(tx: Tx, ids: ReadonlyArray<string | null>): Promise<void> {
  const both = ids.filter((id) => id !== null);
  await tx.execute(
    sql`select 1 from conversations where id = any(${`{${both.join(",")}}`}::uuid[]) order by id for update`,
  );
}

/** On both conversations, and their places in the order are asked again. Resolves with the first event's id. */
export async function tellOfLeak(
  tx: Tx,
  actor: Actor | System,
  input: { leakId: string; type: "leak.found" | "leak.withdrawn" | "leak.restored" },
): Promise<number> {
  const found = await tx.execute<{ customerId: string; told: string; posted: string | null }>(sql`
    select customer_id as "customerId", private_conversation_id as told, public_conversation_id as posted
    from leaks where id = ${input.leakId}`);
  const leak = found.rows[0]!;
  await lockConversations(tx, [leak.told, leak.posted]);
  const { eventId } = await changeConversation(tx, actor, {
    id: leak.told,
    type: input.type,
    set: null,
    more: { leakId: input.leakId },
  });
  if (leak.posted !== null && leak.posted !== leak.told)
    // Whoever may see what was told in private may say so; the post itself may be another team's.
    await changeConversation(tx, actor, {
      id: leak.posted,
      type: input.type,
      set: null,
      more: { leakId: input.leakId, part: true },
      orWhen: sql`true`,
    });
  await rerankCustomers(tx, [leak.customerId]);
  return eventId;
}

async function tellPeople(
  tx: Tx,
  actor: Actor | System,
  input: { leakId: string; conversationId: string },
): Promise<void> {
  const people = await tx.execute<{ id: string }>(sql`
    select a.id from agents a where ${readsReports} and a.deactivated_at is null
    union select c.assignee_id from conversations c where c.id = ${input.conversationId} and c.assignee_id is not null`);
  await notify(tx, {
    agentIds: people.rows.map(({ id }) => id).filter((id) => actor.kind !== "agent" || id !== actor.id),
    kind: "leak_found",
    conversationId: input.conversationId,
    eventId: `leak:${input.leakId}`,
  });
}

/** The brand's opening hours in force at a moment, else the oldest that are known; null for always open. */
export async function hoursAt(tx: Pick<Tx, "execute">, brandId: string, at: Date): Promise<Schedule | null> {
  const found = await tx.execute<{ hours: Schedule }>(sql`
    select v.hours from brands b join schedule_versions v on v.schedule_id = b.schedule_id where b.id = ${brandId}
    order by v.valid_from <= ${at.toISOString()}::timestamptz desc,
      case when v.valid_from <= ${at.toISOString()}::timestamptz then v.valid_from end desc, v.valid_from limit 1`);
  return found.rows[0]?.hours ?? null;
}

/** How many conversations of others began later and had their first answer before the post. */
export async function servedLater(
  tx: Pick<Tx, "execute">,
  input: { brandId: string; customerId: string; toldAt: Date; postedAt: Date },
): Promise<number> {
  const found = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from conversations c
    where c.last_message_at > ${input.toldAt.toISOString()}::timestamptz and c.brand_id = ${input.brandId}
      and c.kind = 'contact' and c.status <> 'spam' and c.customer_id not in (select records_of(${input.customerId}))
      and c.first_response_at > ${input.toldAt.toISOString()}::timestamptz and c.first_response_at < ${input.postedAt.toISOString()}::timestamptz
      and (select min(m.sent_at) from messages m where m.conversation_id = c.id and m.kind = 'customer') > ${input.toldAt.toISOString()}::timestamptz`);
  return found.rows[0]!.count;
}
