import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { iso } from "@/lib/conversations/load-rows";

export type ContactReason = {
  id: string;
  /** The theme above it; null for a theme. */
  parentId: string | null;
  /** By language; English stands in for one that is missing. */
  names: { [language: string]: string };
  /** Tags from which it is guessed. */
  tags: string[];
  archivedAt: string | null;
};

/** What customers can have written about, themes in their order, each followed by what is below it. */
export async function listContactReasons(actor: Actor): Promise<ContactReason[]> {
  authorize(actor, "queue.read");
  const found = await db.execute<ContactReason>(sql`
    select r.id, r.parent_id as "parentId", r.names, r.archived_at as "archivedAt",
      coalesce((select jsonb_agg(t.name order by t.name) from contact_reason_tags x join tags t on t.id = x.tag_id where x.reason_id = r.id), '[]') as tags
    from contact_reasons r left join contact_reasons p on p.id = r.parent_id
    order by coalesce(p.position, r.position), coalesce(p.id, r.id), r.parent_id is not null, r.position, r.id limit 1000`);
  return found.rows.map((row) => ({ ...row, archivedAt: iso(row.archivedAt) }));
}
