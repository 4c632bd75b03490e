import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Forgets notices of long ago, and counters that have run out. */
export async function sweepNotices(): Promise<void> {
  await db.execute(sql`
    delete from notifications where id in (
      select id from notifications where created_at < now() - interval '120 days' limit 5000)`);
  await db.execute(sql`delete from rate_limits where expire < extract(epoch from now()) * 1000 - 3600000`);
}
