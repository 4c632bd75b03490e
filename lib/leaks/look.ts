import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { LeakDoor } from "@/db/enums";
import type { System } from "@/lib/access";
import { marksOf } from "@/lib/cues/marks";
import { transact } from "@/lib/transact";
import { keepLeak, lockLeaksOf } from "./keep";
import { ownersOfNumbers } from "./order-numbers";

const dispatcher: System = { kind: "system", name: "dispatcher" };

type Said = {
  conversationId: string;
  messageId: string;
  customerId: string;
  brandId: string;
  url: string | null;
  postedAt: string;
  isReview: boolean;
  isPoor: boolean;
  text: string;
};

/**
 * A customer's message has arrived: is it a public complaint by somebody who told us first? First the post that a
 * colleague named by its link is tied to what was read; then the person's own records are looked through, and for a
 * review whose author we do not know, whoever's order number stands in it. Safe to repeat.
 */
export async function lookForLeak(input: { conversationId: string; messageId: string }): Promise<void> {
  const said = await read(sql`m.conversation_id = ${input.conversationId} and m.id = ${input.messageId}`);
  for (const one of said) {
    if (await tieToLink(one)) continue;
    await judge(one, one.isReview ? "review" : "proof");
  }
}

/** How far back the posts of people are looked through who turn out to be one. */
const lookBackDays = 90;

/**
 * Two records turned out to be one person, or two: looks through their public posts again. A leak that rests on their
 * being one is withdrawn when they are not; confirmed again, it is found again.
 */
export async function lookAgain(input: { customerIds: readonly string[] }): Promise<void> {
  for (const customerId of input.customerIds) {
    await withdrawUntied(customerId);
    const door = await doorOf(customerId);
    const said = await read(sql`c.customer_id in (select records_of(${customerId}))
      and m.sent_at > now() - make_interval(days => ${lookBackDays})`);
    for (const one of said) await judge(one, one.isReview ? "review" : door);
  }
}

async function judge(one: Said, door: LeakDoor): Promise<void> {
  await transact(async (tx) => {
    await lockLeaksOf(tx, one.customerId);
    if (await isSettled(tx, one)) return;
    const marks = await marksOf(tx, [one.messageId], [one.conversationId]);
    const mark = marks.get(one.messageId);
    // Few stars say it without a word, unless a colleague said that it is none.
    const isComplaint = mark?.labels.complaint ?? (one.isPoor || mark?.isComplaint === true);
    if (!isComplaint) return;
    const post = {
      conversationId: one.conversationId,
      messageId: one.messageId,
      url: one.url,
      postedAt: new Date(one.postedAt),
    };
    const { brandId } = one;
    if (await keepLeak(tx, dispatcher, { customerId: one.customerId, brandId, post, door })) return;
    if (!one.isReview) return;
    for (const customerId of await ownersOfNumbers(tx, one)) {
      await lockLeaksOf(tx, customerId);
      if (await keepLeak(tx, dispatcher, { customerId, brandId, post, door: "review" })) return;
    }
  });
}

/** It is a leak already, or a colleague said that it is none, or they objected to being looked at in this way. */
async function isSettled(tx: Tx, { messageId, customerId }: Said): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from leaks l where l.public_message_id = ${messageId} and (l.withdrawn_at is null or l.withdrawn_by is not null)
    union all select 1 from customers k where k.id in (select records_of(${customerId})) and k.no_profile_at is not null limit 1`);
  return found.rows.length > 0;
}

/** A colleague pasted its link before it was read. */
async function tieToLink(one: Said): Promise<boolean> {
  if (one.url === null) return false;
  return transact(async (tx) => {
    const tied = await tx.execute<{ id: string }>(sql`
      update leaks set public_conversation_id = ${one.conversationId}, public_message_id = ${one.messageId}
      where brand_id = ${one.brandId} and url = ${one.url} and public_message_id is null and withdrawn_at is null
        and not exists (select 1 from leaks o where o.public_message_id = ${one.messageId} and o.withdrawn_at is null)
      returning id`);
    return tied.rows.length > 0;
  });
}

async function withdrawUntied(customerId: string): Promise<void> {
  await transact(async (tx) => {
    await tx.execute(sql`
      with untied as (
        update leaks l set withdrawn_at = clock_timestamp()
        from conversations p where p.id = l.public_conversation_id and l.customer_id = ${customerId}
          and l.withdrawn_at is null and l.door in ('proof', 'suggestion') and person_of(p.customer_id) <> person_of(l.customer_id)
        returning l.*
      )
      insert into events (epoch, type, actor_kind, conversation_id, customer_id, team_id, brand_id, channel_id, before, after, version, occurred_at)
      select (select epoch from installation), 'leak.withdrawn', 'system', c.id, c.customer_id, c.team_id, c.brand_id, c.channel_id, '{}',
        jsonb_build_object('leakId', u.id, 'why', 'apart'), c.version, clock_timestamp()
      from untied u join conversations c on c.id in (u.private_conversation_id, u.public_conversation_id) order by c.id`);
  });
}

/** Tied by a colleague's yes, or by proof alone. */
async function doorOf(customerId: string): Promise<LeakDoor> {
  const found = await db.execute(sql`
    select 1 from customer_links l where l.revoked_at is null and l.verdict = 'same'
      and (l.decided_by is not null or l.evidence in ('agent', 'likeness'))
      and (l.a_id in (select records_of(${customerId})) or l.b_id in (select records_of(${customerId}))) limit 1`);
  return found.rows.length > 0 ? "suggestion" : "proof";
}

async function read(which: ReturnType<typeof sql>): Promise<Said[]> {
  const found = await db.execute<Said>(sql`
    select survivor_of(m.conversation_id) as "conversationId", m.id as "messageId", c.customer_id as "customerId",
      c.brand_id as "brandId", m.url, m.sent_at::text as "postedAt", coalesce(h.kind, '') in ('reviews') as "isReview",
      coalesce((m.rating ->> 'value')::float8 / nullif((m.rating ->> 'of')::float8, 0) <= 0.4, false) as "isPoor", left(m.text, 5000) as text
    from messages m join conversations c on c.id = m.conversation_id left join channels h on h.id = m.channel_id
    where ${which} and m.kind = 'customer' and m.is_public and m.deleted_at is null and c.status <> 'spam'
    order by m.sent_at, m.id limit 500`);
  return found.rows;
}
