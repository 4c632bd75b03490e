import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { Language, Role } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { fail } from "./errors";

/** Who is acting. Made in one place, lib/agents/session.ts; pages, the API and sockets share it. */
export type Actor = {
  kind: "agent";
  id: string;
  name: string;
  role: Role;
  language: Language;
  /** Teams I belong to. */
  teamIds: readonly string[];
  /** Brands granted to my teams. */
  brandIds: readonly string[];
  /** The sign-in or token behind this request. */
  sessionId: string;
};

/** The product itself: channels, timers, rules. Never made from a request. */
export type System = {
  kind: "system";
  name: "intake" | "dispatcher" | "timer" | "rule" | "seed" | "operator";
};

export const actions = [
  "queue.read",
  "conversation.read",
  "conversation.triage",
  "conversation.reply",
  "reply.approve",
  "reply.bypass",
  "conversation.note",
  "conversation.restrict",
  "customer.read",
  "customer.edit",
  "customer.merge",
  "customer.import",
  "customer.export",
  "customer.erase",
  "signal.feed",
  "signal.edit",
  "commitment.edit",
  "gesture.give",
  "gesture.limit",
  "risk.read",
  "risk.edit",
  "cue.edit",
  "report.read",
  "report.edit",
  "spike.dismiss",
  "pause.set",
  "privacy.handle",
  "saved_reply.edit",
  "view.edit",
  "view.share",
  "profile.edit",
  "channel.read",
  "channel.edit",
  "channel.feed",
  "inbound.read",
  "inbound.retry",
  "brand.edit",
  "team.read",
  "team.edit",
  "agent.invite",
  "agent.edit",
  "owner.edit",
  "token.edit",
  "sample.remove",
  "organisation.edit",
  "target.edit",
  "notice.edit",
  "rule.read",
  "rule.edit",
  "schedule.edit",
  "audit.read",
] as const;
export type Action = (typeof actions)[number];

const observer: Action[] = [
  "queue.read",
  "conversation.read",
  "customer.read",
  "team.read",
  "profile.edit",
  "channel.read",
];
const junior: Action[] = [
  ...observer,
  "conversation.triage",
  "conversation.reply",
  "conversation.note",
  "customer.edit",
  "commitment.edit",
  "gesture.give",
  "view.edit",
];
const agent: Action[] = [
  ...junior,
  "reply.approve",
  "saved_reply.edit",
  "inbound.read",
  "channel.feed",
  "signal.feed",
  "customer.merge",
  "spike.dismiss",
  "rule.read",
];
const manager: Action[] = [
  ...agent,
  "reply.bypass",
  "view.share",
  "conversation.restrict",
  "inbound.retry",
  "team.edit",
  "notice.edit",
  "rule.edit",
  "agent.invite",
  "target.edit",
  "customer.import",
  "customer.export",
  "privacy.handle",
  "signal.edit",
  "gesture.limit",
  "risk.read",
  "cue.edit",
  "report.read",
  "report.edit",
  "pause.set",
];
const admin: Action[] = [
  ...manager,
  "customer.erase",
  "risk.edit",
  "channel.edit",
  "brand.edit",
  "agent.edit",
  "token.edit",
  "sample.remove",
  "organisation.edit",
  "schedule.edit",
  "audit.read",
];

/** The whole table of who may do what. */
export const allowed: Record<Role, ReadonlySet<Action>> = {
  observer: new Set(observer),
  junior: new Set(junior),
  agent: new Set(agent),
  manager: new Set(manager),
  admin: new Set(admin),
  owner: new Set([...admin, "owner.edit"]),
};

export function can(actor: Actor | System, action: Action): boolean {
  return actor.kind === "system" || allowed[actor.role].has(action);
}

/** The first line of every command and read. Throws `forbidden`. */
export function authorize(actor: Actor | System, action: Action): void {
  if (!can(actor, action)) fail("forbidden", "access.action", { action });
}

/** The columns that decide; conversations and queue both have them. */
export type VisibleColumns = {
  conversationId: AnyColumn | SQL;
  teamId: AnyColumn | SQL;
  brandId: AnyColumn | SQL;
  isRestricted: AnyColumn | SQL;
};

/** The same columns of a table that a hand-written statement calls `alias`. */
export function columnsOf(alias: "c" | "q"): VisibleColumns {
  return {
    conversationId: sql.raw(alias === "c" ? "c.id" : "q.conversation_id"),
    teamId: sql.raw(`${alias}.team_id`),
    brandId: sql.raw(`${alias}.brand_id`),
    isRestricted: sql.raw(`${alias}.is_restricted`),
  };
}

/**
 * The only WHERE clause that decides what somebody sees. A conversation is mine to see when its team is one of
 * mine, or it has no team and its brand is granted to one of my teams; administrators see all; a restricted one
 * is seen only by the people named on it, administrators included.
 */
export function visible(actor: Actor | System, c: VisibleColumns): SQL {
  if (actor.kind === "system") return sql`true`;
  const named = sql`exists (select 1 from conversation_access a where a.conversation_id = ${c.conversationId} and a.agent_id = ${actor.id})`;
  if (seesAll(actor)) return sql`(not ${c.isRestricted} or ${named})`;
  const mine = sql`(${c.teamId} = any(${uuids(actor.teamIds)}) or (${c.teamId} is null and ${c.brandId} = any(${uuids(actor.brandIds)})))`;
  return sql`((not ${c.isRestricted} and ${mine}) or (${c.isRestricted} and ${named}))`;
}

/** Brands whose customers, channels and settings an actor may look at. */
export function visibleBrand(actor: Actor | System, brandId: AnyColumn | SQL): SQL {
  if (actor.kind === "system" || seesAll(actor)) return sql`true`;
  return sql`${brandId} = any(${uuids(actor.brandIds)})`;
}

export function seesAll(actor: Actor): boolean {
  return actor.role === "owner" || actor.role === "admin";
}
