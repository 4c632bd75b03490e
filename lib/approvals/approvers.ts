import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { ApprovalReason } from "@/db/enums";
import type { Person } from "@/lib/conversations/types";
import { mayKnow } from "@/lib/notifications/notify";

/**
 * The colleagues who may say yes to a reply of `authorId`: they see the conversation, are no junior, and for a legal
 * matter belong to a legal team or lead. Never the author. Those of the conversation's own team come first.
 */
export async function approversOf(
  on: Db | Tx,
  input: { conversationId: string; authorId: string; reason: ApprovalReason },
): Promise<Person[]> {
  const found = await on.execute<Person>(sql`
    select a.id, a.name from agents a, conversations c
    where c.id = ${input.conversationId} and a.id <> ${input.authorId} and ${mayApprove(input.reason)}
    order by not exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = c.team_id),
      a.away_since is not null, a.name, a.id limit 100`);
  return found.rows;
}

/** Of an agent `a` and a conversation `c`. */
function mayApprove(reason: ApprovalReason): SQL {
  const isLead = sql`a.role in ('manager', 'admin', 'owner')`;
  const isLegal = sql`exists (select 1 from team_members m join teams l on l.id = m.team_id where l.is_legal and m.agent_id = a.id)`;
  return sql`a.deactivated_at is null and (a.ends_at is null or a.ends_at > now())
    and a.role in ('agent', 'manager', 'admin', 'owner') and ${mayKnow}
    and (${reason !== "legal"} or ${isLead} or ${isLegal})`;
}
