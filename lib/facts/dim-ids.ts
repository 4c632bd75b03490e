import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Dims } from "./fact";

export function dimKey({ brandId, channelId, teamId, agentId }: Dims): string {
  return `${brandId} ${channelId ?? ""} ${teamId ?? ""} ${agentId ?? ""}`;
}

/** The numbers of these combinations, made where they are new; keeps what it finds in `known`. */
export async function dimIds(
  tx: Tx,
  input: { dims: Iterable<Dims>; known: Map<string, number> },
): Promise<Map<string, number>> {
  const { known } = input;
  const missing = new Map<string, Dims>();
  for (const dims of input.dims) {
    const key = dimKey(dims);
    if (!known.has(key)) missing.set(key, dims);
  }
  if (missing.size === 0) return known;
  const rows = [...missing.keys()].sort().map((key) => ({ key, ...plain(missing.get(key)) }));
  const found = await tx.execute<{ key: string; id: number }>(sql`
    with asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(key text, brand_id uuid, channel_id uuid, team_id uuid, agent_id uuid)
    ), made as (
      insert into dims (brand_id, channel_id, team_id, agent_id) select brand_id, channel_id, team_id, agent_id from asked order by key
      on conflict do nothing returning *
    )
    select a.key, d.id from asked a join (select * from dims union all select * from made) d
      on d.brand_id = a.brand_id and d.channel_id is not distinct from a.channel_id
      and d.team_id is not distinct from a.team_id and d.agent_id is not distinct from a.agent_id`);
  for (const { key, id } of found.rows) known.set(key, id);
  return known;
}

/** Every combination there is, by its number. */
export async function allDims(tx: Tx): Promise<Map<number, Dims>> {
  const found = await tx.execute<Dims & { id: number }>(sql`
    select id, brand_id as "brandId", channel_id as "channelId", team_id as "teamId", agent_id as "agentId" from dims`);
  return new Map(found.rows.map(({ id, ...dims }) => [id, dims]));
}

function plain(dims: Dims | undefined) {
  return {
    brand_id: dims?.brandId,
    channel_id: dims?.channelId ?? null,
    team_id: dims?.teamId ?? null,
    agent_id: dims?.agentId ?? null,
  };
}
