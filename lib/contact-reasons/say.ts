import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { type ContactReason, listContactReasons } from "./list";

/** Says what a conversation was about, in one of the reasons that are offered; null takes it away again. */
export async function sayReason(
  actor: Actor,
  input: { conversationId: string; reasonId: string | null },
): Promise<Changed> {
  authorize(actor, "conversation.triage");
  const { conversationId, reasonId } = input;
  return transact(async (tx) => {
    if (reasonId !== null) {
      const found = await tx.execute<{ isArchived: boolean }>(sql`
        select r.archived_at is not null or p.archived_at is not null as "isArchived"
        from contact_reasons r left join contact_reasons p on p.id = r.parent_id where r.id = ${reasonId} for share of r`);
      const reason = found.rows[0] ?? fail("not_found", "contact_reason.not_found");
      if (reason.isArchived) fail("conflict", "contact_reason.archived");
    }
    return changeConversation(tx, actor, {
      id: conversationId,
      type: "conversation.reasoned",
      set: sql`contact_reason_id = ${reasonId}`,
    });
  });
}

export type ReasonChoice = {
  current: string | null;
  /** From its tags, the likeliest first. */
  suggested: string[];
  all: ContactReason[];
};

/** What the picker shows for a conversation: what its tags suggest, then all of them. */
export async function reasonChoice(actor: Actor, input: { conversationId: string }): Promise<ReasonChoice> {
  authorize(actor, "conversation.read");
  const [all, found] = await Promise.all([
    listContactReasons(actor),
    db.execute<{ current: string | null; suggested: string[] }>(sql`
      select c.contact_reason_id as current,
        coalesce((select jsonb_agg(s.reason_id order by s.n desc, s.reason_id) from (
          select x.reason_id, count(*) as n from contact_reason_tags x join conversation_tags ct on ct.tag_id = x.tag_id
          where ct.conversation_id = c.id group by 1 order by 2 desc limit 3) s), '[]') as suggested
      from conversations c where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`),
  ]);
  const row = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const hidden = new Set(all.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id));
  const offered = all.filter(({ id, parentId }) => !hidden.has(id) && !(parentId && hidden.has(parentId)));
  const known = new Set(offered.map(({ id }) => id));
  return {
    current: row.current,
    suggested: row.suggested.filter((id) => known.has(id)),
    all: offered,
  };
}
