import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import type { Sort } from "@/lib/conversations/types";

export type SavedView = {
  id: string;
  name: string;
  /** The typed filter, e.g. `is:open tag:refund`. */
  query: string;
  sort: Sort;
  shared: "me" | "team" | "everybody";
  teamId: string | null;
};

/** My own views, those of my teams and everybody's, as I put them in my rail, then by name. */
export async function listViews(actor: Actor): Promise<SavedView[]> {
  authorize(actor, "queue.read");
  const found = await db.execute<SavedView>(sql`
    select v.id, v.name, v.query, v.sort, v.team_id as "teamId",
      case when v.owner_id is not null then 'me' when v.team_id is not null then 'team' else 'everybody' end as shared
    from views v left join view_places p on p.view_id = v.id and p.agent_id = ${actor.id}
    where ${mayUse(actor)} order by p.place nulls last, lower(v.name), v.id limit 500`);
  return found.rows;
}

/** Which views, called `v`, somebody may use. */
export function mayUse(actor: Actor): SQL {
  return sql`(v.owner_id = ${actor.id} or (v.owner_id is null
    and (v.team_id is null or v.team_id = any(${`{${actor.teamIds.join(",")}}`}::uuid[]))))`;
}
