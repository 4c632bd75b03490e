import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { addNoteWithin } from "@/lib/conversations/note";
import { fail } from "@/lib/errors";
import { type Replied, type ReplyInput, replyWithin } from "@/lib/replies/reply";
import { transact } from "@/lib/transact";
import { assignAgentWithin, assignTeamWithin } from "@/lib/triage/assign";
import { pinWithin } from "@/lib/triage/pin";
import { resolveWithin } from "@/lib/triage/resolve";
import { snoozeWithin } from "@/lib/triage/snooze";
import { tagWithin, untagWithin } from "@/lib/triage/tag";
import { waitWithin } from "@/lib/triage/wait";
import { type MacroPlan, planMacro, type Step } from "./plan";

export type MacroRun = {
  /** Takes all of it back, see undo-run.ts. */
  eventId: number;
  replied: Replied | null;
  /** How many things were done, and how many could not be. */
  done: number;
  left: number;
};

/**
 * Says and does what a macro says, in one transaction: the reply as any other goes through the guard, the checks and a
 * colleague's eyes where they are needed, and with it falls all the rest. `reply` is what its author made of the text;
 * null leaves it unsaid. What cannot be done now is left out, as the dry run said.
 */
export async function runMacro(
  actor: Actor,
  input: { conversationId: string; macroId: string; reply: Omit<ReplyInput, "conversationId"> | null },
): Promise<MacroRun> {
  authorize(actor, "conversation.triage");
  const plan = await planMacro(actor, input);
  if (input.reply !== null && plan.reply === null) fail("invalid", "macro.says_nothing");
  return transact((tx) => runWithin(tx, actor, input, plan), "deliveries", "timers");
}

async function runWithin(
  tx: Tx,
  actor: Actor,
  input: { conversationId: string; macroId: string; reply: Omit<ReplyInput, "conversationId"> | null },
  plan: MacroPlan,
): Promise<MacroRun> {
  const { conversationId, reply } = input;
  const said = reply && (await replyWithin(tx, actor, { ...reply, conversationId, sideThreadId: null }));
  const eventIds: number[] = [];
  const noteIds: string[] = [];
  // Words that still wait for a colleague or an hour are no answer yet: the conversation stays where it is.
  const isHeld = said !== null && said.state !== "leaving";
  const able = plan.steps.filter((step) => step.obstacle === null && !(isHeld && isEnd(step)));
  for (const step of able) {
    const done = await doStep(tx, actor, conversationId, step);
    if (done.noteId === null) eventIds.push(done.eventId);
    else noteIds.push(done.noteId);
  }
  const changed = await changeConversation(tx, actor, {
    id: conversationId,
    type: "macro.ran",
    set: null,
    // Given to a team that I am not in, it left my sight by my own act.
    orWhen: sql`not c.is_restricted`,
    more: { macroId: input.macroId, eventIds, noteIds, messageId: said?.messageId ?? null },
  });
  const left = plan.steps.length - able.length + (plan.reply !== null && reply === null ? 1 : 0);
  return { eventId: changed.eventId, replied: said, done: able.length + (said ? 1 : 0), left };
}

function isEnd({ action }: Step): boolean {
  return action.do === "wait" || action.do === "snooze" || action.do === "resolve";
}

async function doStep(
  tx: Tx,
  actor: Actor,
  conversationId: string,
  step: Step,
): Promise<{ eventId: number; noteId: string | null }> {
  const { action } = step;
  const about = { conversationId };
  const none = { noteId: null };
  switch (action.do) {
    case "assign": {
      const agentId = step.agent?.id ?? null;
      return { ...none, ...(await assignAgentWithin(tx, actor, { ...about, agentId })) };
    }
    case "team":
      return { ...none, ...(await assignTeamWithin(tx, actor, { ...about, teamId: action.teamId })) };
    case "tag":
      return { ...none, ...(await tagWithin(tx, actor, { ...about, name: action.name })) };
    case "untag":
      return { ...none, ...(await untagWithin(tx, actor, { ...about, name: action.name })) };
    case "pin":
      return { ...none, ...(await pinWithin(tx, actor, { ...about, pin: action.pin })) };
    case "wait":
      return { ...none, ...(await waitUnlessWaiting(tx, actor, about)) };
    case "resolve":
      return { ...none, ...(await resolveWithin(tx, actor, about)) };
    case "snooze":
      return { ...none, ...(await snoozeWithin(tx, actor, { ...about, until: new Date(step.until ?? 0) })) };
    case "note": {
      const note = await addNoteWithin(tx, actor, { ...about, text: step.text ?? "", mentions: [] });
      return { eventId: note.eventId, noteId: note.messageId };
    }
  }
}

/** The reply of the same macro may have made it their turn already. */
async function waitUnlessWaiting(tx: Tx, actor: Actor, about: { conversationId: string }) {
  const now = await tx.execute<{ status: string }>(
    sql`select status from conversations where id = survivor_of(${about.conversationId})`,
  );
  if (now.rows[0]?.status !== "waiting") return waitWithin(tx, actor, about);
  return changeConversation(tx, actor, {
    id: about.conversationId,
    type: "conversation.waited",
    set: sql`status = 'waiting'`,
  });
}
