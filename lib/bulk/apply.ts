import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/access";
import { mergeWithin } from "@/lib/merges/merge";
import { assignAgentWithin, assignTeamWithin } from "@/lib/triage/assign";
import { closeWithoutReplyWithin } from "@/lib/triage/close-without-reply";
import { markSpamWithin } from "@/lib/triage/mark-spam";
import { pinWithin } from "@/lib/triage/pin";
import { reopenWithin } from "@/lib/triage/reopen";
import { resolveWithin } from "@/lib/triage/resolve";
import { snoozeWithin } from "@/lib/triage/snooze";
import { tagWithin, untagWithin } from "@/lib/triage/tag";
import { waitWithin } from "@/lib/triage/wait";
import type { BulkAct } from "./act";

export type Applied = { eventId: number | null; deliveryId: string | null };

/** One act on one conversation, in the batch's transaction; replies are in reply-to-each.ts. */
export async function apply(
  tx: Tx,
  actor: Actor,
  { act, conversationId }: { act: Exclude<BulkAct, { verb: "reply" }>; conversationId: string },
): Promise<Applied> {
  const { eventId } = await changeOf(tx, actor, act, conversationId);
  return { eventId, deliveryId: null };
}

function changeOf(
  tx: Tx,
  actor: Actor,
  act: Exclude<BulkAct, { verb: "reply" }>,
  conversationId: string,
): Promise<{ eventId: number }> {
  switch (act.verb) {
    case "assign":
      return assignAgentWithin(tx, actor, { conversationId, agentId: act.agentId });
    case "team":
      return assignTeamWithin(tx, actor, { conversationId, teamId: act.teamId });
    case "resolve":
      return resolveWithin(tx, actor, { conversationId });
    case "reopen":
      return reopenWithin(tx, actor, { conversationId });
    case "wait":
      return waitWithin(tx, actor, { conversationId });
    case "snooze":
      return snoozeWithin(tx, actor, { conversationId, until: new Date(act.until) });
    case "tag":
      return tagWithin(tx, actor, { conversationId, name: act.name });
    case "untag":
      return untagWithin(tx, actor, { conversationId, name: act.name });
    case "spam":
      return markSpamWithin(tx, actor, { conversationId });
    case "noReply":
      return closeWithoutReplyWithin(tx, actor, { conversationId, reason: act.reason });
    case "pin":
      return pinWithin(tx, actor, { conversationId, pin: act.pin });
    case "merge":
      return mergeWithin(tx, actor, {
        survivorId: act.survivorId,
        stubId: conversationId,
        mayMixCustomers: act.mayMixCustomers,
      });
  }
}
