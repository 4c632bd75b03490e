import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ApprovalReason } from "@/db/enums";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { approversOf } from "@/lib/approvals/approvers";
import { approvalNeeded } from "@/lib/approvals/rule";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { HeldAct, HeldView, Person } from "@/lib/conversations/types";

type Loaded = Omit<HeldView, "may">;

/** What is written in a conversation and not let go, the oldest first; what was sent back, only its author sees. */
export async function listHeld(actor: Actor, input: { conversationId: string }): Promise<HeldView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Loaded>(sql`
    select h.id, h.state, jsonb_build_object('id', a.id, 'name', a.name) as author, h.mode,
      coalesce(x.config ->> 'plays', x.kind) as "channelKind", h.side_thread_id as "sideThreadId", h.subject, h.text, h.recipients,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size,
        'contentId', f.content_id, 'description', f.description, 'url', '/api/v1/attachments/' || f.id) order by f.id)
        from attachments f where h.attachment_ids ? f.id::text), '[]') as files,
      h.afterwards, h.digest, h.reason, ${person("p")} as approver, h.fallback_at as "fallbackAt", h.fell_back_at as "fellBackAt",
      ${person("y")} as "decidedBy", h.decided_at as "decidedAt", h.comment, h.send_at as "sendAt", h.zone,
      h.if_they_write as "ifTheyWrite", h.stop_code as "stopCode", h.created_at as at,
      exists (select 1 from conversations o join messages m on m.conversation_id = o.id where o.customer_id in (select records_of(c.customer_id))
        and m.created_at > h.created_at and m.kind in ('customer', 'reply', 'call') and not m.is_automatic
        and m.agent_id is distinct from h.author_id) as "isStale"
    from held_replies h join conversations c on c.id = ${input.conversationId} join agents a on a.id = h.author_id
    join channels x on x.id = h.channel_id left join agents p on p.id = h.approver_id left join agents y on y.id = h.decided_by
    where h.conversation_id in (select merged_with(${input.conversationId})) and ${visible(actor, columnsOf("c"))}
      and (h.state in ('awaiting', 'scheduled') or (h.state in ('returned', 'stopped') and h.author_id = ${actor.id}))
    order by h.created_at, h.id limit 20`);
  return Promise.all(
    found.rows.map(async (held) => ({
      ...held,
      fallbackAt: iso(held.fallbackAt),
      fellBackAt: iso(held.fellBackAt),
      decidedAt: iso(held.decidedAt),
      sendAt: iso(held.sendAt),
      at: isoText(held.at),
      may: await actsOf(actor, held, input.conversationId),
    })),
  );
}

/** Why my reply to a conversation goes to a colleague first, and then who that may be. Throws `not_found`. */
export async function approvalFor(
  actor: Actor,
  input: { conversationId: string },
): Promise<{ reason: ApprovalReason | null; approvers: Person[] }> {
  authorize(actor, "conversation.read");
  const reason = await approvalNeeded(db, actor, { ...input, marks: [], approverId: null });
  if (reason === null || !can(actor, "conversation.reply")) return { reason: null, approvers: [] };
  return { reason, approvers: await approversOf(db, { ...input, authorId: actor.id, reason }) };
}

/** Whom I may ask to read a reply of mine first; `legal` narrows to who decides on legal matters. */
export async function listApprovers(
  actor: Actor,
  input: { conversationId: string; matter: "any" | "legal" },
): Promise<Person[]> {
  authorize(actor, "conversation.reply");
  const here = await approvalNeeded(db, actor, {
    conversationId: input.conversationId,
    marks: input.matter === "legal" ? ["legal"] : [],
    approverId: null,
  });
  return approversOf(db, {
    conversationId: input.conversationId,
    authorId: actor.id,
    reason: here ?? "asked",
  });
}

async function actsOf(actor: Actor, held: Loaded, conversationId: string): Promise<HeldAct[]> {
  const acts: HeldAct[] = [];
  const isMine = held.author.id === actor.id;
  if (isMine || (held.state === "scheduled" && can(actor, "reply.approve"))) acts.push("withdraw");
  if (held.state === "scheduled" && (isMine || can(actor, "reply.approve"))) acts.push("move", "send_now");
  if (held.state !== "awaiting") return acts;
  if (isMine) return can(actor, "reply.bypass") ? [...acts, "bypass"] : acts;
  if (!can(actor, "reply.approve")) return acts;
  const people = await approversOf(db, {
    conversationId,
    authorId: held.author.id,
    reason: held.reason ?? "asked",
  });
  if (!people.some((one) => one.id === actor.id)) return acts;
  const isAsked = held.approver === null || held.approver.id === actor.id || can(actor, "reply.bypass");
  return isAsked ? [...acts, "approve", "return"] : acts;
}

function person(alias: "p" | "y") {
  const a = sql.raw(alias);
  return sql`case when ${a}.id is not null then jsonb_build_object('id', ${a}.id, 'name', ${a}.name) end`;
}
