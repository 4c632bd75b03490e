import type { ActorKind } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import type { EventType } from "@/lib/events";

/**
 * The contract between whoever writes events of a conversation and whoever measures them. `after` names columns of
 * conversations in snake case with their new values, moments in ISO 8601; a column that is not there has not changed.
 * `changeConversation` does that by itself. What is written by hand keeps to it for these: `status`, `kind`,
 * `waiting_since`, `cycle_started_at`, `first_response_at`, `due_at`, `resolve_due_at`, `assignee_id`,
 * `approval_since`, `resolved_at`, `merged_into_id`. Three things may be left out, since most rows of the log are these:
 *
 * - `message.received` without `waiting_since`: they wait since `occurred_at`, unless they waited already or `quiet` says
 *   that nothing was asked. `due_at` stands with it whenever it has begun a wait.
 * - `conversation.opened` and `conversation.reopened` without `cycle_started_at`: the cycle began at `occurred_at`.
 * - The team, brand and channel are columns of every event; of `message.received` the channel is that of the message.
 *
 * Beside columns: `received_at` of a message that was written before it came in, where `occurred_at` is when; `sent_at` of a `reply.sent` that was written in the network's own app, when it was sent; `agentId` of a
 * reply, its author; `outcome` of a call; `handled_seconds` of a reply that was queued, held or scheduled, for how long its
 * author had the conversation in view; of `conversation.merged` what came over and is in no column of the one that goes
 * on: `joined_cycle_started_at` and `joined_first`.
 */
export type FactEvent = {
  type: EventType;
  actorKind: ActorKind;
  actorId: string | null;
  messageId: string | null;
  teamId: string | null;
  brandId: string | null;
  channelId: string | null;
  after: { [key: string]: Json } | null;
  /** Unix milliseconds. */
  at: number;
};

/** Of a name in `after`: undefined where it is not there, that is where it has not changed. */
export function textIn(event: FactEvent, name: string): string | null | undefined {
  const value = event.after?.[name];
  if (value === undefined) return undefined;
  return typeof value === "string" ? value : null;
}

/** Unix milliseconds. */
export function momentIn(event: FactEvent, name: string): number | null | undefined {
  const value = textIn(event, name);
  if (value === undefined || value === null) return value;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** Somebody of us answered, and it arrived. Automatic answers have no such event. */
export function isAnswer(event: FactEvent): boolean {
  if (event.type === "reply.sent") return true;
  return (
    event.type === "call.recorded" &&
    ["reached", "settled", "on_site"].includes(textIn(event, "outcome") ?? "")
  );
}
