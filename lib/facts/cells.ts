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

/** The seconds of some facts of one day and measure, as PostgreSQL writes lists of numbers. */
type Row = {
  day: string;
  measure: Measure;
  /** One of these is there: of whom they are, of which tag, or of which hour of the house they began in. */
  dimId: number | null;
  tagId: string | null;
  hour: number | null;
  wall: string;
  business: string;
};

/**
 * Makes the cells of these days again from their facts: for each measure, clock and brand, channel, team, agent or tag the
 * seconds of what was answered or resolved, ascending; waits by the hour in which they began as well. Exact, so that the
 * cells of any days joined are exact too. First responses of first cycles only: who comes back makes it look neither
 * slower nor quicker. Cells that are the same stay untouched. The database hands over a list for each combination
 * and not a row for each fact, which would take several times as long to read.
 */
export async function refreshCells(tx: Tx, days: readonly string[]): Promise<void> {
  const list = sql`${`{${[...days].sort().join(",")}}`}::date[]`;
  const lists = sql`array_agg(wall)::text as wall, array_agg(business)::text as business`;
  const found = await tx.execute<Row>(sql`
    with f as materialized (
      select conversation_id, day, dim_id, from_at, wall, business,
        case kind when 'response' then 'first_response' when 'wait' then 'next_response' else kind end as measure
      from facts where day = any(${list}) and to_at is not null and ending is distinct from 'closed' and (kind <> 'response' or cycle = 0)
    ), c as materialized (select distinct conversation_id from f), t as (
      select c.conversation_id, g.tag_id from c join conversation_tags g on g.conversation_id = c.conversation_id
    )
    select day::text as day, measure, dim_id as "dimId", null::text as "tagId", null::int as hour, ${lists}
    from f group by day, measure, dim_id
    union all
    select day::text, measure, null, t.tag_id::text, null, ${lists}
    from f join t on t.conversation_id = f.conversation_id group by day, measure, t.tag_id
    union all
    select day::text, measure, null, null, extract(hour from from_at at time zone ${houseZone})::int as hour, ${lists}
    from f where measure = 'next_response' group by day, measure, 5`);
  await replaceCells(tx, list, gather(found.rows, await allDims(tx)));
}

/** The seconds of one measure, day and brand, channel, team, agent, tag or hour by both clocks, in no order. */
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
  for (const row of rows) {
    const { measure, day } = row;
    const wall = numbers(row.wall);
    // By the hour only the clock on the wall is asked for.
    const business = row.hour === null ? numbers(row.business) : [];
    for (const [by, ofId] of dimensionsOf(row, dims)) {
      const key = `${measure} ${day} ${by} ${ofId}`;
      let one = all.get(key);
      if (one === undefined) {
        one = { measure, day, by, ofId, wall: [], business: [] };
        all.set(key, one);
      }
      for (const seconds of wall) one.wall.push(seconds);
      for (const seconds of business) one.business.push(seconds);
    }
  }
  return [...all.values()];
}

const numbers = (list: string) => list.slice(1, -1).split(",").map(Number);

function dimensionsOf(row: Row, all: ReadonlyMap<number, Dims>): Array<[Cell["by"], string]> {
  if (row.tagId !== null) return [["tag", row.tagId]];
  if (row.hour !== null) return [["hour", idOfHour(row.hour)]];
  const dims = row.dimId === null ? undefined : all.get(row.dimId);
  const list: Array<[Dimension, string]> = [["all", nobody]];
  if (dims) list.push(["brand", dims.brandId]);
  if (dims?.channelId) list.push(["channel", dims.channelId]);
  if (dims?.teamId) list.push(["team", dims.teamId]);
  if (dims?.agentId) list.push(["agent", dims.agentId]);
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
