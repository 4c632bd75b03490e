import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Clock, Dimension, Measure } from "@/db/enums";
import { tableOf } from "@/db/table-of";
import { allDims } from "./dim-ids";
import type { Dims } from "./fact";
import { pack } from "./pack";
import { houseZone } from "./rules-now";

/** The `of_id` of `all`. */
export const nobody = "00000000-0000-0000-0000-000000000000";

/** The `of_id` of `hour`, under which waits are kept by the hour of the house in which they began. */
const idOfHour = (hour: number) => nobody.slice(0, -2) + String(hour).padStart(2, "0");

/** The hour of such an id. */
export const hourOf = (ofId: SQL): SQL => sql`right(${ofId}::text, 2)::int`;

type Row = {
  day: string;
  measure: Measure;
  wall: number;
  business: number;
  /** Of the house, in which it began. */
  hour: number;
  dimId: number;
  /** Of its conversation, as PostgreSQL writes a list. */
  tags: string | null;
};

/**
 * Makes the cells of these days again from their facts: for each measure, clock and brand, channel, team, agent or tag the
 * seconds of what was answered or resolved, ascending; waits by the hour in which they began as well. Exact, so that the
 * cells of any days joined are exact too. First responses of first cycles only: who comes back makes it look neither
 * slower nor quicker. Cells that are the same stay untouched.
 */
export async function refreshCells(tx: Tx, days: readonly string[]): Promise<void> {
  const list = sql`${`{${[...days].sort().join(",")}}`}::date[]`;
  const found = await tx.execute<Row>(sql`
    with f as materialized (
      select conversation_id, day, kind, wall, business, dim_id, from_at from facts
      where day = any(${list}) and to_at is not null and ending is distinct from 'closed' and (kind <> 'response' or cycle = 0)
    ), t as (
      select c.conversation_id, array_agg(c.tag_id order by c.tag_id)::text as tags
      from (select distinct conversation_id from f) one join conversation_tags c on c.conversation_id = one.conversation_id group by 1
    )
    select f.day::text as day, f.wall, f.business, f.dim_id as "dimId", t.tags,
      case f.kind when 'response' then 'first_response' when 'wait' then 'next_response' else f.kind end as measure,
      extract(hour from f.from_at at time zone ${houseZone})::int as hour
    from f left join t on t.conversation_id = f.conversation_id`);
  const cells = gather(found.rows, await allDims(tx));
  await replaceCells(tx, list, cells);
}

/** The seconds of one measure, day and brand, channel, team, agent or tag by both clocks, in the order of the facts. */
type Gathered = {
  measure: Measure;
  by: Cell["by"];
  ofId: string;
  day: string;
  wall: number[];
  business: number[];
};

function gather(rows: readonly Row[], dims: ReadonlyMap<number, Dims>): Gathered[] {
  const all = new Map<string, Gathered>();
  const one = (measure: Measure, day: string, by: Cell["by"], ofId: string): Gathered => {
    const key = `${measure} ${day} ${by} ${ofId}`;
    const known = all.get(key);
    if (known) return known;
    const made = { measure, day, by, ofId, wall: [], business: [] };
    all.set(key, made);
    return made;
  };
  // Many facts of a day go to the same lists: which ones is looked up once for all of them.
  const places = new Map<string, Gathered[]>();
  for (const { measure, day, dimId, tags, wall, business, hour } of rows) {
    const key = `${measure} ${day} ${dimId} ${tags}`;
    let lists = places.get(key);
    if (lists === undefined) {
      lists = dimensionsOf(dims.get(dimId), tags).map(([by, ofId]) => one(measure, day, by, ofId));
      places.set(key, lists);
    }
    for (const each of lists) {
      each.wall.push(wall);
      each.business.push(business);
    }
    if (measure === "next_response") one(measure, day, "hour", idOfHour(hour)).wall.push(wall);
  }
  return [...all.values()];
}

function dimensionsOf(dims: Dims | undefined, tags: string | null): Array<[Dimension, string]> {
  const list: Array<[Dimension, string]> = [["all", nobody]];
  if (dims) list.push(["brand", dims.brandId]);
  if (dims?.channelId) list.push(["channel", dims.channelId]);
  if (dims?.teamId) list.push(["team", dims.teamId]);
  if (dims?.agentId) list.push(["agent", dims.agentId]);
  if (tags !== null) for (const tag of tags.slice(1, -1).split(",")) list.push(["tag", tag]);
  return list;
}

type Cell = {
  measure: Measure;
  clock: Clock;
  by: Dimension | "hour";
  ofId: string;
  day: string;
  seconds: Int32Array;
};

async function replaceCells(tx: Tx, days: SQL, gathered: readonly Gathered[]): Promise<void> {
  const cells: Cell[] = [];
  for (const { wall, business, ...of } of gathered) {
    cells.push({ ...of, clock: "wall", seconds: Int32Array.from(wall).sort() });
    if (business.length > 0)
      cells.push({ ...of, clock: "business", seconds: Int32Array.from(business).sort() });
  }
  const rows = tableOf(cells, {
    measure: ["text", ({ measure }) => measure],
    clock: ["text", ({ clock }) => clock],
    by: ["text", ({ by }) => by],
    of_id: ["uuid", ({ ofId }) => ofId],
    day: ["date", ({ day }) => day],
    n: ["int", ({ seconds }) => seconds.length],
    median: ["int", ({ seconds }) => seconds[Math.ceil(seconds.length * 0.5) - 1]!],
    p90: ["int", ({ seconds }) => seconds[Math.ceil(seconds.length * 0.9) - 1]!],
    seconds: ["bytea", ({ seconds }) => `\\x${pack(seconds).toString("hex")}`],
  });
  await tx.execute(sql`
    with asked as materialized (select * from ${rows}), gone as (
      delete from cells c where c.day = any(${days}) and not exists (select 1 from asked a
        where (a.measure, a.clock, a.by, a.of_id, a.day) = (c.measure, c.clock, c.by, c.of_id, c.day))
    )
    insert into cells (measure, clock, by, of_id, day, n, median, p90, seconds)
    select measure, clock, by, of_id, day, n, median, p90, seconds from asked order by measure, clock, by, of_id, day
    on conflict (measure, clock, by, of_id, day) do update
      set n = excluded.n, median = excluded.median, p90 = excluded.p90, seconds = excluded.seconds
      where cells.seconds <> excluded.seconds`);
}
