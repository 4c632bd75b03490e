import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { FactKind } from "@/db/enums";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { localDay } from "@/lib/clock/zone";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { durations } from "@/lib/facts/durations";
import { rulesNow } from "@/lib/targets/rules";
import { countBehind } from "./count-behind";
import { factsOf } from "./facts-of";
import { type Figure, hasOwnDays, isByEnd, isGoingOn, isNearOrLong, isOldestFirst } from "./figure";
import { type Scope, scopeOf } from "./scope";
import type { BehindRow, Slice } from "./slice";
import { addDays } from "./steps";
import { isWorkable } from "./workable";

const pageSize = 50;

/** A conversation's first response and first wait may begin together: its kind tells them apart. */
export const behindCursor = ["moment", "uuid", "smallint", "word"] as const;

export type Behind = {
  rows: BehindRow[];
  next: string | null;
  /** How many the figure counts; of these so many are not mine to see. */
  n: number;
  hidden: number;
};

type Row = Omit<BehindRow, "wall" | "business"> & {
  ordinal: number;
  kind: FactKind;
  wall: number | null;
  business: number | null;
  brandId: string;
  teamId: string | null;
};

/** The conversations behind a figure, exactly those that it counts: the newest first, but what waits from its oldest. */
export async function readBehind(
  actor: Actor,
  input: { figure: Figure; slice: Slice; cursor: string | null },
): Promise<Behind> {
  const scope = await scopeOf(actor, input.slice);
  const [counted, page] = await Promise.all([
    countBehind(actor, input),
    pageOf(actor, { ...input, limit: pageSize }, scope),
  ]);
  return { ...page, ...counted };
}

/** The same without how many there are, for whoever reads all of them: so many rows at once. */
export async function readBehindRows(
  actor: Actor,
  input: { figure: Figure; slice: Slice; cursor: string | null; limit: number },
): Promise<Pick<Behind, "rows" | "next">> {
  return pageOf(actor, input, await scopeOf(actor, input.slice));
}

async function pageOf(
  actor: Actor,
  input: { figure: Figure; slice: Slice; cursor: string | null; limit: number },
  scope: Scope,
): Promise<Pick<Behind, "rows" | "next">> {
  const now = new Date();
  const rows: Row[] = [];
  for (const days of windowsOf(input, scope)) {
    const found = await loadRows(actor, { ...input, limit: input.limit + 1 - rows.length, days }, scope);
    rows.push(...found);
    if (rows.length > input.limit) break;
  }
  const page = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? page.at(-1) : undefined;
  const rules = { zone: scope.zone, now: now.getTime(), opening: await rulesNow() };
  return {
    rows: page.map(({ ordinal: _ordinal, kind: _kind, brandId, teamId, wall, business, ...row }) => {
      const soFar = durations(rules, { brandId, teamId, from: Date.parse(row.fromAt), to: now.getTime() });
      return {
        ...row,
        fromAt: isoText(row.fromAt),
        toAt: iso(row.toAt),
        dueAt: iso(row.dueAt),
        wall: wall ?? soFar.wall,
        business: business ?? soFar.business,
      };
    }),
    next: last
      ? toCursor([isoText(last.fromAt), last.conversationId, String(last.ordinal), last.kind])
      : null,
  };
}

/** How many days are looked at for a page, before it is looked further back. */
const looks = [2, 14, 90] as const;

/**
 * Days from the newest on in which a page is looked for, one after the other. The database cannot know how often a figure
 * is met by a fact: asked for all days at once it may read a year of them for one page.
 */
function windowsOf(
  { figure, slice, cursor }: { figure: Figure; slice: Slice; cursor: string | null },
  scope: Scope,
): SQL[] {
  if (isOldestFirst(figure)) return [sql`true`];
  const [at] = cursor === null ? [] : fromCursor(cursor, behindCursor);
  const newest = [
    slice.to,
    addDays(localDay(scope.zone, at === undefined ? Date.now() : Date.parse(at)), 1),
  ].sort()[0]!;
  const begins = looks
    .map((days) => addDays(newest, -days))
    .filter((day) => isWorkable(day) && (day > slice.from || hasOwnDays(figure) || isByEnd(figure)));
  const rest = isByEnd(figure) ? isNearOrLong(slice.from) : sql`true`;
  return [...begins, null].map((begin, place) => {
    const end = begins[place - 1];
    return sql`${begin === null ? rest : sql`f.day >= ${begin}::date`} and ${end === undefined ? sql`true` : sql`f.day < ${end}::date`}`;
  });
}

async function loadRows(
  actor: Actor,
  input: { figure: Figure; slice: Slice; cursor: string | null; limit: number; days: SQL },
  scope: Scope,
): Promise<Row[]> {
  const isOldest = isOldestFirst(input.figure);
  const way = sql.raw(isOldest ? "asc" : "desc");
  const sign = sql.raw(isOldest ? ">" : "<");
  const [at, id, ordinal, kind] = input.cursor === null ? [] : fromCursor(input.cursor, behindCursor);
  // What goes on has an index by its moment, all facts have one by their day: so reading ends where the page is full.
  const isByDay = !isGoingOn(input.figure, input.slice, scope.zone);
  const upToDay = isByDay
    ? sql`f.day ${sign}= (${at}::timestamptz at time zone ${scope.zone})::date`
    : sql`true`;
  const after =
    at === undefined
      ? sql`true`
      : sql`${upToDay} and (f.from_at, f.conversation_id, f.ordinal, f.kind) ${sign} (${at}::timestamptz, ${id}::uuid, ${Number(ordinal)}::smallint, ${kind}::text)`;
  const order = sql`${isByDay ? sql`f.day ${way},` : sql``} f.from_at ${way}, f.conversation_id ${way}, f.ordinal ${way}, f.kind ${way}`;
  const found = await db.execute<Row>(sql`
      select f.conversation_id as "conversationId", f.ordinal::int as ordinal, f.kind, f.number::int as number, k.name as "customerName",
        coalesce(h.config ->> 'plays', h.kind) as "channelKind", a.name as "agentName", f.from_at as "fromAt", f.to_at as "toAt",
        f.wall, f.business, f.due_at as "dueAt", f.missed, d.brand_id as "brandId", d.team_id as "teamId",
        case when f.kind in ('response', 'wait') and f.to_at is not null and f.ending <> 'closed' and f.due_at is not null then (
          select e.message_id from events e where e.conversation_id = f.conversation_id and e.message_id is not null
            and e.type in ('reply.sent', 'call.recorded')
            and coalesce((e.after ->> 'sent_at')::timestamptz, e.occurred_at) between f.to_at - interval '1 second' and f.to_at + interval '1 second'
          order by e.id limit 1) end as "answerId"
      from (select f.*, c.number, c.customer_id from facts f join dims d on d.id = f.dim_id join conversations c on c.id = f.conversation_id
          where ${factsOf(input, scope)} and ${visible(actor, columnsOf("c"))} and ${after} and ${input.days}
          order by ${order} limit ${input.limit}) f
        join dims d on d.id = f.dim_id join customers k on k.id = f.customer_id
        left join channels h on h.id = d.channel_id left join agents a on a.id = d.agent_id
      order by ${order}`);
  return found.rows;
}
