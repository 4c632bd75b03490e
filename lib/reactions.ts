import type { EventType } from "./events";
import type { JobName, Payload } from "./jobs/names";
import type { TailedEvent } from "./live/tail";

export type NewJob = { [Name in JobName]: { name: Name; payload: Payload<Name> } }[JobName];
type Reaction = (event: TailedEvent, eventId: string) => NewJob[];

const nothing: Reaction = () => [];

/** What follows from each event, on one screen. */
export const reactions: Record<EventType, Reaction> = {
  "conversation.opened": nothing,
  "conversation.reopened": nothing,
  "conversation.assigned": (event, eventId) => {
    const agentId = event.after?.assignee_id;
    if (typeof agentId !== "string" || agentId === event.actorId || !event.conversationId) return [];
    return [{ name: "notify.assigned", payload: { eventId, conversationId: event.conversationId, agentId } }];
  },
  "conversation.resolved": howItWent,
  "conversation.closed_without_reply": howItWent,
  "conversation.waited": nothing,
  "conversation.snoozed": nothing,
  "conversation.woken": nothing,
  "conversation.pinned": nothing,
  "conversation.tagged": nothing,
  "conversation.untagged": nothing,
  "conversation.marked_spam": nothing,
  "conversation.restored": nothing,
  "conversation.restricted": nothing,
  "conversation.undone": nothing,
  "conversation.merged": nothing,
  "conversation.merged_into": nothing,
  "conversation.unmerged": nothing,
  "conversation.split": nothing,
  "conversation.split_off": nothing,
  "conversation.linked": nothing,
  "conversation.unlinked": nothing,
  "conversation.folded": nothing,
  "conversation.unfolded": nothing,
  "rule.applied": ruleActs,
  "rule.undone": ruleActs,
  "rule.created": nothing,
  "rule.changed": nothing,
  "rule.deleted": nothing,
  "bulk.progressed": nothing,
  "conversation.given_back": nothing,
  "conversation.reasoned": nothing,
  "survey.asked": nothing,
  "survey.answered": nothing,
  "survey.changed": nothing,
  "survey_channel.set": nothing,
  "contact_reason.changed": nothing,
  "marked_date.changed": nothing,
  "month_page.changed": nothing,
  "message.received": (event) => {
    const { conversationId, messageId } = event;
    if (!conversationId || !messageId) return [];
    const jobs: NewJob[] = [
      {
        name: "message.sift",
        payload: { conversationId, messageId, isFirst: event.after?.opened === true },
      },
    ];
    if (event.after?.recognise === true) {
      const { proves, claims } = event.after;
      const payload = { conversationId, messageId, proves: texts(proves), claims: texts(claims) };
      jobs.push({ name: "customer.recognise", payload });
    }
    if (event.after?.acknowledge === true) {
      jobs.push({ name: "conversation.acknowledge", payload: { conversationId, messageId } });
    }
    if (event.after?.remoteFiles === true) {
      jobs.push({ name: "message.fetch_files", payload: { conversationId, messageId } });
    }
    return jobs;
  },
  "message.edited": nothing,
  "message.deleted": nothing,
  "message.acted": nothing,
  "message.bounced": nothing,
  "note.added": (event, eventId) => {
    const mentions = event.after?.mentions;
    if (!event.conversationId || !Array.isArray(mentions) || mentions.length === 0) return [];
    return [
      {
        name: "notify.mentioned",
        payload: { eventId, conversationId: event.conversationId, mentions: mentions.map(String) },
      },
    ];
  },
  "call.recorded": nothing,
  "macro.ran": nothing,
  "macro.undone": nothing,
  "reply.queued": nothing,
  "reply.cancelled": nothing,
  "reply.sent": nothing,
  "reply.failed": sendFailed,
  "reply.uncertain": sendFailed,
  "reply.scheduled": nothing,
  "reply.moved": nothing,
  "reply.unscheduled": nothing,
  "reply.stopped": nothing,
  "approval.asked": nothing,
  "approval.given": nothing,
  "approval.returned": nothing,
  "approval.withdrawn": nothing,
  "approval.passed_on": nothing,
  "approval.bypassed": nothing,
  "side.opened": nothing,
  "side.written": nothing,
  "side.sent": nothing,
  "side.answered": nothing,
  "draft.shared": nothing,
  "draft.taken": nothing,
  "draft.closed": nothing,
  "ask.made": (event, eventId) =>
    askJobs(event, (askId) => [
      { name: "ask.send", payload: { askId } },
      { name: "ask.tell", payload: { eventId, askId, what: "asked" } },
    ]),
  "ask.answered": (event, eventId) =>
    askJobs(event, (askId) => [{ name: "ask.tell", payload: { eventId, askId, what: "answered" } }]),
  "ask.withdrawn": nothing,
  "acknowledgement.queued": nothing,
  "acknowledgement.paused": nothing,
  "conversation.ranked": nothing,
  "conversation.due_moved": nothing,
  "target.missed": nothing,
  "conversation.calmed": nothing,
  "conversation.uncalmed": nothing,
  "conversation.became_kind": nothing,
  "customer.changed": nothing,
  "customer.merged": lookForLeaks,
  "customer.unmerged": lookForLeaks,
  "customer.told_apart": nothing,
  "customer.suggested": nothing,
  "customer.exported": nothing,
  "customer.erased": nothing,
  "signal.recorded": ({ after }) => {
    const customerIds = texts(after?.recognise);
    return customerIds.length > 0 ? [{ name: "customers.recognise", payload: { customerIds } }] : [];
  },
  "signal_rule.changed": nothing,
  "import.started": nothing,
  "import.ended": ({ after }) => {
    const { importId, state } = after ?? {};
    return state === "done" && typeof importId === "string"
      ? [{ name: "customers.recognise_imported", payload: { importId, after: null } }]
      : [];
  },
  "import.undone": nothing,
  "cue.labelled": ({ conversationId, messageId }) =>
    conversationId && messageId ? [{ name: "leak.look", payload: { conversationId, messageId } }] : [],
  "cue.changed": () => [{ name: "cues.rejudge", payload: {} }],
  "risk.fitted": nothing,
  "risk.changed": nothing,
  "leak.found": nothing,
  "leak.withdrawn": nothing,
  "leak.restored": nothing,
  "commitment.made": nothing,
  "commitment.changed": nothing,
  "commitment.shown": nothing,
  "commitment.kept": nothing,
  "commitment.broken": nothing,
  "commitment.moved": nothing,
  "commitment.withdrawn": nothing,
  "commitment.reopened": nothing,
  "gesture.asked": nothing,
  "gesture.granted": nothing,
  "gesture.refused": nothing,
  "gesture.withdrawn": nothing,
  "spike.seen": nothing,
  "spike.ended": nothing,
  "spike.dismissed": nothing,
  "pause.set": nothing,
  "pause.ended": nothing,
  "privacy.asked": nothing,
  "privacy.done": nothing,
  "agent.invited": nothing,
  "agent.joined": nothing,
  "agent.changed": nothing,
  "agent.deactivated": nothing,
  "agent.reactivated": nothing,
  "agent.ended": nothing,
  "team.created": nothing,
  "team.changed": nothing,
  "team.deleted": nothing,
  "brand.created": nothing,
  "brand.changed": nothing,
  "channel.created": nothing,
  "channel.changed": nothing,
  "channel.deleted": nothing,
  "schedule.created": nothing,
  "schedule.changed": nothing,
  "schedule.deleted": nothing,
  "target.set": nothing,
  "target.ended": nothing,
  // Another time zone cuts every day elsewhere.
  "organisation.changed": ({ after }) =>
    after?.zone === undefined ? [] : [{ name: "facts.rebuild", payload: {} }],
  "token.created": nothing,
  "token.revoked": nothing,
};

/** Whoever was answered may be asked how it went. */
function howItWent({ conversationId, after }: TailedEvent): NewJob[] {
  const resolvedAt = after?.resolved_at;
  if (!conversationId || typeof resolvedAt !== "string") return [];
  return [{ name: "survey.consider", payload: { conversationId, resolvedAt } }];
}

function sendFailed(event: TailedEvent, eventId: string): NewJob[] {
  const agentId = event.after?.agentId;
  if (typeof agentId !== "string" || !event.conversationId) return [];
  return [
    { name: "notify.send_failed", payload: { eventId, conversationId: event.conversationId, agentId } },
  ];
}

/** What a rule wants on the network itself, or wants taken back there. */
function ruleActs(event: TailedEvent): NewJob[] {
  const hitId = event.after?.hitId;
  return event.after?.hasToAct === true && typeof hitId === "string"
    ? [{ name: "moderation.act", payload: { hitId } }]
    : [];
}

/** Once for both records: the events of their conversations are only parts of it. */
function lookForLeaks({ after }: TailedEvent): NewJob[] {
  const ids = [after?.oneId, after?.otherId].filter((id) => typeof id === "string");
  return ids.length === 2 ? [{ name: "leak.look_again", payload: { customerIds: ids } }] : [];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function askJobs(event: TailedEvent, jobs: (askId: string) => NewJob[]): NewJob[] {
  const askId = event.after?.askId;
  return typeof askId === "string" ? jobs(askId) : [];
}

/** What somebody who follows a conversation wants to hear of. */
const toldToFollowers = new Set<EventType>([
  "message.received",
  "note.added",
  "call.recorded",
  "reply.sent",
  "reply.failed",
  "conversation.assigned",
  "conversation.resolved",
  "conversation.closed_without_reply",
  "conversation.reopened",
  "conversation.merged",
]);

/** Beside the reactions above: the event says by itself whether anybody follows, so that nobody has to look. */
export function forFollowers(event: TailedEvent, eventId: string): NewJob[] {
  const { conversationId, actorId, after } = event;
  if (after?.followed !== true || !conversationId || !toldToFollowers.has(event.type)) return [];
  return [{ name: "notify.followed", payload: { eventId, conversationId, actorId } }];
}
