import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { AppError } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { assignTeamWithin } from "@/lib/triage/assign";
import { nameWithin } from "@/lib/triage/restrict";
import { tagWithin } from "@/lib/triage/tag";
import type { RuleInForce } from "./in-force";
import type { Deed, RuleAction } from "./rule";

const actor: System = { kind: "system", name: "rule" };

/**
 * Does what a rule says, and writes into its log what came of each action, in one transaction. Does nothing when this rule
 * has done it for this message already. What is to be done on the network follows from the event, later. A conversation
 * that somebody of us has answered is never put away: a complaint unheard costs a customer.
 */
export async function applyRule(
  rule: Pick<RuleInForce, "id" | "name" | "actions">,
  input: { conversationId: string; messageId: string },
): Promise<void> {
  await transact(async (tx) => {
    const hitId = newId();
    const taken = await tx.execute(sql`
      insert into moderation_hits (id, rule_id, conversation_id, message_id, did)
      values (${hitId}, ${rule.id}, ${input.conversationId}, ${input.messageId}, '[]') on conflict do nothing returning 1`);
    if (taken.rows.length === 0) return;
    const did: Deed[] = [];
    for (const action of rule.actions) did.push(await doOne(tx, action, input));
    await tx.execute(sql`update moderation_hits set did = ${JSON.stringify(did)}::jsonb where id = ${hitId}`);
    await recordRun(tx, {
      type: "rule.applied",
      ...input,
      hitId,
      rule: rule.name,
      hasToAct: did.some(({ state }) => state === "waiting"),
    });
  });
}

/** Says in the timeline which rule it was. */
export async function recordRun(
  tx: Tx,
  input: {
    type: "rule.applied";
    conversationId: string;
    messageId: string;
    hitId: string;
    rule: string;
    hasToAct: boolean;
  },
): Promise<void> {
  const { hitId, rule, hasToAct } = input;
  const place = await tx.execute<{ brandId: string; teamId: string | null; channelId: string | null }>(sql`
    select brand_id as "brandId", team_id as "teamId", channel_id as "channelId" from conversations where id = ${input.conversationId}`);
  const { brandId, teamId, channelId } = place.rows[0]!;
  await recordEvent(tx, {
    type: input.type,
    actor: { kind: "rule", id: null },
    conversationId: input.conversationId,
    messageId: input.messageId,
    brandId,
    teamId,
    channelId,
    after: { hitId, rule, hasToAct },
    occurredAt: new Date(),
  });
}

async function doOne(
  tx: Tx,
  action: RuleAction,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<Deed> {
  const kind = action.kind;
  const attempt = async (change: () => Promise<Changed>): Promise<Deed> => {
    try {
      return { kind, state: "done", eventId: (await change()).eventId, code: null };
    } catch (error) {
      // It is so already, or somebody has it in hand.
      if (error instanceof AppError) return { kind, state: "nothing", eventId: null, code: null };
      throw error;
    }
  };
  switch (action.kind) {
    case "spam":
      return attempt(() =>
        changeConversation(tx, actor, {
          id: conversationId,
          type: "conversation.marked_spam",
          only: sql`c.status in ('open', 'waiting', 'snoozed') and c.first_response_at is null`,
          set: sql`status = 'spam', snoozed_until = null, resolved_at = null`,
        }),
      );
    case "close":
      return attempt(() =>
        changeConversation(tx, actor, {
          id: conversationId,
          type: "conversation.closed_without_reply",
          only: sql`c.status in ('open', 'waiting', 'snoozed') and c.first_response_at is null`,
          set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null, waiting_since = null, due_at = null,
            due_kind = null, unanswered_count = 0, no_reply_reason = 'troll'`,
        }),
      );
    case "tag":
      return attempt(() => tagWithin(tx, actor, { conversationId, name: action.name }));
    case "assign": {
      const team = await tx.execute(sql`select 1 from teams where id = ${action.teamId}`);
      if (team.rows.length === 0) return { kind, state: "failed", eventId: null, code: "no_team" };
      return attempt(() => assignTeamWithin(tx, actor, { conversationId, teamId: action.teamId }));
    }
    case "restrict":
      return attempt(() => restrictWithin(tx, { conversationId, agentIds: action.agentIds }));
    case "hide":
    case "like":
      return {
        kind,
        state: (await isPublic(tx, { conversationId, messageId })) ? "waiting" : "nothing",
        eventId: null,
        code: null,
      };
  }
}

async function restrictWithin(
  tx: Tx,
  { conversationId, agentIds }: { conversationId: string; agentIds: string[] },
): Promise<Changed> {
  const changed = await changeConversation(tx, actor, {
    id: conversationId,
    type: "conversation.restricted",
    only: sql`not c.is_restricted and exists (
      select 1 from agents a where a.id = any(${`{${agentIds.join(",")}}`}::uuid[]) and a.deactivated_at is null)`,
    set: sql`is_restricted = true`,
    more: { agentIds, agentIdsBefore: [] },
  });
  await nameWithin(tx, { conversationId: changed.id, agentIds });
  return changed;
}

async function isPublic(tx: Tx, input: { conversationId: string; messageId: string }): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from messages where conversation_id = ${input.conversationId} and id = ${input.messageId} and is_public
      and channel_id is not null and external_id is not null`);
  return found.rows.length > 0;
}
