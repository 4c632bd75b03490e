import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, seesAll, visible } from "@/lib/access";
import { loadRows } from "@/lib/conversations/load-rows";
import type { ChangePush } from "./protocol";
import { eventsAfter, fromSeq, head, headPlace, type TailedEvent, toSeq } from "./tail";

/** Beyond this many changed conversations a browser does better to fetch its page anew. */
const patchAtMost = 300;

/**
 * What changed since `seq`, as the actor may see it; null when the browser must fetch everything anew: too far
 * behind, another epoch, or a text that is not one of ours.
 */
export async function changesSince(
  actor: Actor,
  input: { seq: string | null },
): Promise<{ push: ChangePush | null; seq: string }> {
  authorize(actor, "queue.read");
  const from = input.seq === null ? null : fromSeq(input.seq);
  const now = await headPlace();
  if (from === null || from.epoch !== now.epoch) return { push: null, seq: toSeq(now) };
  const events = await eventsAfter(from, patchAtMost * 4);
  const ids = [...new Set(events.flatMap((event) => event.conversationId ?? []))];
  if (events.length === patchAtMost * 4 || ids.length > patchAtMost) return { push: null, seq: await head() };
  const last = events.at(-1);
  const seq = last ? toSeq(last) : toSeq(from);
  if (ids.length === 0) return { push: { seq, rows: [], gone: [] }, seq };
  const known = await db.execute<{ id: string; may: boolean; wasNamed: boolean }>(sql`
    select c.id, ${visible(actor, columnsOf("c"))} as may, c.is_restricted and exists (
        select 1 from events e where e.conversation_id = c.id and e.type = 'conversation.restricted'
          and e.after -> 'agentIds' ? ${actor.id}) as "wasNamed"
    from conversations c where c.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  const seen = new Set(known.rows.filter((row) => row.may).map((row) => row.id));
  const hidden = new Map(known.rows.filter((row) => !row.may).map((row) => [row.id, row.wasNamed]));
  // What I could never see must not be named here, not even by its id.
  const gone = ids.filter(
    (id) =>
      !seen.has(id) &&
      (!hidden.has(id) ||
        events.some((e) => e.conversationId === id && (leaves(actor, e) || (isList(e) && hidden.get(id))))),
  );
  const loaded = await loadRows([...seen]);
  const rows = loaded.filter(({ isMerged }) => !isMerged);
  gone.push(...loaded.flatMap(({ row, isMerged }) => (isMerged ? [row.id] : [])));
  return {
    // Where a row stood before the gap is not known here, so counts are asked again after a patch like this.
    push: {
      seq,
      rows: rows.map(({ row }) => ({ row, before: null, touched: true })),
      gone: gone.map((id) => ({ id, before: null })),
    },
    seq,
  };
}

/** Whether this event changed who sees a conversation, and the actor was among those who saw it before. */
function leaves(actor: Actor, { before, teamId, brandId }: TailedEvent): boolean {
  if (before === null || !["team_id", "brand_id", "is_restricted"].some((name) => name in before))
    return false;
  if (before.is_restricted === true) return false;
  if (seesAll(actor)) return true;
  const team = "team_id" in before ? before.team_id : teamId;
  const brand = "brand_id" in before ? before.brand_id : brandId;
  return typeof team === "string"
    ? actor.teamIds.includes(team)
    : typeof brand === "string" && actor.brandIds.includes(brand);
}

/** The list of the people named on a restricted conversation was written anew. */
function isList(event: TailedEvent): boolean {
  return event.type === "conversation.restricted";
}
