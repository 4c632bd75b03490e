import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "./cells";
import { tallies } from "./fact";

/** Adds what is counted more or less to the sums of everything and of each brand, channel, team and agent. */
export async function addHours(tx: Tx, rows: SQL): Promise<void> {
  const names = sql.raw(tallies.join(", "));
  const sums = sql.raw(tallies.map((tally) => `sum(n.${tally})`).join(", "));
  const more = sql.raw(
    tallies.map((tally) => `${tally} = hour_counts.${tally} + excluded.${tally}`).join(", "),
  );
  // One pass over the rows for all five: taking each row five times is several times slower over a million of them.
  await tx.execute(sql`
    insert into hour_counts (by, of_id, day, hour, ${names})
    select case when grouping(d.brand_id) = 0 then 'brand' when grouping(d.channel_id) = 0 then 'channel'
        when grouping(d.team_id) = 0 then 'team' when grouping(d.agent_id) = 0 then 'agent' else 'all' end,
      coalesce(d.brand_id, d.channel_id, d.team_id, d.agent_id, ${nobody}::uuid), n.day, n.hour, ${sums}
    from (select * from ${rows}) n join dims d on d.id = n.dim_id
    group by n.day, n.hour, grouping sets ((), (d.brand_id), (d.channel_id), (d.team_id), (d.agent_id))
    having (grouping(d.channel_id) = 1 or d.channel_id is not null) and (grouping(d.team_id) = 1 or d.team_id is not null)
      and (grouping(d.agent_id) = 1 or d.agent_id is not null)
    order by 1, 2, 3, 4
    on conflict (by, of_id, day, hour) do update set ${more}`);
}

/** Makes all of these sums again from the counts. */
export async function sumHours(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from hour_counts`);
  await addHours(tx, sql`counts`);
}

/** Of `dims d`: everything that it is counted under, as `k`. */
export const countedUnder: SQL =
  sql.raw(`cross join lateral (values ('all', '${nobody}'::uuid), ('brand', d.brand_id),
  ('channel', d.channel_id), ('team', d.team_id), ('agent', d.agent_id)) k(by, id)`);
