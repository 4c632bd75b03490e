import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { followFacts } from "./follow";

/** Until everything that happened is measured and in its cells. */
export async function settled(): Promise<void> {
  // Any transaction of the server, of another test too, holds back what may be measured.
  for (const end = Date.now() + 45_000; Date.now() < end; ) {
    await followFacts();
    const left = await db.execute(sql`
      select 1 from stale_days union all
      select 1 from event_cursors k, events e where k.name = 'facts' and (e.epoch, e.xid, e.id) > (k.epoch, k.xid, k.event_id) limit 1`);
    if (left.rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("The facts do not settle");
}
