import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { nobody } from "./cells";
import { tallies } from "./fact";
import type { CountRow } from "./store";

/** Adds what is counted more or less to the sums of everything and of each brand, channel, team and agent. */
export async function addHours(tx: Tx, rows: readonly CountRow[]): Promise<void> {
  if (rows.length > 0)
    await addFrom(tx, sql`jsonb_populate_recordset(null::counts, ${JSON.stringify(rows)}::jsonb)`);
}

/** Makes all of these sums again from the counts. */
export async function sumHours(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from hour_counts`);
  await addFrom(tx, sql`counts`);
}

async function addFrom(tx: Tx, counts: SQL): Promise<void> {
  const names = sql.raw(tallies.join(", "));
  const sums = sql.raw(tallies.map((tally) => `sum(n.${tally})`).join(", "));
  const more = sql.raw(
    tallies.map((tally) => `${tally} = hour_counts.${tally} + excluded.${tally}`).join(", "),
  );
  await tx.execute(sql`
    insert into hour_counts (by, of_id, day, hour, ${names})
    select k.by, k.id, n.day, n.hour, ${sums} from ${counts} n join dims d on d.id = n.dim_id ${countedUnder}
    where k.id is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (by, of_id, day, hour) do update set ${more}`);
}

/** Of `dims d`: everything that it is counted under, as `k`. */
export const countedUnder: SQL =
  sql.raw(`cross join lateral (values ('all', '${nobody}'::uuid), ('brand', d.brand_id),
  ('channel', d.channel_id), ('team', d.team_id), ('agent', d.agent_id)) k(by, id)`);
