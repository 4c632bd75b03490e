import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { runNamed } from "@/db/named";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fromCursor, toCursor } from "@/lib/cursor";
import { loadReader } from "@/lib/filter/load-reader";
import { statusesOf } from "@/lib/filter/match";
import type { Reader } from "@/lib/filter/names";
import { parseFilter } from "@/lib/filter/parse";
import { idOf, type On, toSql } from "@/lib/filter/to-sql";
import type { Filter } from "@/lib/filter/types";
import { headSql, type Place, toSeq } from "@/lib/live/tail";
import { iso, type LoadedRow, rowFields, rowJoins, toRow } from "./load-rows";
import { findHits, mayOfHistory, rowsOf, saidSql, searchCursor, snippetsOf } from "./search";
import { type Sought, seek } from "./search-words";
import type { Counts, ListedRow, QueuePage, QueueRow, Sort, ViewName } from "./types";

/** The order of the queue, once: index, page, *Take next* and cursor all speak of these columns. */
export const byRank = ["q.lane", "q.rank", "q.since_at", "q.conversation_id"];
const byAge = ["q.since_at", "q.conversation_id"];

type Shape = { from: On; where: SQL; order: string[]; way: "asc" | "desc" };

/** A filter, read, with what its names mean to whoever asks. */
export type Narrowed = { filter: Filter; reader: Reader; sought: Sought | null; now: number };

/**
 * One page of a view, by keyset: the cursor is the sort key of the last row, so that page 1,000 costs what page 1
 * does. `q` narrows it, see lib/filter; a status in it takes the place of the view's own. Words in a view of history
 * are a search: the newest hit first, with the words around it. `seq` is where the stream of changes stood before the
 * page was read.
 */
export async function listQueue(
  actor: Actor,
  input: { view: ViewName; sort: Sort; q?: string; cursor: string | null; limit: number },
  on: Tx | typeof db = db,
): Promise<QueuePage> {
  authorize(actor, "queue.read");
  const narrowed = input.q ? await readFilter(actor, input.q, on) : null;
  const shape = shapeOf(actor, input.view, input.sort, narrowed);
  if (narrowed?.sought && shape.from === "conversations")
    return searchPage(actor, input, shape, narrowed, on);
  const order = sql.raw(shape.order.map((o) => `${o} ${shape.way} nulls last`).join(", "));
  const key = sql.raw(shape.order.map((o) => `${o}::text`).join(", "));
  const from = shape.from === "queue" ? sql`queue q` : sql`conversations q`;
  const id = sql.raw(shape.from === "queue" ? "q.conversation_id" : "q.id");
  // As a literal: a plan for any limit expects a tenth of the table, and sorts it.
  const most = sql.raw(String(Math.trunc(input.limit) + 1));
  // The place in the stream comes with the page, of one snapshot: whatever is not in the page follows after it.
  const statement = sql`
    with head as materialized (${headSql}), page as (
      select ${id} as id, row_number() over () as place, json_build_array(${key}) as key
      from (select q.* from ${from}
            where ${shape.where} and ${after(shape, input.cursor)} order by ${order} limit ${most}) q
    )
    select ${rowFields}, r.read_at as "readAt", page.key, to_json(head) as head
    from head left join (
      page join conversations c on c.id = page.id ${rowJoins}
      left join conversation_reads r on r.conversation_id = c.id and r.agent_id = ${actor.id}
    ) on true
    order by page.place`;
  type Found = (LoadedRow | { id: null }) & Extra;
  const found =
    narrowed === null && on === db
      ? await runNamed<Found>(statement)
      : (await on.execute<Found>(statement)).rows;
  const rows = found.flatMap((row) => (row.id === null ? [] : [row]));
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  const hits = shown.map((row) => ({ id: row.id, messageId: null }));
  return {
    items: shown.map((r): ListedRow => ({ ...toRow(r), readAt: iso(r.readAt) })),
    next: rows.length > input.limit && last ? toCursor(last.key) : null,
    seq: toSeq(found[0]?.head ?? { epoch: 1, xid: "0", id: 0 }),
    ...(narrowed?.sought ? { snippets: await snippetsOf(narrowed.sought, hits, on) } : {}),
  };
}

/** What a filter means to somebody, and the words in it made ready for the indexes. */
export async function readFilter(
  actor: Actor,
  q: string,
  on: Tx | typeof db = db,
  known: Reader | null = null,
): Promise<Narrowed> {
  const { terms, text } = parseFilter(q);
  // One after the other, here and below: `on` may be a transaction, whose connection takes one question at a time.
  const reader = known ?? (await loadReader(actor, on));
  const sought = text.length > 0 ? await seek(text, on) : null;
  return { filter: { terms, text }, reader, sought, now: Date.now() };
}

/** The ids of everything that a view and a filter find, up to `limit`, in the view's order. */
export async function findIds(
  actor: Actor,
  input: { view: ViewName; sort: Sort; q: string; limit: number },
): Promise<string[]> {
  authorize(actor, "queue.read");
  const narrowed = await readFilter(actor, input.q);
  const shape = shapeOf(actor, input.view, input.sort, narrowed);
  if (narrowed.sought && shape.from === "conversations") {
    const { hits } = await findHits(narrowed.sought, {
      where: shape.where,
      cursor: null,
      limit: input.limit,
    });
    return hits.map(({ id }) => id);
  }
  const found = await db.execute<{ id: string }>(sql`
    select ${idOf(shape.from)} as id from ${sql.raw(shape.from)} q where ${shape.where}
    order by ${sql.raw(shape.order.map((o) => `${o} ${shape.way} nulls last`).join(", "))} limit ${input.limit}`);
  return found.rows.map(({ id }) => id);
}

async function searchPage(
  actor: Actor,
  input: { cursor: string | null; limit: number },
  shape: Shape,
  { sought }: Narrowed,
  on: Tx | typeof db,
): Promise<QueuePage> {
  const seq = toSeq((await on.execute<Place>(headSql)).rows[0] ?? { epoch: 1, xid: "0", id: 0 });
  if (!sought) return { items: [], next: null, seq };
  const cursor = input.cursor === null ? null : searchCursor(input.cursor);
  const { hits, isWhole } = await findHits(sought, { where: shape.where, cursor, limit: input.limit }, on);
  const items = await rowsOf(actor, hits, on);
  const snippets = await snippetsOf(sought, hits, on);
  const last = hits.at(-1);
  return { items, snippets, next: isWhole || !last ? null : toCursor([last.at, last.id]), seq };
}

type Extra = { readAt: string | null; key: string[]; head: Place };

/** The statement behind the default view, for the test that reads its plan. */
export function defaultPage(actor: Actor, limit: number): SQL {
  const shape = shapeOf(actor, "queue", "left", null);
  return sql`select q.conversation_id from queue q where ${shape.where} and ${after(shape, null)}
    order by ${sql.raw(shape.order.join(", "))} limit ${limit}`;
}

export async function countViews(actor: Actor): Promise<Counts> {
  authorize(actor, "queue.read");
  const teams = `{${actor.teamIds.join(",")}}`;
  const found = await runNamed<Counts>(sql`
    select count(*) filter (where q.status = 'open')::int as queue,
      count(*) filter (where q.status = 'open' and q.assignee_id = ${actor.id})::int as mine,
      count(*) filter (where q.status = 'open' and q.team_id = any(${teams}::uuid[]))::int as team,
      count(*) filter (where q.status = 'waiting')::int as waiting,
      count(*) filter (where q.status = 'snoozed')::int as snoozed
    from queue q where ${visible(actor, columnsOf("q"))}`);
  return found[0]!;
}

type Status = QueueRow["status"];

const ownStatuses: Record<ViewName, Status[]> = {
  queue: ["open"],
  mine: ["open"],
  team: ["open"],
  waiting: ["waiting"],
  snoozed: ["snoozed"],
  resolved: ["resolved"],
  spam: ["spam"],
  all: ["open", "waiting", "snoozed", "resolved"],
};

/** Where a view is read and in which order; a status in the filter takes the place of the view's own. */
function shapeOf(actor: Actor, view: ViewName, sort: Sort, narrowed: Narrowed | null): Shape {
  const asked = narrowed && statusesOf(narrowed.filter);
  const statuses = asked ?? ownStatuses[view];
  const inHistory = view === "all" || statuses.some((status) => status === "resolved" || status === "spam");
  const from: On = inHistory ? "conversations" : "queue";
  const isOf =
    view === "mine"
      ? sql`q.assignee_id = ${actor.id}`
      : view === "team"
        ? sql`q.team_id = any(${`{${actor.teamIds.join(",")}}`}::uuid[])`
        : sql`true`;
  const terms = narrowed ? toSql(narrowed.filter, narrowed.reader, narrowed.now, from) : sql`true`;
  const words = narrowed?.sought && !inHistory ? saidSql(narrowed.sought, narrowed.now) : sql`true`;
  const may = inHistory ? mayOfHistory(actor) : visible(actor, columnsOf("q"));
  return {
    from,
    where: sql`${statusSql(statuses, from)} and ${isOf} and ${terms} and ${words} and ${may}`,
    ...orderOf(statuses, sort, inHistory),
  };
}

function orderOf(statuses: Status[], sort: Sort, inHistory: boolean): Pick<Shape, "order" | "way"> {
  const only = statuses.length === 1 ? statuses[0] : null;
  if (inHistory)
    return only === "resolved"
      ? { order: ["q.resolved_at", "q.id"], way: "desc" }
      : { order: ["q.last_message_at", "q.id"], way: "desc" };
  if (only === "snoozed") return { order: ["q.snoozed_until", "q.conversation_id"], way: "asc" };
  if (only === "waiting") return { order: byAge, way: "asc" };
  return { order: sort === "left" ? byRank : byAge, way: "asc" };
}

/** Spelled out, not as values: the indexes of one status are found by it. */
function statusSql(statuses: Status[], from: On): SQL {
  const merged = from === "conversations" ? " and q.merged_into_id is null" : "";
  if (statuses.length === 0) return sql`false`;
  if (statuses.length === 1) return sql.raw(`q.status = '${statuses[0]}'${merged}`);
  return sql.raw(`q.status in (${statuses.map((status) => `'${status}'`).join(", ")})${merged}`);
}

const types: Record<string, "smallint" | "real" | "timestamptz" | "uuid"> = {
  "q.lane": "smallint",
  "q.rank": "real",
  "q.since_at": "timestamptz",
  "q.snoozed_until": "timestamptz",
  "q.resolved_at": "timestamptz",
  "q.last_message_at": "timestamptz",
  "q.conversation_id": "uuid",
  "q.id": "uuid",
};

const lowest: Record<string, string> = {
  smallint: "-32768",
  real: "-infinity",
  timestamptz: "-infinity",
  uuid: "00000000-0000-0000-0000-000000000000",
};
const highest: Record<string, string> = {
  smallint: "32767",
  real: "infinity",
  timestamptz: "infinity",
  uuid: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** The keyset condition, also on the first page: without one the planner sorts instead of walking the index. */
function after(shape: Shape, cursor: string | null): SQL {
  const kinds = shape.order.map((column) => types[column]!);
  const marks = kinds.map((kind) => (kind === "timestamptz" ? "moment" : kind));
  const start = shape.way === "asc" ? lowest : highest;
  const key = cursor === null ? kinds.map((kind) => start[kind]!) : fromCursor(cursor, marks);
  const values = sql.join(
    key.map((value, i) => sql`${value}::${sql.raw(kinds[i]!)}`),
    sql`, `,
  );
  return sql`(${sql.raw(shape.order.join(", "))}) ${sql.raw(shape.way === "asc" ? ">" : "<")} (${values})`;
}
