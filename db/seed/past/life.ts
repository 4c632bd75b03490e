import type { Language } from "@/db/enums";
import { addBusiness, businessSeconds, nextOpening } from "@/lib/clock/business";
import type { EventType } from "@/lib/events";
import type { Dice } from "./dice";
import type { PastChannel, Stage } from "./stage";
import * as words from "./words";

/** Somebody who wrote, with the one address that they have. */
export type PastPerson = {
  id: string;
  name: string;
  kind: PastChannel["identity"];
  value: string;
  display: string;
  language: Language;
  since: number;
};

export type PastMessage = {
  id: string;
  kind: "customer" | "reply" | "call";
  at: number;
  agentId: string | null;
  isAutomatic: boolean;
  text: string;
};

export type PastEvent = {
  at: number;
  type: EventType;
  actorKind: "customer" | "agent" | "system";
  actorId: string | null;
  messageId: string | null;
  after: { [name: string]: string | number | boolean | null };
};

/** One conversation from its first message to where it stands now. Moments in Unix milliseconds. */
export type Life = {
  id: string;
  start: number;
  channel: PastChannel;
  teamId: string;
  language: Language;
  subject: string | null;
  status: "open" | "waiting" | "resolved";
  noReplyReason: "done" | null;
  assigneeId: string | null;
  waitingSince: number | null;
  cycleStartedAt: number;
  firstResponseAt: number | null;
  dueAt: number | null;
  /** Of opening seconds that our turns of this cycle took, and since when it is our turn; null while it is theirs. */
  spent: number;
  oursSince: number | null;
  resolvedAt: number | null;
  lastCustomerMessageAt: number;
  unanswered: number;
  asides: number;
  tagIds: string[];
  messages: PastMessage[];
  events: PastEvent[];
};

const minute = 60_000;
const hour = 3_600_000;

/**
 * What became of a message that came at `start`, told with the events that the product's own commands would have
 * written, up to `now`. `slow` stretches what we take: a strike, or the year before.
 */
export function liveThrough(
  dice: Dice,
  stage: Stage,
  input: { start: number; now: number; slow: number },
): Life {
  const { start, now } = input;
  const channel = dice.pick(stage.channels);
  const language = dice.pick(stage.languages);
  const agents = stage.agents.get(channel.teamId) ?? [];
  const life: Life = {
    id: dice.id(start),
    start,
    channel,
    teamId: channel.teamId,
    language,
    subject: channel.kind === "mail" || channel.kind === "form" ? one(dice, words.subjects[language]) : null,
    status: "open",
    noReplyReason: null,
    assigneeId: null,
    waitingSince: null,
    cycleStartedAt: start,
    firstResponseAt: null,
    dueAt: null,
    spent: 0,
    oursSince: null,
    resolvedAt: null,
    lastCustomerMessageAt: start,
    unanswered: 0,
    asides: stage.asides,
    tagIds: [],
    messages: [],
    events: [],
  };
  opens(dice, stage, life);
  let agentId = dice.pick(agents);
  let at = start;
  for (let round = 0; ; round++) {
    const usual = round === 0 ? channel.usualSeconds : 1500;
    const isLost = round === 0 && dice.next() < 0.05;
    const wait = dice.around(isLost ? usual * 8 : usual, 0.95) * input.slow;
    const due = addBusiness(stage.schedule, new Date(at), Math.max(60, wait));
    at = due ? due.getTime() : now + 1;
    if (round === 0 && dice.next() < 0.05) agentId = dice.pick(agents);
    if (!takes(dice, stage, life, { agentId, before: at, now })) return life;
    if (at > now) return life;
    if (round === 0 && dice.next() < 0.04) {
      closes(life, at, agentId);
      return life;
    }
    answers(dice, stage, life, { at, agentId, round });
    at += 11_000;
    // Some write while others are done; now and then somebody comes back after the end.
    const isDone = round >= 3 || dice.next() < 0.56;
    if (!isDone) {
      at += Math.max(2 * minute, dice.around(4 * hour, 1.3));
      if (at > now) return life;
      writes(dice, stage, life, at, one(dice, words.further[language]));
      continue;
    }
    if (dice.next() < 0.18) {
      const later = at + dice.around(40 * minute, 1);
      if (later > now) return life;
      says(dice, life, later, words.thanks[language], { quiet: true, status: life.status });
      at = later;
    }
    const end = dice.next() < 0.6 ? at + dice.around(4 * minute, 0.8) : at + dice.around(26 * hour, 0.5);
    const open = nextOpening(stage.schedule, new Date(end))?.getTime() ?? end;
    if (open > now) return life;
    resolves(life, open, agentId);
    if (dice.next() > 0.06) return life;
    at = open + dice.around(50 * hour, 0.9);
    if (at > now) return life;
    reopens(life, at);
    writes(dice, stage, life, at, one(dice, words.questions[language]));
  }
}

function opens(dice: Dice, stage: Stage, life: Life): void {
  happens(life, { at: life.start, type: "conversation.opened", after: { status: "open" } }, "customer");
  writes(dice, stage, life, life.start, one(dice, words.questions[life.language]));
  if (life.channel.kind === "mail" || life.channel.kind === "form") {
    const at = life.start + 4_000;
    const id = dice.id(at);
    life.messages.push({
      id,
      kind: "reply",
      at,
      agentId: null,
      isAutomatic: true,
      text: words.acknowledgement[life.language],
    });
    happens(life, { at, type: "acknowledgement.queued", messageId: id, after: {} }, "system");
  }
}

/** Another message of theirs, which waits unless one waited before. */
function writes(dice: Dice, stage: Stage, life: Life, at: number, text: string): void {
  const isFirst = life.firstResponseAt === null;
  const seconds = isFirst ? life.channel.targetSeconds : stage.nextSeconds;
  if (life.waitingSince === null) {
    life.waitingSince = at;
    life.dueAt =
      seconds === null ? null : (addBusiness(stage.schedule, new Date(at), seconds)?.getTime() ?? null);
  }
  life.status = "open";
  life.unanswered += 1;
  const begun = life.messages.length === 0;
  const due = { due_at: life.dueAt === null ? null : iso(life.dueAt), ...ourTurn(stage, life, at) };
  says(dice, life, at, text, { status: "open", ...(begun ? { opened: true } : {}), ...due });
}

/** What is to be resolved by when, from the moment on at which it is our turn. */
function ourTurn(stage: Stage, life: Life, at: number): PastEvent["after"] {
  if (life.oursSince !== null || stage.resolveSeconds === null) return {};
  life.oursSince = at;
  const due = addBusiness(stage.schedule, new Date(at), Math.max(0, stage.resolveSeconds - life.spent));
  return { resolve_due_at: due?.toISOString() ?? null };
}

function theirTurn(stage: Stage, life: Life, at: number): PastEvent["after"] {
  if (life.oursSince === null) return {};
  life.spent += businessSeconds(stage.schedule, new Date(life.oursSince), new Date(at));
  life.oursSince = null;
  return { resolve_due_at: null };
}

function says(dice: Dice, life: Life, at: number, text: string, after: PastEvent["after"]): void {
  const id = dice.id(at);
  const whole = withAsides(dice, life, text);
  life.messages.push({ id, kind: "customer", at, agentId: null, isAutomatic: false, text: whole });
  life.lastCustomerMessageAt = at;
  happens(life, { at, type: "message.received", messageId: id, after }, "customer");
}

/** Somebody takes it, early or just before they answer, and says what it is about. False where that is still to come. */
function takes(
  dice: Dice,
  stage: Stage,
  life: Life,
  { agentId, before, now }: { agentId: string; before: number; now: number },
): boolean {
  if (life.assigneeId === agentId) return true;
  const last = life.events[life.events.length - 1]!.at;
  const early = nextOpening(stage.schedule, new Date(last))?.getTime() ?? last;
  const share = dice.next() < 0.45 ? 0.1 : 0.95;
  const at = Math.max(last + 1000, early + (before - early) * share);
  if (at > now) return false;
  life.assigneeId = agentId;
  if (life.tagIds.length === 0) {
    life.tagIds.push(dice.pick(stage.tags));
    const second = dice.pick(stage.tags);
    if (dice.next() < 0.15 && second !== life.tagIds[0]) life.tagIds.push(second);
    for (const tagId of life.tagIds)
      happens(life, { at, type: "conversation.tagged", after: { tagId } }, "agent", agentId);
  }
  happens(life, { at, type: "conversation.assigned", after: { assignee_id: agentId } }, "agent", agentId);
  return true;
}

function answers(
  dice: Dice,
  stage: Stage,
  life: Life,
  input: { at: number; agentId: string; round: number },
): void {
  const { at, agentId } = input;
  const text = withAsides(dice, life, one(dice, words.answers[life.language]));
  const handled = Math.min(3000, Math.round(dice.around(input.round === 0 ? 260 : 150, 0.7)));
  const id = dice.id(at);
  const arrives = life.channel.kind === "spoken" ? at : at + 11_000;
  const answered = {
    waiting_since: null,
    due_at: null,
    ...theirTurn(stage, life, arrives),
    ...(life.firstResponseAt === null ? { first_response_at: iso(arrives) } : {}),
  };
  if (life.channel.kind === "spoken") {
    life.messages.push({ id, kind: "call", at, agentId, isAutomatic: false, text });
    const after = { outcome: "reached", status: "waiting", handled_seconds: handled, ...answered };
    happens(life, { at, type: "call.recorded", messageId: id, after }, "agent", agentId);
  } else {
    life.messages.push({ id, kind: "reply", at, agentId, isAutomatic: false, text });
    const mode = life.channel.kind === "post" ? "public" : "private";
    const queued = { status: "waiting", mode, agentId, handled_seconds: handled };
    happens(life, { at, type: "reply.queued", messageId: id, after: queued }, "agent", agentId);
    const sent = { agentId, ...answered };
    happens(life, { at: arrives, type: "reply.sent", messageId: id, after: sent }, "system");
  }
  life.status = "waiting";
  life.firstResponseAt ??= arrives;
  life.waitingSince = null;
  life.dueAt = null;
  life.unanswered = 0;
}

function resolves(life: Life, at: number, agentId: string): void {
  life.status = "resolved";
  life.resolvedAt = at;
  const after = { status: "resolved", resolved_at: iso(at) };
  happens(life, { at, type: "conversation.resolved", after }, "agent", agentId);
}

function closes(life: Life, at: number, agentId: string): void {
  Object.assign(life, { waitingSince: null, dueAt: null, unanswered: 0, noReplyReason: "done" });
  life.status = "resolved";
  life.resolvedAt = at;
  const after = {
    status: "resolved",
    resolved_at: iso(at),
    waiting_since: null,
    due_at: null,
    no_reply_reason: "done",
  };
  happens(life, { at, type: "conversation.closed_without_reply", after }, "agent", agentId);
}

function reopens(life: Life, at: number): void {
  life.status = "open";
  life.resolvedAt = null;
  life.cycleStartedAt = at;
  Object.assign(life, { spent: 0, oursSince: null });
  happens(
    life,
    { at, type: "conversation.reopened", after: { status: "open", resolved_at: null } },
    "customer",
  );
}

function happens(
  life: Life,
  event: Pick<PastEvent, "at" | "type" | "after"> & { messageId?: string },
  actorKind: PastEvent["actorKind"],
  actorId: string | null = null,
): void {
  life.events.push({ messageId: null, ...event, at: Math.floor(event.at), actorKind, actorId });
}

function withAsides(dice: Dice, life: Life, text: string): string {
  if (life.asides === 0 || life.subject === null) return text;
  const more = Array.from({ length: life.asides }, () => one(dice, words.asides[life.language]));
  return `${text}\n\n${more.join(" ")}`;
}

function one<T>(dice: Dice, list: readonly T[]): T {
  return list[Math.floor(dice.next() * list.length)]!;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
