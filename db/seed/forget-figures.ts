import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deriveFacts } from "@/lib/facts/derive";
import { sumHours } from "@/lib/facts/hours";
import { loadEvents } from "@/lib/facts/load-events";
import { factRules } from "@/lib/facts/rules-now";
import { storeChanges } from "@/lib/facts/store";

/** Takes all that was measured of these brands out of every report. Their events may be gone already. */
export async function forgetBrands(tx: Tx, brands: SQL): Promise<void> {
  await lockFigures(tx);
  const dims = sql`(select id from dims where brand_id in ${brands})`;
  await tx.execute(sql`
    with gone as (delete from facts where dim_id in ${dims} returning day)
    insert into stale_days (day) select distinct day from gone order by day on conflict do nothing`);
  await tx.execute(sql`delete from counts where dim_id in ${dims}`);
  await sumHours(tx);
}

/** The same for some conversations, whose events must still be there: they are told anew without them. */
export async function forgetConversations(tx: Tx, which: SQL): Promise<void> {
  const place = await lockFigures(tx);
  const found = await tx.execute<{ id: string }>(
    sql`select id from conversations where ${which} order by id`,
  );
  const conversationIds = found.rows.map(({ id }) => id);
  const rules = await factRules(tx);
  const events = await loadEvents(tx, { conversationIds, from: place, to: place });
  const nothing = { facts: [], counts: [] };
  await storeChanges(
    tx,
    conversationIds.map((conversationId) => ({
      conversationId,
      before: deriveFacts(events.get(conversationId) ?? [], rules),
      after: nothing,
      isRetagged: false,
    })),
  );
}

/** Whoever measures waits until this is done. Resolves with how far they have come. */
async function lockFigures(tx: Tx): Promise<{ epoch: number; xid: string; id: number }> {
  const cursor = await tx.execute<{ epoch: number; xid: string; id: number }>(sql`
    select epoch, xid::text as xid, event_id::int as id from event_cursors where name = 'facts' for update`);
  return cursor.rows[0] ?? { epoch: 0, xid: "0", id: 0 };
}
