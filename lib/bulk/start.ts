import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { listQueue } from "@/lib/conversations/list-queue";
import type { ViewName } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { checkTakers } from "@/lib/triage/assign";
import type { BulkAct } from "./act";

/** More than this is not a decision about conversations any more. */
export const mostAtOnce = 5_000;

/** Some by name, or everything that a view and its filter find at this moment. */
export type BulkTargets = { ids: string[] } | { view: ViewName; q: string };

/**
 * Writes down what is to be done to whom; a worker does it in short batches. `asOf` is when the author looked: whoever
 * has written or was answered since is held back from a reply. Throws `invalid` when nobody is left, or too many are.
 */
export async function startBulk(
  actor: Actor,
  input: { act: BulkAct; targets: BulkTargets; asOf: Date },
): Promise<{ runId: string; total: number }> {
  authorize(actor, "conversation.triage");
  const { act } = input;
  if (act.verb === "reply") authorize(actor, "conversation.reply");
  if (act.verb === "snooze" && Date.parse(act.until) <= Date.now()) fail("invalid", "snooze.past");
  const found = "ids" in input.targets ? input.targets.ids : await everything(actor, input.targets);
  if (found.length > mostAtOnce) fail("invalid", "bulk.too_many", { max: mostAtOnce });
  return transact(async (tx) => {
    if (act.verb === "assign") await checkTakers(tx, { agentId: act.agentId, teamId: null });
    if (act.verb === "team") await checkTakers(tx, { agentId: null, teamId: act.teamId });
    const seen = await tx.execute<{ id: string }>(sql`
      select c.id from conversations c
      where c.id in (select jsonb_array_elements_text(${JSON.stringify(found)}::jsonb)::uuid)
        and c.merged_into_id is null and ${visible(actor, columnsOf("c"))}`);
    const ids = seen.rows.map(({ id }) => id).filter((id) => act.verb !== "merge" || id !== act.survivorId);
    if (ids.length === 0) fail("invalid", "bulk.nobody");
    const runId = newId();
    const asOf = new Date(Math.min(input.asOf.getTime(), Date.now()));
    await tx.execute(sql`
      insert into bulk_runs (id, agent_id, act, state, total, as_of)
      values (${runId}, ${actor.id}, ${JSON.stringify({ ...act, role: actor.role })}::jsonb, 'running', ${ids.length}, ${asOf.toISOString()}::timestamptz)`);
    const items = ids.map((id) => ({ id, message: act.verb === "reply" ? newId() : null }));
    await tx.execute(sql`
      insert into bulk_items (run_id, conversation_id, message_id)
      select ${runId}, i.id, i.message from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(id uuid, message uuid)`);
    return { runId, total: ids.length };
  }, "bulk");
}

async function everything(actor: Actor, where: { view: ViewName; q: string }): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ids.length <= mostAtOnce; ) {
    const page = await listQueue(actor, { ...where, sort: "left", cursor, limit: 200 }, db);
    ids.push(...page.items.map((row) => row.id));
    cursor = page.next;
    if (cursor === null) break;
  }
  return [...new Set(ids)];
}
