import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "../access";
import { loadRows } from "../conversations/load-rows";
import type { ChangePush } from "./protocol";
import { eventsAfter, fromSeq, head, headPlace, toSeq } from "./tail";

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
  const may = await db.execute<{ id: string }>(sql`
    select c.id from conversations c where c.id = any(${`{${ids.join(",")}}`}::uuid[]) and ${visible(actor, columnsOf("c"))}`);
  const seen = new Set(may.rows.map((row) => row.id));
  const rows = await loadRows([...seen]);
  return {
    // Where a row stood before the gap is not known here, so counts are asked again after a patch like this.
    push: {
      seq,
      rows: rows.map(({ row }) => ({ row, before: null, touched: true })),
      gone: ids.filter((id) => !seen.has(id)).map((id) => ({ id, before: null })),
    },
    seq,
  };
}
