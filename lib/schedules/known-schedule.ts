import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { fail } from "@/lib/errors";

/** Throws `invalid` for opening hours that do not exist; none are always fine. */
export async function knownSchedule(tx: Tx, scheduleId: string | null | undefined): Promise<void> {
  if (!scheduleId) return;
  const found = await tx.execute(sql`select 1 from schedules where id = ${scheduleId}`);
  if (found.rows.length === 0) fail("invalid", "schedule.unknown");
}
