import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { BulkItemState, BulkState } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { sentence } from "@/lib/sentences";
import type { BulkVerb } from "./act";

export type BulkRunView = {
  id: string;
  verb: BulkVerb;
  state: BulkState;
  total: number;
  done: number;
  held: number;
  failed: number;
  undone: number;
  createdAt: Iso;
  finishedAt: Iso | null;
  /** Those that were not done, with why, in my language; the first two hundred. */
  problems: Array<{
    conversationId: string;
    number: number;
    customerName: string;
    state: BulkItemState;
    why: string;
  }>;
};

type Loaded = Omit<BulkRunView, "problems"> & { agentId: string };
type Problem = Omit<BulkRunView["problems"][number], "why"> & {
  reason: string;
  params: { [key: string]: string | number } | null;
};

/** How far one of my runs has come. */
export async function readBulk(actor: Actor, input: { runId: string }): Promise<BulkRunView> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Loaded>(sql`
    select id, act ->> 'verb' as verb, state, total, done_count as done, held_count as held, failed_count as failed,
      undone_count as undone, created_at as "createdAt", finished_at as "finishedAt", agent_id as "agentId"
    from bulk_runs where id = ${input.runId} and agent_id = ${actor.id}`);
  const { agentId: _, ...run } = found.rows[0] ?? fail("not_found", "not_found");
  const problems = await db.execute<Problem>(sql`
    select c.id as "conversationId", c.number::int as number, k.name as "customerName", i.state, i.reason, i.params
    from bulk_items i join conversations c on c.id = i.conversation_id join customers own on own.id = c.customer_id join customers k on k.id = own.person_id
    where i.run_id = ${input.runId} and i.state in ('held', 'failed', 'kept') and ${visible(actor, columnsOf("c"))}
    order by i.state = 'held' desc, c.number limit 200`);
  return {
    ...run,
    createdAt: isoText(run.createdAt),
    finishedAt: iso(run.finishedAt),
    problems: problems.rows.map(({ reason, params, ...one }) => ({
      ...one,
      why: sentence(actor.language, `errors.${reason}`, params ?? {}) ?? reason,
    })),
  };
}
