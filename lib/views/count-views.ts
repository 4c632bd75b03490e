import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { type Narrowed, readFilter } from "@/lib/conversations/list-queue";
import { saidSql } from "@/lib/conversations/search";
import { loadReader } from "@/lib/filter/load-reader";
import { statusesOf } from "@/lib/filter/match";
import { toSql } from "@/lib/filter/to-sql";
import { listViews } from "./list-views";

/**
 * How many conversations each of my saved views has, by its id; those that look into history are not counted. Asked
 * when a desk opens; from then on browsers move the counts by what changed, see app/_live/view-counts.ts.
 */
export async function countSavedViews(actor: Actor): Promise<{ [viewId: string]: number }> {
  authorize(actor, "queue.read");
  const views = await listViews(actor);
  if (views.length === 0) return {};
  const reader = await loadReader(actor);
  const read = await Promise.all(
    views.map(async (view) => ({ id: view.id, ...(await readFilter(actor, view.query, db, reader)) })),
  );
  const counted = read.filter(({ filter }) => isOfWork(filter));
  if (counted.length === 0) return {};
  const columns = counted.map(
    (
      view,
    ) => sql`count(*) filter (where ${statusOf(view)} and ${toSql(view.filter, view.reader, view.now, "queue")}
      and ${view.sought ? saidSql(view.sought, view.now) : sql`true`})::int`,
  );
  const found = await db.execute<{ counts: number[] }>(sql`
    select array[${sql.join(columns, sql`, `)}] as counts from queue q where ${visible(actor, columnsOf("q"))}`);
  const counts = found.rows[0]?.counts ?? [];
  return Object.fromEntries(counted.map((view, at) => [view.id, counts[at] ?? 0]));
}

/** A view that says no status is one of what is open. */
function statusOf({ filter }: Narrowed) {
  return statusesOf(filter) === null ? sql`q.status = 'open'` : sql`true`;
}

/** What stands in the list of work. */
export function isOfWork(filter: Narrowed["filter"]): boolean {
  return !(statusesOf(filter) ?? []).some((status) => status === "resolved" || status === "spam");
}
