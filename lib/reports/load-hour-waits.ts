import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { hourOf } from "@/lib/facts/cells";
import { unpack } from "@/lib/facts/pack";
import { isFresh, isWhole } from "./kept";
import { fromNetwork, onStaleDays } from "./load-pieces";
import { hasEnded } from "./measured";
import { narrowed, onDays, type Scope } from "./scope";
import type { Slice } from "./slice";
import { mondayIs0 } from "./steps";

type Row = { day: string; hour: number; bytes: Buffer; isCell: boolean };

/** How long those waited who began to in each hour of the week, 0 for Monday from midnight on: seconds on the wall, in pieces. */
export async function loadHourWaits(scope: Scope, slice: Slice): Promise<Map<number, Int32Array[]>> {
  const found = await db.execute<Row>(
    isWhole(scope, slice)
      ? sql`
        select c.day::text as day, ${hourOf(sql`c.of_id`)} as hour, c.seconds as bytes, true as "isCell" from cells c
        where c.measure = 'next_response' and c.clock = 'wall' and c.by = 'hour'
          and c.day >= ${slice.from}::date and c.day < ${slice.to}::date and ${isFresh}
        union all ${fromFacts(scope, slice, onStaleDays(slice))}`
      : fromFacts(scope, slice, onDays(slice)),
  );
  const hours = new Map<number, Int32Array[]>();
  for (const { day, hour, bytes, isCell } of found.rows) {
    const at = mondayIs0(day) * 24 + hour;
    const pieces = hours.get(at) ?? [];
    hours.set(at, pieces);
    pieces.push(isCell ? unpack(bytes) : fromNetwork(bytes));
  }
  return hours;
}

function fromFacts(scope: Scope, slice: Slice, days: SQL): SQL {
  return sql`
    select day::text as day, hour, string_agg(int4send(wall), '') as bytes, false as "isCell"
    from (select f.day, extract(hour from f.from_at at time zone ${scope.zone})::int as hour, f.wall
      from facts f join dims d on d.id = f.dim_id
      where f.kind = 'wait' and ${hasEnded} and ${days} and ${narrowed(scope, slice)}) told
    group by 1, 2`;
}
