import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Clock, Dimension, FactKind, Measure } from "@/db/enums";
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
  kind: FactKind;
  cycle: number;
  brand: string;
  channel: string | null;
  team: string | null;
  agent: string | null;
  tags: string[] | null;
  hour: number;
  wall: number;
  business: number;
};

/**
 * Makes the cells of these days again from their facts: for each measure, clock and brand, channel, team, agent or tag the
 * seconds of what was answered or resolved, ascending; waits by the hour in which they began as well. Exact, so that the cells of any days joined are exact too.
 */
export async function refreshCells(tx: Tx, days: readonly string[]): Promise<void> {
  const list = sql`${`{${[...days].sort().join(",")}}`}::date[]`;
  const found = await tx.execute<Row>(sql`
    select f.day::text as day, f.kind, f.cycle, f.wall, f.business, extract(hour from f.from_at at time zone ${houseZone})::int as hour, d.brand_id as brand, d.channel_id as channel, d.team_id as team,
      d.agent_id as agent, (select array_agg(t.tag_id::text) from conversation_tags t where t.conversation_id = f.conversation_id) as tags
    from facts f join dims d on d.id = f.dim_id
    where f.day = any(${list}) and f.to_at is not null and f.ending is distinct from 'closed'`);
  const cells = new Map<string, Cell>();
  for (const row of found.rows) addTo(cells, row);
  await tx.execute(sql`delete from cells where day = any(${list})`);
  const rows = [...cells.keys()].sort().map((key) => cellRow(cells.get(key)));
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into cells (measure, clock, by, of_id, day, n, median, p90, seconds)
    select measure, clock, by, of_id, day, n, median, p90, decode(hex, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(measure text, clock text, by text, of_id uuid, day date, n int, median int, p90 int, hex text)`);
}

type Cell = {
  measure: Measure;
  clock: Clock;
  by: Dimension | "hour";
  ofId: string;
  day: string;
  seconds: number[];
};

function addTo(cells: Map<string, Cell>, row: Row): void {
  const measure = measureOf(row);
  if (measure === null) return;
  const { day } = row;
  for (const [by, ofId] of dimensionsOf(row))
    for (const clock of ["business", "wall"] as const)
      put(cells, { measure, clock, by, ofId, day, seconds: [row[clock]] });
  if (row.kind === "wait")
    put(cells, { measure, clock: "wall", by: "hour", ofId: idOfHour(row.hour), day, seconds: [row.wall] });
}

function put(cells: Map<string, Cell>, one: Cell): void {
  const key = `${one.measure} ${one.clock} ${one.by} ${one.ofId} ${one.day}`;
  const cell = cells.get(key);
  if (cell) cell.seconds.push(...one.seconds);
  else cells.set(key, one);
}

/** First responses of first cycles only: who comes back makes it look neither slower nor quicker. */
function measureOf({ kind, cycle }: Row): Measure | null {
  switch (kind) {
    case "response":
      return cycle === 0 ? "first_response" : null;
    case "wait":
      return "next_response";
    case "resolution":
      return "resolution";
    case "handling":
      return "handling";
  }
}

function dimensionsOf(row: Row): Array<[Dimension, string]> {
  const list: Array<[Dimension, string]> = [
    ["all", nobody],
    ["brand", row.brand],
  ];
  if (row.channel) list.push(["channel", row.channel]);
  if (row.team) list.push(["team", row.team]);
  if (row.agent) list.push(["agent", row.agent]);
  for (const tag of row.tags ?? []) list.push(["tag", tag]);
  return list;
}

function cellRow(cell: Cell | undefined) {
  if (!cell) return null;
  const seconds = Int32Array.from(cell.seconds).sort();
  const { measure, clock, by, ofId, day } = cell;
  return {
    measure,
    clock,
    by,
    of_id: ofId,
    day,
    n: seconds.length,
    median: seconds[Math.ceil(seconds.length * 0.5) - 1],
    p90: seconds[Math.ceil(seconds.length * 0.9) - 1],
    hex: pack(seconds).toString("hex"),
  };
}
