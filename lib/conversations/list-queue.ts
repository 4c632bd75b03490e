import { type SQL, sql } from "drizzle-orm";
import { runNamed } from "@/db/named";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { headSql, type Place, toSeq } from "@/lib/live/tail";
import { iso, type LoadedRow, rowFields, rowJoins, toRow } from "./load-rows";
import type { Counts, ListedRow, QueuePage, Sort, ViewName } from "./types";

/** The order of the queue, once: index, page and cursor all speak of these columns. */
const byDue = ["q.pin", "q.due_at", "q.since_at", "q.conversation_id"];
const byAge = ["q.since_at", "q.conversation_id"];

type Shape = { from: "queue" | "conversations"; where: SQL; order: string[]; way: "asc" | "desc" };

/**
 * One page of a view, by keyset: the cursor is the sort key of the last row, so that page 1,000 costs what page 1
 * does. `seq` is where the stream of changes stood before the page was read.
 */
export async function listQueue(
  actor: Actor,
  input: { view: ViewName; sort: Sort; cursor: string | null; limit: number },
): Promise<QueuePage> {
  authorize(actor, "queue.read");
  const shape = shapeOf(actor, input.view, input.sort);
  const order = sql.raw(shape.order.map((o) => `${o} ${shape.way}`).join(", "));
  const key = sql.raw(shape.order.map((o) => `${o}::text`).join(", "));
  const from = shape.from === "queue" ? sql`queue q` : sql`conversations q`;
  const id = sql.raw(shape.from === "queue" ? "q.conversation_id" : "q.id");
  // As a literal: a plan for any limit expects a tenth of the table, and sorts it.
  const most = sql.raw(String(Math.trunc(input.limit) + 1));
  // The place in the stream comes with the page, of one snapshot: whatever is not in the page follows after it.
  const found = await runNamed<(LoadedRow | { id: null }) & Extra>(sql`
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
    order by page.place`);
  const rows = found.flatMap((row) => (row.id === null ? [] : [row]));
  const shown = rows.slice(0, input.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((r): ListedRow => ({ ...toRow(r), readAt: iso(r.readAt) })),
    next: rows.length > input.limit && last ? toCursor(last.key) : null,
    seq: toSeq(found[0]?.head ?? { epoch: 1, xid: "0", id: 0 }),
  };
}

type Extra = { readAt: string | null; key: string[]; head: Place };

/** The statement behind the default view, for the test that reads its plan. */
export function defaultPage(actor: Actor, limit: number): SQL {
  const shape = shapeOf(actor, "queue", "due");
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

function shapeOf(actor: Actor, view: ViewName, sort: Sort): Shape {
  const mayOfQueue = visible(actor, columnsOf("q"));
  const mayOfHistory = visible(actor, { ...columnsOf("q"), conversationId: sql.raw("q.id") });
  const order = sort === "due" ? byDue : byAge;
  const open = (more: SQL): Shape => ({
    from: "queue",
    where: sql`q.status = 'open' and ${more} and ${mayOfQueue}`,
    order,
    way: "asc",
  });
  switch (view) {
    case "queue":
      return open(sql`true`);
    case "mine":
      return open(sql`q.assignee_id = ${actor.id}`);
    case "team":
      return open(sql`q.team_id = any(${`{${actor.teamIds.join(",")}}`}::uuid[])`);
    case "waiting":
      return { from: "queue", where: sql`q.status = 'waiting' and ${mayOfQueue}`, order: byAge, way: "asc" };
    case "snoozed":
      return {
        from: "queue",
        where: sql`q.status = 'snoozed' and ${mayOfQueue}`,
        order: ["q.snoozed_until", "q.conversation_id"],
        way: "asc",
      };
    case "resolved":
      return {
        from: "conversations",
        where: sql`q.status = 'resolved' and ${mayOfHistory}`,
        order: ["q.resolved_at", "q.id"],
        way: "desc",
      };
    case "spam":
      return {
        from: "conversations",
        where: sql`q.status = 'spam' and ${mayOfHistory}`,
        order: ["q.last_message_at", "q.id"],
        way: "desc",
      };
  }
}

const types: Record<string, string> = {
  "q.pin": "smallint",
  "q.due_at": "timestamptz",
  "q.since_at": "timestamptz",
  "q.snoozed_until": "timestamptz",
  "q.resolved_at": "timestamptz",
  "q.last_message_at": "timestamptz",
  "q.conversation_id": "uuid",
  "q.id": "uuid",
};

const lowest: Record<string, string> = {
  smallint: "-32768",
  timestamptz: "-infinity",
  uuid: "00000000-0000-0000-0000-000000000000",
};
const highest: Record<string, string> = {
  smallint: "32767",
  timestamptz: "infinity",
  uuid: "ffffffff-ffff-ffff-ffff-ffffffffffff",
};

/** The keyset condition, also on the first page: without one the planner sorts instead of walking the index. */
function after(shape: Shape, cursor: string | null): SQL {
  const kinds = shape.order.map((column) => types[column]!);
  const start = shape.way === "asc" ? lowest : highest;
  const key = cursor === null ? kinds.map((kind) => start[kind]!) : fromCursor(cursor, kinds.length);
  const values = sql.join(
    key.map((value, i) => sql`${value}::${sql.raw(kinds[i]!)}`),
    sql`, `,
  );
  return sql`(${sql.raw(shape.order.join(", "))}) ${sql.raw(shape.way === "asc" ? ">" : "<")} (${values})`;
}

function toCursor(key: string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

function fromCursor(cursor: string, length: number): string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(key) && key.length === length && key.every((part) => typeof part === "string"))
      return key;
  } catch {
    // Falls through to the same sentence.
  }
  return fail("invalid", "cursor");
}
