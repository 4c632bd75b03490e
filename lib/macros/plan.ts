import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { ConversationStatus, WrittenFor } from "@/db/enums";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { lengthBy } from "@/lib/channels/counting";
import type { ReplyWay } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { mayKnow } from "@/lib/notifications/notify";
import { readBelow } from "@/lib/replies/below";
import { replyWays } from "@/lib/replies/ways";
import { pickText } from "@/lib/saved-replies/pick";
import { usable } from "@/lib/saved-replies/scope";
import { readDate } from "@/lib/text/dates";
import { fillIn, type Values } from "@/lib/text/variables";
import { type MacroAction, macroActions } from "./actions";

/** Why something cannot be done here and now; `already`: it is so. */
export const obstacles = [
  "already",
  "may_not",
  "agent_gone",
  "agent_cannot_see",
  "team_gone",
  "no_date",
  "no_way",
  "closed",
  "too_long",
  "gaps",
] as const;
export type Obstacle = (typeof obstacles)[number];

export type Step = {
  action: MacroAction;
  /** Who or when it would be, in this run. */
  agent: { id: string; name: string } | null;
  team: { id: string; name: string } | null;
  until: string | null;
  /** A note's text with its names filled in. */
  text: string | null;
  obstacle: Obstacle | null;
};

export type MacroPlan = {
  macroId: string;
  name: string;
  reply: {
    mode: "public" | "private";
    channelId: string;
    to: string[];
    text: string;
    /** Names without a value: nothing is sent before they are filled in. */
    gaps: string[];
    obstacle: Obstacle | null;
  } | null;
  steps: Step[];
};

type Here = {
  id: string;
  status: ConversationStatus;
  assigneeId: string | null;
  teamId: string | null;
  pin: number;
  tags: string[];
  zone: string;
};

/** Exactly what a macro would do to this conversation now, and what of it cannot be done and why. Changes nothing. */
export async function planMacro(
  actor: Actor,
  input: { conversationId: string; macroId: string },
): Promise<MacroPlan> {
  authorize(actor, "conversation.triage");
  const here = await readHere(actor, input.conversationId);
  const found = await db.execute<{ name: string; texts: WrittenFor[]; actions: unknown }>(sql`
    select s.name, s.texts, s.actions from macros s
    where s.id = ${input.macroId} and s.archived_at is null and ${usable(actor)}
      and (s.brand_id is null or s.brand_id = (select brand_id from conversations where id = ${here.id}))`);
  const macro = found.rows[0] ?? fail("not_found", "not_found");
  const { values, language } = await readBelow(here.id, actor.id);
  const ways = macro.texts.length === 0 ? [] : await replyWays(here.id);
  const steps: Step[] = [];
  // What was stored by an older version and is no longer understood is left out.
  for (const action of z.array(z.unknown()).parse(macro.actions).flatMap(understood))
    steps.push(await planStep(actor, here, action, values));
  return {
    macroId: input.macroId,
    name: macro.name,
    reply: macro.texts.length === 0 ? null : planReply(actor, macro.texts, ways, values, language),
    steps,
  };
}

function understood(action: unknown): MacroAction[] {
  const read = macroActions.safeParse([action]);
  return read.success ? read.data : [];
}

async function readHere(actor: Actor, conversationId: string): Promise<Here> {
  const found = await db.execute<Here>(sql`
    select c.id, c.status, c.assignee_id as "assigneeId", c.team_id as "teamId", c.pin,
      array(select t.name from conversation_tags x join tags t on t.id = x.tag_id where x.conversation_id = c.id) as tags,
      coalesce((select a.zone from agents a where a.id = ${actor.id}), (select zone from organisation), 'UTC') as zone
    from conversations c where c.id = survivor_of(${conversationId}) and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}

function planReply(
  actor: Actor,
  texts: WrittenFor[],
  ways: ReplyWay[],
  values: Values,
  language: string,
): MacroPlan["reply"] {
  const way = ways[0];
  const mode = way?.mode ?? "private";
  const written = pickText(texts, { language, mode, usual: language.startsWith("fr") ? "fr" : "en" });
  const filled = fillIn(written?.text ?? "", values);
  const gaps = filled.gaps.map((gap) => gap.name);
  const reply = { mode, channelId: way?.channelId ?? "", to: way?.to ?? [], text: filled.text, gaps };
  const isTooLong =
    way !== undefined &&
    way.maxLength !== null &&
    lengthBy(way.counting, {
      text: filled.text,
      names: way.namesReaders ? way.to : [],
      max: way.maxLength,
    }) > way.maxLength;
  if (!can(actor, "conversation.reply")) return { ...reply, obstacle: "may_not" };
  if (way === undefined) return { ...reply, obstacle: "no_way" };
  if (way.closedSince !== null) return { ...reply, obstacle: "closed" };
  if (gaps.length > 0) return { ...reply, obstacle: "gaps" };
  return { ...reply, obstacle: isTooLong ? "too_long" : null };
}

async function planStep(actor: Actor, here: Here, action: MacroAction, values: Values): Promise<Step> {
  const step: Step = { action, agent: null, team: null, until: null, text: null, obstacle: null };
  switch (action.do) {
    case "assign":
      return planAssign(actor, here, step, action.agentId);
    case "team":
      return planTeam(here, step, action.teamId);
    case "tag":
      return { ...step, obstacle: here.tags.includes(action.name) ? "already" : null };
    case "untag":
      return { ...step, obstacle: here.tags.includes(action.name) ? null : "already" };
    case "pin":
      return { ...step, obstacle: here.pin === action.pin ? "already" : null };
    case "note":
      return {
        ...step,
        text: fillIn(action.text, values).text,
        obstacle: can(actor, "conversation.note") ? null : "may_not",
      };
    case "wait":
      return { ...step, obstacle: here.status === "waiting" ? "already" : null };
    case "resolve":
      return { ...step, obstacle: here.status === "resolved" ? "already" : null };
    case "snooze": {
      const at = readDate(action.until, { now: new Date(), zone: here.zone })?.at ?? null;
      return { ...step, until: at?.toISOString() ?? null, obstacle: at === null ? "no_date" : null };
    }
  }
}

async function planAssign(actor: Actor, here: Here, step: Step, wanted: string | null): Promise<Step> {
  if (wanted === null) return { ...step, obstacle: here.assigneeId === null ? "already" : null };
  const agentId = wanted === "me" ? actor.id : wanted;
  const found = await db.execute<{ id: string; name: string; isHere: boolean; maySee: boolean }>(sql`
    select a.id, a.name, a.deactivated_at is null and a.role <> 'observer' as "isHere", ${mayKnow} as "maySee"
    from agents a, conversations c where a.id = ${agentId} and c.id = ${here.id}`);
  const agent = found.rows[0];
  if (!agent?.isHere)
    return { ...step, agent: agent ? { id: agent.id, name: agent.name } : null, obstacle: "agent_gone" };
  const obstacle = agent.id === here.assigneeId ? "already" : agent.maySee ? null : "agent_cannot_see";
  return { ...step, agent: { id: agent.id, name: agent.name }, obstacle };
}

async function planTeam(here: Here, step: Step, teamId: string | null): Promise<Step> {
  if (teamId === null) return { ...step, obstacle: here.teamId === null ? "already" : null };
  const found = await db.execute<{ id: string; name: string }>(
    sql`select id, name from teams where id = ${teamId}`,
  );
  const team = found.rows[0] ?? null;
  return {
    ...step,
    team,
    obstacle: team === null ? "team_gone" : team.id === here.teamId ? "already" : null,
  };
}
