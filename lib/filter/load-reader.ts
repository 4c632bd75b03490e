import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import type { Reader } from "./names";

type Row = Pick<Reader, "agents" | "teams" | "brands" | "channels"> & { zone: string | null };

/**
 * What the names in somebody's filter mean: everybody of the house, also those who have left, and the
 * zone in which their days begin.
 */
export async function loadReader(actor: Actor, on: Tx | typeof db = db): Promise<Reader> {
  authorize(actor, "queue.read");
  const named = (table: string) =>
    sql`(select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name)), '[]') from ${sql.raw(table)} n)`;
  const found = await on.execute<Row>(sql`
    select coalesce((select zone from agents where id = ${actor.id}), (select zone from organisation where id = 1)) as zone,
      ${named("agents")} as agents, ${named("teams")} as teams, ${named("brands")} as brands,
      (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name,
                'words', json_build_array(coalesce(h.config ->> 'plays', h.kind)))), '[]')
         from channels h where ${visibleBrand(actor, sql.raw("h.brand_id"))}) as channels`);
  const row = found.rows[0]!;
  return { ...row, zone: row.zone ?? "Europe/Paris", id: actor.id, teamIds: actor.teamIds };
}
