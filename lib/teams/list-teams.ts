import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";

export type TeamView = {
  id: string;
  name: string;
  isSample: boolean;
  /** Its conversations are legal matters. */
  isLegal: boolean;
  agentIds: string[];
  /** Brands whose conversations without a team its members see. */
  brandIds: string[];
};

/** Every team, by name, with its people and brands. */
export async function listTeams(actor: Actor): Promise<TeamView[]> {
  authorize(actor, "team.read");
  const found = await db.execute<TeamView>(sql`
    select t.id, t.name, t.is_sample as "isSample", t.is_legal as "isLegal",
      array(select m.agent_id from team_members m where m.team_id = t.id) as "agentIds",
      array(select b.brand_id from team_brands b where b.team_id = t.id) as "brandIds"
    from teams t order by lower(t.name), t.id limit 1000`);
  return found.rows;
}
