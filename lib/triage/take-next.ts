import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { byRank } from "@/lib/conversations/list-queue";
import { isOldestsTurn } from "@/lib/risk/order";
import { transact } from "@/lib/transact";

export type Taken = {
  conversationId: string;
  number: number;
  /** Every fifth goes to whoever has waited longest, so that nobody is passed over for ever. */
  why: "order" | "oldest";
};

/**
 * The top row that nobody has, assigned to me; when everything has somebody, the top one of mine other than the
 * one on screen. Every fifth that a team takes is the oldest instead, but danger to people and what was put first
 * never wait for a turn. Two people who press at the same moment get two different rows. Resolves with null when
 * nothing is left.
 */
export async function takeNext(actor: Actor, input: { exceptId: string | null }): Promise<Taken | null> {
  authorize(actor, "conversation.triage");
  return transact(async (tx) => {
    const teamId = [...actor.teamIds].sort()[0] ?? noTeam;
    const picks = await tx.execute<{ count: number }>(sql`
      insert into picks (team_id) values (${teamId}) on conflict (team_id) do update set count = picks.count returning count`);
    const free = sql`q.assignee_id is null and q.conversation_id is distinct from ${input.exceptId}::uuid
      and ${visible(actor, columnsOf("q"))}`;
    const top = await first(tx, free, byRank.join(", "));
    if (top) {
      const isTurn = top.lane > 1 && isOldestsTurn(picks.rows[0]?.count ?? 0);
      const oldest = isTurn
        ? await first(tx, sql`${free} and q.lane = 2 and q.kind = 'contact'`, "q.since_at, q.conversation_id")
        : null;
      const given = oldest ?? top;
      const why = oldest && oldest.id !== top.id ? "oldest" : "order";
      // What may not wait for a turn takes none.
      if (top.lane > 1) await tx.execute(sql`update picks set count = count + 1 where team_id = ${teamId}`);
      if (why === "oldest")
        await tx.execute(
          sql`update risk_spans set is_oldest = true where conversation_id = ${given.id} and to_at is null`,
        );
      const taken = await changeConversation(tx, actor, {
        id: given.id,
        type: "conversation.assigned",
        set: sql`assignee_id = ${actor.id}`,
        more: { takenNext: true, why },
      });
      return { conversationId: given.id, number: taken.number, why };
    }
    const mine = await tx.execute<{ conversationId: string; number: number }>(sql`
      select q.conversation_id as "conversationId", c.number::int as number from queue q join conversations c on c.id = q.conversation_id
      where q.status = 'open' and q.assignee_id = ${actor.id} and q.conversation_id is distinct from ${input.exceptId}::uuid
        and ${visible(actor, columnsOf("q"))}
      order by ${sql.raw(byRank.join(", "))} limit 1`);
    return mine.rows[0] ? { ...mine.rows[0], why: "order" } : null;
  });
}

/** Somebody who is in no team has turns of their own. */
const noTeam = "00000000-0000-0000-0000-000000000000";

async function first(tx: Tx, where: SQL, order: string): Promise<{ id: string; lane: number } | null> {
  const found = await tx.execute<{ id: string; lane: number }>(sql`
    select q.conversation_id as id, q.lane from queue q
    where q.status = 'open' and ${where} order by ${sql.raw(order)} limit 1 for update of q skip locked`);
  return found.rows[0] ?? null;
}
