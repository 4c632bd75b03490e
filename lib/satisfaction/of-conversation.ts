import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SurveyRefusal, SurveyState, Verdict } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";

export type SurveyView = {
  id: string;
  state: SurveyState;
  resolvedAt: string;
  /** When they will be asked, while it has not been decided. */
  askAfter: string;
  refusal: SurveyRefusal | null;
  decidedAt: string | null;
  verdict: Verdict | null;
  comment: string | null;
  answeredAt: string | null;
  changedAt: string | null;
};

/** What the customer was asked about each resolution of a conversation and said, or why they were not asked; oldest first. */
export async function surveysOf(actor: Actor, input: { conversationId: string }): Promise<SurveyView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<SurveyView>(sql`
    select s.id, s.state, s.resolved_at as "resolvedAt", s.ask_after as "askAfter", s.refusal, s.decided_at as "decidedAt", s.verdict, s.comment,
      s.answered_at as "answeredAt", s.changed_at as "changedAt"
    from surveys s join conversations c on c.id = survivor_of(s.conversation_id)
    where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))} order by s.resolved_at, s.id`);
  return found.rows.map((row) => ({
    ...row,
    resolvedAt: isoText(row.resolvedAt),
    askAfter: isoText(row.askAfter),
    decidedAt: iso(row.decidedAt),
    answeredAt: iso(row.answeredAt),
    changedAt: iso(row.changedAt),
  }));
}
