import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { ActorKind } from "@/db/enums";
import { events } from "@/db/schema/events";
import type { Actor, System } from "./access";
import type { Json } from "./channels/channel";

/** Every kind of event. Past tense; the compiler asks for a sentence and the reactions of each. */
export const eventTypes = [
  "conversation.opened",
  "conversation.reopened",
  "conversation.assigned",
  "conversation.resolved",
  "conversation.closed_without_reply",
  "conversation.waited",
  "conversation.snoozed",
  "conversation.woken",
  "conversation.pinned",
  "conversation.tagged",
  "conversation.untagged",
  "conversation.marked_spam",
  "conversation.restored",
  "conversation.restricted",
  "conversation.undone",
  "conversation.merged",
  "conversation.merged_into",
  "conversation.unmerged",
  "conversation.split",
  "conversation.split_off",
  "conversation.linked",
  "conversation.unlinked",
  "conversation.folded",
  "conversation.unfolded",
  "rule.applied",
  "rule.undone",
  "rule.created",
  "rule.changed",
  "rule.deleted",
  "bulk.progressed",
  "conversation.given_back",
  "conversation.reasoned",
  "survey.asked",
  "survey.answered",
  "survey.changed",
  "survey_channel.set",
  "contact_reason.changed",
  "marked_date.changed",
  "month_page.changed",
  "message.received",
  "message.edited",
  "message.deleted",
  "message.acted",
  "message.bounced",
  "note.added",
  "macro.ran",
  "macro.undone",
  "call.recorded",
  "reply.queued",
  "reply.cancelled",
  "reply.sent",
  "reply.failed",
  "reply.uncertain",
  "reply.scheduled",
  "reply.moved",
  "reply.unscheduled",
  "reply.stopped",
  "approval.asked",
  "approval.given",
  "approval.returned",
  "approval.withdrawn",
  "approval.passed_on",
  "approval.bypassed",
  "side.opened",
  "side.written",
  "side.sent",
  "side.answered",
  "draft.shared",
  "draft.taken",
  "draft.closed",
  "ask.made",
  "ask.answered",
  "ask.withdrawn",
  "acknowledgement.queued",
  "acknowledgement.paused",
  "conversation.ranked",
  "conversation.due_moved",
  "target.missed",
  "conversation.calmed",
  "conversation.uncalmed",
  "conversation.became_kind",
  "customer.changed",
  "customer.merged",
  "customer.unmerged",
  "customer.told_apart",
  "customer.suggested",
  "customer.exported",
  "customer.erased",
  "signal.recorded",
  "signal_rule.changed",
  "import.started",
  "import.ended",
  "import.undone",
  "cue.labelled",
  "cue.changed",
  "risk.fitted",
  "risk.changed",
  "leak.found",
  "leak.withdrawn",
  "leak.restored",
  "commitment.made",
  "commitment.changed",
  "commitment.shown",
  "commitment.kept",
  "commitment.broken",
  "commitment.moved",
  "commitment.withdrawn",
  "commitment.reopened",
  "gesture.asked",
  "gesture.granted",
  "gesture.refused",
  "gesture.withdrawn",
  "spike.seen",
  "spike.ended",
  "spike.dismissed",
  "pause.set",
  "pause.ended",
  "privacy.asked",
  "privacy.done",
  "agent.invited",
  "agent.joined",
  "agent.changed",
  "agent.deactivated",
  "agent.reactivated",
  "agent.ended",
  "team.created",
  "team.changed",
  "team.deleted",
  "brand.created",
  "brand.changed",
  "channel.created",
  "channel.changed",
  "channel.deleted",
  "schedule.created",
  "schedule.changed",
  "schedule.deleted",
  "target.set",
  "target.ended",
  "organisation.changed",
  "token.created",
  "token.revoked",
] as const;
export type EventType = (typeof eventTypes)[number];

export type NewEvent = {
  type: EventType;
  actor: { kind: ActorKind; id: string | null };
  conversationId?: string;
  messageId?: string;
  customerId?: string;
  teamId?: string | null;
  brandId?: string;
  channelId?: string | null;
  before?: { [key: string]: Json };
  after?: { [key: string]: Json };
  version?: number;
  occurredAt: Date;
};

export function actorOf(actor: Actor | System): { kind: ActorKind; id: string | null } {
  if (actor.kind === "agent") return { kind: "agent", id: actor.id };
  return { kind: actor.name === "rule" ? "rule" : "system", id: null };
}

/**
 * Writes what happened, in the command's own transaction: it takes only a transaction, so that an event cannot
 * exist without its change. lib/transact.ts wakes the readers after the commit. Resolves with the row's id.
 */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<number> {
  const { actor, ...rest } = event;
  const [row] = await tx
    .insert(events)
    .values({
      ...rest,
      actorKind: actor.kind,
      actorId: actor.id,
      epoch: sql`(select epoch from installation)`,
    })
    .returning({ id: events.id });
  return row!.id;
}
