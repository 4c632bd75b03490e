import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { ApprovalReason } from "@/db/enums";
import { type Actor, can, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";

export type ReplyMark = "legal" | "emergency";

/**
 * Why a colleague must read this author's reply to a conversation before it leaves; null when nobody must. Asked by the
 * one command that lets replies go, so that no door leads around it. Whoever is in a legal team needs nobody for legal
 * conversations, but does for what they mark themselves.
 */
export async function approvalNeeded(
  on: Db | Tx,
  actor: Actor,
  input: { conversationId: string; marks: readonly ReplyMark[]; approverId: string | null },
): Promise<ApprovalReason | null> {
  const legal = await legalOf(on, actor, input.conversationId);
  if (input.marks.includes("legal") || (legal.isLegal && !legal.isMine)) return "legal";
  if (actor.role === "junior") return "junior";
  return input.approverId === null ? null : "asked";
}

/** A manager may let a reply go without a colleague; it is written down. Throws `forbidden` for everybody else. */
export function mayBypass(marks: readonly ReplyMark[], actor: Actor): boolean {
  if (!marks.includes("emergency")) return false;
  return can(actor, "reply.bypass") || fail("forbidden", "approval.bypass");
}

async function legalOf(on: Db | Tx, actor: Actor, conversationId: string) {
  const found = await on.execute<{ isLegal: boolean; isMine: boolean }>(sql`
    select ${isLegalConversation} as "isLegal", exists (select 1 from team_members m join teams l on l.id = m.team_id
        where l.is_legal and m.agent_id = ${actor.id}) as "isMine"
    from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}

/** A conversation `c` that belongs to a legal team or has the tag that the house chose. */
export const isLegalConversation = sql`(
  exists (select 1 from teams l where l.id = c.team_id and l.is_legal)
  or exists (select 1 from conversation_tags ct join tags t on t.id = ct.tag_id where ct.conversation_id = c.id
    and lower(t.name) = lower(coalesce((select legal_tag from organisation), 'legal'))))`;
