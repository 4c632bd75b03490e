import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";

/** Every tag there is, by name. */
export async function listTags(actor: Actor): Promise<string[]> {
  authorize(actor, "queue.read");
  const found = await db.execute<{ name: string }>(sql`select name from tags order by name limit 2000`);
  return found.rows.map(({ name }) => name);
}
