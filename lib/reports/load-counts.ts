import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tallies } from "@/lib/facts/fact";
import { atOnce } from "./at-once";
import { sumsFor } from "./kept";
import { ofDims, type Scope } from "./scope";
import type { Slice } from "./slice";

export type Counts = {
  received: number;
  asked: number;
  opened: number;
  reopened: number;
  answered: number;
  resolved: number;
  closed: number;
};

export const noCounts: Counts = {
  received: 0,
  asked: 0,
  opened: 0,
  reopened: 0,
  answered: 0,
  resolved: 0,
  closed: 0,
};

const sums = sql.raw(
  `select c.day::text as day, c.hour::int as hour, ${tallies.map((tally) => `sum(c.${tally})::int as ${tally}`).join(", ")}`,
);

/** How often what happened, by day and hour of the house; `until` may lie beyond the slice. */
export const loadCounts = atOnce(
  async (
    scope: Scope,
    slice: Slice,
    until: string,
  ): Promise<Array<Counts & { day: string; hour: number }>> => {
    if (slice.tagId !== null) return ofTag(scope, slice, slice.tagId, until);
    const kept = sumsFor(scope, { slice: { ...slice, to: until }, by: "all" });
    const found = await db.execute<Counts & { day: string; hour: number }>(
      kept === null
        ? sql`${sums} from counts c join dims d on d.id = c.dim_id
          where c.day >= ${slice.from}::date and c.day < ${until}::date and ${ofDims(scope, slice)} group by c.day, c.hour`
        : sql`${sums} from hour_counts c where ${kept} group by c.day, c.hour`,
    );
    return found.rows;
  },
);

/** Nothing is counted ahead by tag, since a tag may come later: its conversations are few enough to be asked. */
async function ofTag(
  scope: Scope,
  slice: Slice,
  tagId: string,
  until: string,
): Promise<Array<Counts & { day: string; hour: number }>> {
  const zone = scope.zone;
  const found = await db.execute<Counts & { day: string; hour: number }>(sql`
    with f as materialized (
      select f.* from conversation_tags g join facts f on f.conversation_id = g.conversation_id join dims d on d.id = f.dim_id
      where g.tag_id = ${tagId}::uuid and ${ofDims(scope, slice)}
    ), said as (
      select m.sent_at as at from (select distinct conversation_id from f) c join messages m on m.conversation_id = c.conversation_id
      where m.kind = 'customer' and m.sent_at >= ${slice.from}::date - 1 and m.sent_at < ${until}::date + 1
    ), happened as (
      select at, 1 as received, 0 as asked, 0 as opened, 0 as reopened, 0 as answered, 0 as resolved, 0 as closed from said
      union all select from_at, 0, 1, 0, 0, 0, 0, 0 from f where kind = 'wait'
      union all select from_at, 0, 0, (cycle = 0)::int, (cycle > 0)::int, 0, 0, 0 from f where kind = 'resolution'
      union all select to_at, 0, 0, 0, 0, (ending <> 'closed')::int, 0, (ending = 'closed')::int from f where kind = 'wait' and to_at is not null
      union all select to_at, 0, 0, 0, 0, 0, 1, 0 from f where kind = 'resolution' and to_at is not null
    ), placed as (select h.*, at at time zone ${zone} as local from happened h)
    select local::date::text as day, extract(hour from local)::int as hour, sum(received)::int as received,
      sum(asked)::int as asked, sum(opened)::int as opened,
      sum(reopened)::int as reopened, sum(answered)::int as answered, sum(resolved)::int as resolved, sum(closed)::int as closed
    from placed where local::date >= ${slice.from}::date and local::date < ${until}::date group by 1, 2`);
  return found.rows;
}
