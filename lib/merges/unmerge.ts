import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { readyRules, responseDue } from "@/lib/targets/in-force";
import { excerpt } from "@/lib/text/excerpt";
import { transact } from "@/lib/transact";
import { type Joint, takeOut } from "./join";
import { type Locked, lockBoth } from "./lock";
import { jointFields, setJoint, toJoint } from "./state";

/**
 * Takes a conversation out of the one it was put into: both are what they were, but for what somebody did since. What
 * was written to the survivor meanwhile stays there. Throws `conflict` while the survivor is itself part of another.
 */
export async function unmerge(actor: Actor, input: { stubId: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  await readyRules();
  return transact((tx) => unmergeWithin(tx, actor, input), "timers");
}

type Which = { stubId: string } | { eventId: number };

/** Answers with the survivor's change. `readyRules` goes before the transaction. */
export async function unmergeWithin(tx: Tx, actor: Actor, which: Which): Promise<Changed> {
  const found = await tx.execute<{ id: string; survivorId: string; stubId: string; tagIds: string[] }>(sql`
    select id, survivor_id as "survivorId", stub_id as "stubId", tag_ids as "tagIds" from merges
    where unmerged_at is null and ${"stubId" in which ? sql`stub_id = ${which.stubId}` : sql`event_id = ${which.eventId}`}`);
  const merge = found.rows[0] ?? fail("not_found", "merge.not_found");
  const { one: survivor, other: stub } = await lockBoth(tx, actor, {
    oneId: merge.survivorId,
    otherId: merge.stubId,
  });
  if (stub.mergedIntoId !== survivor.id) fail("not_found", "merge.not_found");
  if (survivor.mergedIntoId !== null) fail("conflict", "merge.chained");

  const parted = takeOut(survivor.joint, await livingMerges(tx, survivor.id), merge.id);
  for (const kept of parted.merges) {
    await tx.execute(sql`
      update merges set before = ${JSON.stringify(kept.before)}::jsonb, after = ${JSON.stringify(kept.after)}::jsonb
      where id = ${kept.id}`);
  }
  await tx.execute(sql`
    update merges set unmerged_at = clock_timestamp(), unmerged_by = ${actor.id} where id = ${merge.id}`);
  await tx.execute(sql`
    delete from conversation_tags where conversation_id = ${survivor.id} and tag_id = any(${`{${merge.tagIds.join(",")}}`}::uuid[])
      and tag_id not in (select t.tag_id from merges m join conversation_tags t on t.conversation_id = m.stub_id
                         where m.survivor_id = ${survivor.id} and m.unmerged_at is null)`);
  await changeConversation(tx, actor, {
    id: stub.id,
    type: "conversation.unmerged",
    at: "stub",
    set: sql`merged_into_id = null`,
    more: { otherId: survivor.id, number: survivor.number },
  });
  const state = await stillWaiting(tx, survivor, parted.state);
  return changeConversation(tx, actor, {
    id: survivor.id,
    type: "conversation.unmerged",
    set: sql`${setJoint(state)}, follower_count = c.follower_count - ${stub.followerCount},
      excerpt = ${await firstWords(tx, survivor)}`,
    more: { otherId: stub.id, number: stub.number, tagIds: merge.tagIds },
  });
}

type Living = { id: string; before: Joint; after: Joint; stub: Joint };

async function livingMerges(tx: Tx, survivorId: string): Promise<Living[]> {
  const found = await tx.execute<Joint & { id: string; before: Joint; after: Joint }>(sql`
    select m.id, m.before, m.after, ${jointFields} from merges m join conversations c on c.id = m.stub_id
    where m.survivor_id = ${survivorId} and m.unmerged_at is null order by m.merged_at, m.id`);
  return found.rows.map((row) => ({ id: row.id, before: row.before, after: row.after, stub: toJoint(row) }));
}

/** What the customer wrote here since, while the wait that was shown had come from the other. */
async function stillWaiting(tx: Tx, survivor: Locked, state: Joint): Promise<Joint> {
  if (state.waitingSince !== null || state.unansweredCount === 0) return state;
  const found = await tx.execute<{ at: string | null }>(sql`
    select min(at)::text as at from (
      select m.sent_at as at from messages m
      where m.conversation_id in (select merged_with(${survivor.id})) and m.kind = 'customer'
      order by m.created_at desc limit ${state.unansweredCount}) newest`);
  const waitingSince = new Date(found.rows[0]?.at ?? survivor.joint.lastMessageAt);
  const due = await responseDue({
    waitingSince,
    isFirst: state.firstResponseAt === null,
    brandId: survivor.brandId,
    channelId: survivor.channelId,
  });
  return {
    ...state,
    waitingSince: waitingSince.toISOString(),
    dueAt: due.dueAt?.toISOString() ?? null,
    dueKind: due.dueKind,
  };
}

/** As lib/conversations/place.ts makes them, of the newest that is left. */
async function firstWords(tx: Tx, survivor: Locked): Promise<string> {
  const found = await tx.execute<{ text: string; subject: string | null; quoteAt: number | null }>(sql`
    select m.text, m.subject, m.quote_at as "quoteAt" from messages m
    where m.conversation_id in (select merged_with(${survivor.id})) and m.kind = 'customer'
    order by m.sent_at desc, m.id desc limit 1`);
  const m = found.rows[0];
  if (!m) return survivor.excerpt;
  return excerpt(m.quoteAt === null ? m.text : m.text.slice(0, m.quoteAt)) || excerpt(m.subject ?? "");
}
