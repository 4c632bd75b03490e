import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { join } from "./join";
import { type Locked, lockBoth } from "./lock";
import { setJoint } from "./state";

type Input = {
  /** The one that goes on, with its number, channel and subject. */
  survivorId: string;
  /** The one that is put into it. */
  stubId: string;
  /** Somebody has read the warning that these are two people. */
  mayMixCustomers: "yes" | "no";
};

/**
 * Puts one conversation into another. No message moves: the stub keeps its own and points at the survivor, which shows
 * both, gets what is written later, and waits since the oldest unanswered word of both. Taken back by `unmerge`.
 * Throws `conflict` when one of them is merged already, and `invalid` with the reason where they may not be one.
 */
export async function merge(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => mergeWithin(tx, actor, input), "timers");
}

export async function mergeWithin(tx: Tx, actor: Actor, input: Input): Promise<Changed> {
  if (input.survivorId === input.stubId) fail("invalid", "merge.itself");
  const { one: survivor, other: stub } = await lockBoth(tx, actor, {
    oneId: input.survivorId,
    otherId: input.stubId,
  });
  const refusal = refusalOf(survivor, stub);
  if (refusal) fail(refusal === "already" ? "conflict" : "invalid", `merge.${refusal}`);
  if (survivor.customerId !== stub.customerId && input.mayMixCustomers === "no")
    fail("invalid", "merge.customers", { one: survivor.customerName, other: stub.customerName });

  const after = join(survivor.joint, stub.joint);
  const tags = await tx.execute<{ id: string }>(sql`
    insert into conversation_tags (conversation_id, tag_id)
    select ${survivor.id}, tag_id from conversation_tags where conversation_id = ${stub.id}
    on conflict do nothing returning tag_id as id`);
  const mergeId = newId();
  await changeConversation(tx, actor, {
    id: stub.id,
    type: "conversation.merged_into",
    set: sql`merged_into_id = ${survivor.id}`,
    more: { otherId: survivor.id, number: survivor.number, mergeId },
  });
  const isLater = (stub.joint.lastCustomerMessageAt ?? "") > (survivor.joint.lastCustomerMessageAt ?? "");
  const changed = await changeConversation(tx, actor, {
    id: survivor.id,
    type: "conversation.merged",
    set: sql`${setJoint(after)}, follower_count = c.follower_count + ${stub.followerCount},
      excerpt = ${isLater ? stub.excerpt : sql`c.excerpt`}`,
    more: {
      otherId: stub.id,
      number: stub.number,
      mergeId,
      tagIds: tags.rows.map(({ id }) => id),
      ...joined(survivor, stub),
    },
  });
  await tx.execute(sql`
    insert into merges (id, survivor_id, stub_id, before, after, tag_ids, merged_by, merged_at, event_id)
    values (${mergeId}, ${survivor.id}, ${stub.id}, ${JSON.stringify(survivor.joint)}::jsonb, ${JSON.stringify(after)}::jsonb,
      ${`{${tags.rows.map(({ id }) => id).join(",")}}`}::uuid[], ${actor.id}, clock_timestamp(), ${changed.eventId})`);
  return changed;
}

/** What comes over and stands in no column of the one that goes on: a merge must not make a wait look shorter. */
function joined({ joint: survivor }: Locked, { joint: stub }: Locked) {
  if (stub.status === "resolved") return {};
  const isFirst =
    stub.firstResponseAt === null && stub.waitingSince !== null && survivor.firstResponseAt !== null;
  return { joined_cycle_started_at: stub.cycleStartedAt, ...(isFirst ? { joined_first: true } : {}) };
}

export type Refusal = "already" | "brand" | "spam" | "restricted";

/** Why two conversations cannot be one, whoever asks. */
export function refusalOf(survivor: Locked, stub: Locked): Refusal | null {
  if (survivor.mergedIntoId !== null || stub.mergedIntoId !== null) return "already";
  if (survivor.brandId !== stub.brandId) return "brand";
  if (survivor.joint.status === "spam" || stub.joint.status === "spam") return "spam";
  // Whoever sees the one would see the other's words too.
  const sameEyes =
    survivor.isRestricted === stub.isRestricted &&
    (!survivor.isRestricted || survivor.allowedIds.join() === stub.allowedIds.join());
  return sameEyes ? null : "restricted";
}
