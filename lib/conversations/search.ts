import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fromCursor } from "@/lib/cursor";
import { loadReader } from "@/lib/filter/load-reader";
import { parseFilter } from "@/lib/filter/parse";
import { toSql } from "@/lib/filter/to-sql";
import type { Filter } from "@/lib/filter/types";
import { iso, type LoadedRow, rowFields, rowJoins, toRow } from "./load-rows";
import { type Sought, seek } from "./search-words";
import type { ListedRow, Snippet } from "./types";

/**
 * Full text over everything that was ever said, by the index `messages_search`: (week, words). How it stays quick at
 * 3 million messages, where a word of every twentieth takes 600 ms by the index alone:
 *
 * 1. typed words become whole words (search-words.ts), so that the index is never asked for a beginning;
 * 2. weeks are read newest first, in growing slices, and reading stops when the page is full: a frequent word is
 *    found in the first slice, a rare one is cheap in all of them. `order by date limit n` over the words would walk
 *    the dates instead, for seconds, so each slice is materialised;
 * 3. people are found by their names and addresses first (2 to 6 ms), and their conversations by customer.
 *
 * A message can be found as soon as its row is there, in the same transaction; only the list of words, which forgives
 * typing, is a minute behind.
 */
const slices = [1, 3, 12, 36];

/** Of words that stand in fewer messages than this all weeks are read at once. */
const rare = 2_000;

/** Of words that stand in more messages than this, a narrowed list of work asks the weeks one by one. */
export const frequent = 40_000;

const weekMs = 604_800_000;

/** What of a message is looked at; the same words as the index has, or it is not used. */
const vector = sql.raw("search_vector(m.subject, m.author_name, m.author_address, m.text)");

export type Hit = { id: string; at: string; messageId: string | null };
export type Found = { hits: Hit[]; isWhole: boolean };

/** Conversations by number (`#1042`) or by anything said or called so; the newest hit first. */
export async function search(
  actor: Actor,
  input: { text: string; limit: number },
  on: Tx | typeof db = db,
): Promise<{ items: ListedRow[]; snippets: { [id: string]: Snippet } }> {
  authorize(actor, "conversation.read");
  const filter = parseFilter(input.text);
  const reader = await loadReader(actor, on);
  const now = Date.now();
  const where = (asked: Filter) =>
    sql`q.merged_into_id is null and ${mayOfHistory(actor)} and ${toSql(asked, reader, now, "conversations")}`;
  if (filter.text.length === 0) {
    return { items: await rowsOf(actor, await newest(where(filter), input.limit, on), on), snippets: {} };
  }
  const sought = await seek(filter.text, on);
  const { hits } = await findHits(sought, { where: where(filter), cursor: null, limit: input.limit }, on);
  // Digits alone may be an order, or what people call a conversation.
  const number = /^\s*(\d{1,15})\s*$/.exec(input.text)?.[1];
  const named = number ? await newest(where(parseFilter(`#${number}`)), 1, on) : [];
  const all = [...named, ...hits.filter((hit) => hit.id !== named[0]?.id)].slice(0, input.limit);
  return { items: await rowsOf(actor, all, on), snippets: await snippetsOf(sought, all, on) };
}

/** The condition that decides what of history somebody sees, of conversations called `q`. */
export function mayOfHistory(actor: Actor): SQL {
  return visible(actor, {
    conversationId: sql.raw("q.id"),
    teamId: sql.raw("q.team_id"),
    brandId: sql.raw("q.brand_id"),
    isRestricted: sql.raw("q.is_restricted"),
  });
}

/** One page of hits after a cursor [moment, id], the newest first. `where` speaks of conversations as `q`. */
export async function findHits(
  sought: Sought,
  input: { where: SQL; cursor: readonly [string, string] | null; limit: number },
  on: Tx | typeof db = db,
): Promise<Found> {
  const people = sought.customerIds.length > 0 ? await hitsOfPeople(sought, input, on) : [];
  const said = sought.query ? await hitsOfWords(sought, input, on) : [];
  const all = [...people, ...said].sort((a, b) => compare(b.at, a.at) || compare(b.id, a.id));
  return { hits: all.slice(0, input.limit), isWhole: all.length <= input.limit };
}

type Asked = Parameters<typeof findHits>[1];

async function hitsOfPeople(sought: Sought, input: Asked, on: Tx | typeof db): Promise<Hit[]> {
  const found = await on.execute<Hit>(sql`
    select q.id, ${at(sql`q.last_message_at`)} as at, null as "messageId" from conversations q
    where q.customer_id = any(${uuids(sought.customerIds)}) and ${before(sql`q.last_message_at`, sql`q.id`, input.cursor)}
      and ${unsaid(sought)} and ${input.where}
    order by q.last_message_at desc, q.id desc limit ${input.limit + 1}`);
  return found.rows;
}

/** Slice after slice until the page is full. */
async function hitsOfWords(sought: Sought, input: Asked, on: Tx | typeof db): Promise<Hit[]> {
  if (sought.seen < rare) return sliceOf(sought, input, null, on);
  const from = input.cursor === null ? Date.now() : Date.parse(`${input.cursor[0]}`);
  // A day of clocks that are ahead.
  let week = Math.floor((from + 86_400_000) / weekMs);
  const hits: Hit[] = [];
  for (let n = 0; hits.length <= input.limit; n++) {
    const many = slices[n];
    if (many === undefined) {
      const older = await sliceOf(sought, input, { until: week }, on);
      return [...hits, ...older];
    }
    const weeks = Array.from({ length: many }, (_, back) => week - back);
    hits.push(...(await sliceOf(sought, input, { weeks }, on)));
    week -= many;
  }
  return hits;
}

type Slice = { weeks: number[] } | { until: number } | null;

async function sliceOf(sought: Sought, input: Asked, slice: Slice, on: Tx | typeof db): Promise<Hit[]> {
  const inSlice =
    slice === null
      ? sql`true`
      : "weeks" in slice
        ? sql`search_week(m.sent_at) = any(${`{${slice.weeks.join(",")}}`}::int[])`
        : sql`m.sent_at < ${new Date((slice.until + 1) * weekMs).toISOString()}::timestamptz`;
  // What stood on an earlier page by a newer message must not come again by an older one.
  const isNew =
    input.cursor === null
      ? sql`true`
      : sql`not exists (select 1 from messages m where m.conversation_id = q.id and m.deleted_at is null
          and m.sent_at > ${input.cursor[0]}::timestamptz and ${vector} @@ ${sought.query}::tsquery)`;
  const found = await on.execute<Hit>(sql`
    with spoken as materialized (
      select m.conversation_id as id, max(m.sent_at) as at, (array_agg(m.id order by m.sent_at desc))[1] as message_id
      from messages m
      where ${vector} @@ ${sought.query}::tsquery and ${inSlice} and m.deleted_at is null
        and m.sent_at <= ${input.cursor?.[0] ?? "infinity"}::timestamptz
      group by 1
    ), said as materialized (
      select ${survivor(sql`spoken.id`)} as id, max(at) as at, (array_agg(message_id order by at desc))[1] as message_id
      from spoken group by 1
    )
    select said.id, ${at(sql`said.at`)} as at, said.message_id as "messageId"
    from said cross join lateral (
      select 1 from conversations q where q.id = said.id and q.customer_id <> all(${uuids(sought.customerIds)})
        and ${unsaid(sought)} and ${isNew} and ${input.where} offset 0) q
    where ${before(sql`said.at`, sql`said.id`, input.cursor)}
    order by said.at desc, said.id desc limit ${input.limit + 1}`);
  return found.rows;
}

/**
 * The same as a condition on the list of work, `q` being its rows. A frequent word is asked for the last half year
 * only, and of the few older conversations that are still open one by one.
 */
export function saidSql(sought: Sought, now: number): SQL {
  const people = sql`q.customer_id = any(${uuids(sought.customerIds)})`;
  const told = sql`and ${unsaid(sought, sql`q.conversation_id`)}`;
  if (sought.query === null) return sought.words.length > 0 ? sql`(${people} ${told})` : sql`(true ${told})`;
  const hit = sql`${vector} @@ ${sought.query}::tsquery and m.deleted_at is null`;
  const mapped = sql`select ${survivor(sql`m.conversation_id`)} from messages m`;
  if (sought.seen < frequent)
    return sql`((q.conversation_id in (${mapped} where ${hit}) or ${people}) ${told})`;
  const week = Math.floor((now + 86_400_000) / weekMs);
  const weeks = Array.from({ length: 27 }, (_, back) => week - back);
  const old = new Date((week - 25) * weekMs).toISOString();
  return sql`((q.conversation_id in (${mapped} where ${hit} and search_week(m.sent_at) = any(${`{${weeks.join(",")}}`}::int[]))
    or ${people}
    or (exists (select 1 from conversations o where o.id = q.conversation_id and o.created_at < ${old}::timestamptz)
      and exists (select 1 from messages m where m.conversation_id = q.conversation_id and ${hit}))) ${told})`;
}

/**
 * Where the words of a conversation are now, if it was merged. As a look-up of its own for each: a join is planned for
 * more rows than there are, and reads all conversations.
 */
function survivor(id: SQL): SQL {
  return sql`(select case when o.merged_into_id is null then o.id else survivor_of(o.id) end from conversations o where o.id = ${id})`;
}

function unsaid(sought: Sought, id: SQL = sql`q.id`): SQL {
  if (sought.without === null) return sql`true`;
  return sql`not exists (select 1 from messages m where m.conversation_id = ${id} and m.deleted_at is null
    and ${vector} @@ ${sought.without}::tsquery)`;
}

/** Where each hit stands, in its message or its address. */
export async function snippetsOf(
  sought: Sought,
  hits: ReadonlyArray<Pick<Hit, "id" | "messageId">>,
  on: Tx | typeof db = db,
): Promise<{ [id: string]: Snippet }> {
  if (sought.words.length === 0 || hits.length === 0) return {};
  const found = await on.execute<{ id: string; text: string | null }>(sql`
    select h.id, coalesce(
      (select ts_headline('public.avant', left(m.text, 8000), ${sought.query ?? ""}::tsquery,
          ${`StartSel=${open}, StopSel=${close}, MaxWords=20, MinWords=10, ShortWord=0`})
       from messages m where m.conversation_id = h.id and m.deleted_at is null
         and (m.id = h.message_id or (h.message_id is null and ${vector} @@ ${sought.query ?? ""}::tsquery))
       order by m.sent_at desc limit 1),
      (select ${open} || i.display || ${close} from conversations c join identities i on i.customer_id in (select records_of(c.customer_id))
       where c.id = h.id and search_fold(i.value) like any(
         select '%' || regexp_replace(search_fold(w), '([\\\\%_])', '\\\\\\1', 'g') || '%' from unnest(${sql.param(sought.words)}::text[]) w)
       limit 1)) as text
    from jsonb_to_recordset(${JSON.stringify(hits.map((hit) => ({ id: hit.id, message_id: hit.messageId })))}::jsonb)
      h(id uuid, message_id uuid)`);
  return Object.fromEntries(
    found.rows.flatMap(({ id, text }) => {
      const snippet = text === null ? null : toSnippet(text);
      return snippet && snippet.marks.length > 0 ? [[id, snippet]] : [];
    }),
  );
}

// Signs that no text of ours holds: lib/text/clean.ts takes them out.
const open = "\u0002";
const close = "\u0003";

/** Text with marks between signs as plain text and places, in one line. */
export function toSnippet(headline: string): Snippet {
  const [first = "", ...rest] = headline.replace(/\s+/g, " ").trim().split(open);
  const marks: Array<[number, number]> = [];
  let text = first;
  for (const piece of rest) {
    const [marked = "", after = ""] = piece.split(close);
    marks.push([text.length, text.length + marked.length]);
    text += marked + after;
  }
  return { text, marks };
}

async function newest(where: SQL, limit: number, on: Tx | typeof db): Promise<Hit[]> {
  const found = await on.execute<Hit>(sql`
    select q.id, ${at(sql`q.last_message_at`)} as at, null as "messageId" from conversations q where ${where}
    order by q.last_message_at desc nulls last, q.id desc nulls last limit ${limit}`);
  return found.rows;
}

/** Rows of some hits, in their order. */
export async function rowsOf(
  actor: Actor,
  hits: readonly Hit[],
  on: Tx | typeof db = db,
): Promise<ListedRow[]> {
  authorize(actor, "conversation.read");
  const found = await on.execute<LoadedRow & { readAt: string | null }>(sql`
    select ${rowFields}, r.read_at as "readAt"
    from unnest(${uuids(hits.map((hit) => hit.id))}) with ordinality hit(id, place)
    join conversations c on c.id = hit.id ${rowJoins}
    left join conversation_reads r on r.conversation_id = c.id and r.agent_id = ${actor.id}
    where ${visible(actor, columnsOf("c"))} order by hit.place`);
  return found.rows.map((row) => ({ ...toRow(row), readAt: iso(row.readAt) }));
}

function before(moment: SQL, id: SQL, cursor: readonly [string, string] | null): SQL {
  if (cursor === null) return sql`true`;
  return sql`(${moment}, ${id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`;
}

/** A moment as text that keeps its order and its milliseconds. */
function at(moment: SQL): SQL {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The cursor of a search, or `invalid`. */
export function searchCursor(cursor: string): readonly [string, string] {
  const [moment = "", id = ""] = fromCursor(cursor, ["moment", "uuid"]);
  return [moment, id];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
