import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { AfterResolve, Density, Theme } from "@/db/enums";
import { type Actor, authorize, can, visibleBrand } from "@/lib/access";
import { mayUse, type SavedView } from "@/lib/views/list-views";

export type DeskRead = {
  /** IANA name; the hours of the desk are said in it. */
  zone: string;
  organisation: string | null;
  hasKeys: boolean;
  ownKeys: { [action: string]: string[] };
  density: Density;
  afterResolve: AfterResolve;
  theme: Theme;
  agents: Array<{ id: string; name: string }>;
  teams: Array<{ id: string; name: string }>;
  channels: Array<{ id: string; kind: string; name: string; failingSince: string | null; paused: boolean }>;
  views: SavedView[];
  brands: Array<{ id: string; name: string }>;
  /** Names by id, for the lines that say who put which on. */
  tags: { [id: string]: string };
  sample: "none" | "shown" | "removable";
};

type Mine = "theme" | "density" | "afterResolve" | "ownKeys";
type Row = Omit<DeskRead, "sample" | "zone" | Mine> & {
  zone: string | null;
  theme: Theme | null;
  density: Density | null;
  afterResolve: AfterResolve | null;
  ownKeys: DeskRead["ownKeys"] | null;
  hasSample: boolean;
};

/** What stands around the list of work: who else is here, which channels, which views. One statement. */
export async function readDesk(actor: Actor): Promise<DeskRead> {
  authorize(actor, "queue.read");
  const result = await db.execute<Row>(sql`
    select coalesce(a.zone, o.zone) as zone, o.name as organisation, a.theme, a.density,
      a.after_resolve as "afterResolve", a.own_keys as "ownKeys", coalesce(a.keys_off_at is null, true) as "hasKeys",
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by lower(p.name), p.id), '[]')
         from agents p where p.deactivated_at is null and p.role <> 'observer') as agents,
      (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by lower(t.name), t.id), '[]')
         from teams t) as teams,
      (select coalesce(json_agg(json_build_object(
                'id', h.id, 'kind', coalesce(h.config ->> 'plays', h.kind), 'name', h.name,
                'failingSince', h.failing_since, 'paused', h.paused_at is not null) order by h.created_at, h.id), '[]')
         from channels h where ${visibleBrand(actor, sql.raw("h.brand_id"))} and coalesce(h.config ->> 'plays', '') <> 'customers') as channels,
      (select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'query', v.query, 'sort', v.sort,
                'teamId', v.team_id, 'shared', case when v.owner_id is not null then 'me' when v.team_id is not null then 'team'
                else 'everybody' end) order by p.place nulls last, lower(v.name), v.id), '[]')
         from views v left join view_places p on p.view_id = v.id and p.agent_id = ${actor.id}::uuid
         where ${mayUse(actor)}) as views,
      (select coalesce(json_agg(json_build_object('id', b.id, 'name', b.name) order by lower(b.name)), '[]')
         from brands b where ${visibleBrand(actor, sql.raw("b.id"))}) as brands,
      (select coalesce(json_object_agg(t.id, t.name), '{}')
         from (select id, name from tags order by created_at desc limit 500) t) as tags,
      exists (select 1 from brands b where b.is_sample) as "hasSample"
    from (select 1) one left join organisation o on o.id = 1 left join agents a on a.id = ${actor.id}::uuid`);
  const { hasSample, ...row } = result.rows[0]!;
  return {
    ...row,
    zone: row.zone ?? "Europe/Paris",
    theme: row.theme ?? "auto",
    density: row.density ?? "comfortable",
    afterResolve: row.afterResolve ?? "next",
    ownKeys: row.ownKeys ?? {},
    sample: hasSample ? (can(actor, "sample.remove") ? "removable" : "shown") : "none",
  };
}
