import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, type System, visible } from "@/lib/access";
import { handOverForAbsence, returnFromAbsence } from "@/lib/commitments/away";
import { changeConversation } from "@/lib/conversations/change";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { AppError, fail } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import { transact } from "@/lib/transact";

const timer: System = { kind: "system", name: "timer" };

/**
 * I am away, until a moment or until I come back myself. After `giveBackMinutes` (0: at once; null: never) what I have
 * open goes back to everybody.
 */
export async function goAway(
  actor: Actor,
  input: { until: Date | null; giveBackMinutes: number | null },
): Promise<void> {
  authorize(actor, "profile.edit");
  if (input.until !== null && input.until.getTime() <= Date.now()) fail("invalid", "away.past");
  await transact(
    (tx) =>
      tx.execute(sql`
        update agents set away_since = coalesce(away_since, now()), away_until = ${input.until?.toISOString() ?? null}::timestamptz,
          give_back_at = now() + make_interval(mins => ${input.giveBackMinutes}::int)
        where id = ${actor.id}`),
    "timers",
  );
}

/** I am back. Resolves with what went back to everybody meanwhile and nobody has taken. */
export async function comeBack(actor: Actor): Promise<GivenBack[]> {
  authorize(actor, "profile.edit");
  await transact((tx) =>
    tx.execute(
      sql`update agents set away_since = null, away_until = null, give_back_at = null where id = ${actor.id}`,
    ),
  );
  await returnFromAbsence({ agentId: actor.id });
  return givenBackBy(actor);
}

export type GivenBack = { conversationId: string; number: number; customerName: string; givenAt: string };

/** What my absence gave back and nobody has taken since. */
export async function givenBackBy(actor: Actor): Promise<GivenBack[]> {
  authorize(actor, "queue.read");
  const found = await db.execute<GivenBack>(sql`
    select c.id as "conversationId", c.number::int as number, k.name as "customerName", g.given_at as "givenAt"
    from given_back g join conversations c on c.id = g.conversation_id join customers k on k.id = c.customer_id
    where g.agent_id = ${actor.id} and c.assignee_id is null and c.status = 'open' and ${visible(actor, columnsOf("c"))}
    order by c.due_at nulls last, c.id limit 200`);
  return found.rows.map((row) => ({ ...row, givenAt: isoText(row.givenAt) }));
}

/** Takes them again; what somebody else has by now stays theirs. Resolves with how many came back. */
export async function takeBack(actor: Actor): Promise<{ count: number }> {
  authorize(actor, "conversation.triage");
  let count = 0;
  for (const { conversationId } of await givenBackBy(actor)) {
    const isMine = await transact((tx) =>
      changeConversation(tx, actor, {
        id: conversationId,
        type: "conversation.assigned",
        only: sql`c.assignee_id is null and c.status = 'open'`,
        set: sql`assignee_id = ${actor.id}`,
      }),
    ).then(() => true, isTaken);
    if (isMine) count += 1;
  }
  await forgetGivenBack(actor);
  return { count };
}

/** Leaves them to the others. */
export async function forgetGivenBack(actor: Actor): Promise<void> {
  authorize(actor, "profile.edit");
  await db.execute(sql`delete from given_back where agent_id = ${actor.id}`);
}

/**
 * Gives back what people had open whose time for that has come, and ends absences that were to end. Resolves with when
 * to look again, or null.
 */
export async function keepAbsences(): Promise<Date | null> {
  const due = await db.execute<{ id: string }>(sql`
    select id from agents where give_back_at <= now() order by id limit 100`);
  for (const { id } of due.rows) await giveBack(id);
  const back = await db.execute<{ id: string }>(sql`
    update agents set away_since = null, away_until = null, give_back_at = null
    where away_since is not null and away_until <= now() returning id`);
  for (const { id } of back.rows) await returnFromAbsence({ agentId: id });
  if (back.rows.length > 0) wake("events");
  const next = await db.execute<{ at: string | null }>(sql`
    select least(min(give_back_at), min(away_until))::text as at from agents where away_since is not null`);
  const at = iso(next.rows[0]?.at ?? null);
  return at === null ? null : new Date(at);
}

async function giveBack(agentId: string): Promise<void> {
  const open = await db.execute<{ id: string }>(sql`
    select conversation_id as id from queue where assignee_id = ${agentId} and status = 'open' order by conversation_id`);
  for (const { id } of open.rows) {
    await transact(async (tx) => {
      await changeConversation(tx, timer, {
        id,
        type: "conversation.given_back",
        only: sql`c.assignee_id = ${agentId} and c.status = 'open'`,
        set: sql`assignee_id = null`,
        more: { agentId },
      });
      await tx.execute(sql`
        insert into given_back (agent_id, conversation_id) values (${agentId}, ${id})
        on conflict (agent_id, conversation_id) do update set given_at = now()`);
    }).catch(isTaken);
  }
  await handOverForAbsence({ agentId, why: "away" });
  await db.execute(
    sql`update agents set give_back_at = null where id = ${agentId} and give_back_at <= now()`,
  );
}

function isTaken(error: unknown): false {
  if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) return false;
  throw error;
}
