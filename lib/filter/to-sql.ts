import { type SQL, sql } from "drizzle-orm";
import { isHeard } from "@/lib/commitments/record";
import { laneSql } from "@/lib/conversations/load-rows";
import { endOfDays } from "./dates";
import { dateOf } from "./match";
import { foldText, idsOf, isNameTerm, type Reader, tagName } from "./names";
import type { Filter, HasWord, IsWord, PromiseWord, RiskWord, Term } from "./types";

/** The table that a statement calls `q`: the narrow list of work, or all conversations. */
export type On = "queue" | "conversations";

/**
 * The terms of a filter as a condition on `q`, never null; free text is not in it (see search.ts). Says of every row
 * what `matches` says of it.
 */
export function toSql(filter: Filter, me: Reader, now: number, on: On): SQL {
  if (filter.terms.length === 0) return sql`true`;
  return sql.join(
    filter.terms.map((term) => {
      const holds = termSql(term, me, now, on);
      return term.not ? sql`not coalesce(${holds}, false)` : sql`(${holds})`;
    }),
    sql` and `,
  );
}

function termSql(term: Term, me: Reader, now: number, on: On): SQL {
  const id = idOf(on);
  if (isNameTerm(term)) {
    const column = sql.raw(`q.${columns[term.key]}`);
    return anyOf(
      column,
      term.values.flatMap((value) => idsOf(me, term.key, value)),
    );
  }
  switch (term.key) {
    case "is":
      return either(term.values.map((value) => isSql(value, me, now, on)));
    case "has":
      return either(term.values.map((value) => hasSql(value, me, id)));
    case "risk":
      return either(term.values.map((value) => riskSql(value, on)));
    case "promise":
      return sql`${id} in (select case when p.merged_into_id is null then p.id else survivor_of(p.id) end
        from commitments m join conversations p on p.id = m.conversation_id
        where ${either(term.values.map((value) => promiseSql(value, me, now)))} and ${isHeard})`;
    case "kind":
      return sql`q.kind = any(${`{${term.values.join(",")}}`}::text[])`;
    case "tag":
      return sql`${id} in (select ct.conversation_id from conversation_tags ct join tags t on t.id = ct.tag_id
        where t.name = any(${sql.param(term.values.map(tagName))}::text[]))`;
    case "from":
      return either(
        term.values.map(
          (value) =>
            sql`q.customer_id in (select r.id from search_customers(${sql.param(value.split(/\s+/))}::text[], 1000) s cross join lateral records_of(s.customer_id) r(id))`,
        ),
      );
    case "reason":
      return reasonSql(term.values.map(foldText), id);
    case "subject":
      return sql`exists (select 1 from conversations s where s.id = ${id}
        and search_fold(s.subject) like any(${sql.param(term.values.map((value) => `%${escapeLike(foldText(value))}%`))}::text[]))`;
    case "before":
      return sql`q.last_message_at < ${moment(dateOf(term.values[0], me, now))}`;
    case "after":
      return sql`q.last_message_at >= ${moment(dateOf(term.values[0], me, now))}`;
    case "waited": {
      const since =
        on === "queue"
          ? sql`(select o.waiting_since from conversations o where o.id = ${id})`
          : sql`q.waiting_since`;
      return sql`${since} <= ${moment(dateOf(term.values[0], me, now))}`;
    }
    case "due":
      return sql`(q.status = 'open' and q.due_at >= ${moment(now)} and q.due_at < ${moment(2 * now - dateOf(term.values[0], me, now))})`;
    case "number":
      return sql`${id} in (select n.id from conversations n where n.number = any(${`{${term.values.join(",")}}`}::bigint[]))`;
    case "channel":
    case "assignee":
    case "team":
    case "brand":
      return sql`false`;
  }
}

const columns = {
  channel: "channel_id",
  assignee: "assignee_id",
  team: "team_id",
  brand: "brand_id",
} as const;

function isSql(value: IsWord, me: Reader, now: number, on: On): SQL {
  switch (value) {
    case "open":
    case "waiting":
    case "snoozed":
    case "resolved":
    case "spam":
      // As words of ours, not as values: the indexes of one status are found by them.
      return sql.raw(`q.status = '${value}'`);
    case "mine":
      return sql`q.assignee_id = ${me.id}::uuid`;
    case "unassigned":
      return sql`q.assignee_id is null`;
    case "new":
      return on === "queue" ? sql`q.is_new` : sql`(q.status = 'open' and q.first_response_at is null)`;
    case "overdue":
      return sql`(q.status = 'open' and q.due_at < ${moment(now)})`;
    case "public":
      return sql`q.is_public`;
    case "private":
      return sql`not q.is_public`;
    case "restricted":
      return sql`q.is_restricted`;
    case "unread":
      return sql`not exists (select 1 from conversation_reads r join conversations u on u.id = r.conversation_id
        where r.conversation_id = ${idOf(on)} and r.agent_id = ${me.id}::uuid
          and r.read_at >= coalesce(u.last_customer_message_at, u.last_message_at))`;
    case "asked":
      return sql`exists (select 1 from asks a where a.conversation_id = ${idOf(on)} and a.answered_at is null and a.withdrawn_at is null)`;
    case "followed":
      return sql`exists (select 1 from conversation_follows f where f.conversation_id = ${idOf(on)} and f.agent_id = ${me.id}::uuid)`;
  }
}

/** By its name in any language, by its theme's, or as "delivery/late"; "none" where nobody has said it. */
function reasonSql(names: string[], id: SQL): SQL {
  const wanted = sql`any(${sql.param(names)}::text[])`;
  const named = sql`${id} in (select c.id from conversations c where c.contact_reason_id in (
    select r.id from contact_reasons r left join contact_reasons p on p.id = r.parent_id
    cross join lateral jsonb_each_text(r.names) n left join lateral jsonb_each_text(p.names) o on o.key = n.key
    where search_fold(n.value) = ${wanted} or search_fold(o.value) = ${wanted} or search_fold(o.value || '/' || n.value) = ${wanted}))`;
  if (!names.includes("none")) return named;
  return sql`(${named} or ${id} in (select c.id from conversations c where c.contact_reason_id is null))`;
}

/** Of a promise `m`. What is due today is open; it breaks at its hour. */
function promiseSql(value: PromiseWord, me: Reader, now: number): SQL {
  switch (value) {
    case "open":
    case "broken":
      return sql.raw(`m.state = '${value}'`);
    case "due":
      return sql`(m.state = 'open' and m.due_at < ${moment(endOfDays(now, 0, me.zone))})`;
  }
}

function hasSql(value: HasWord, me: Reader, id: SQL): SQL {
  switch (value) {
    case "attachment":
      return sql`exists (select 1 from attachments f where f.conversation_id = ${id})`;
    case "note":
      return sql`exists (select 1 from messages n where n.conversation_id = ${id} and n.kind = 'note')`;
    case "draft":
      return sql`exists (select 1 from drafts d where d.conversation_id = ${id} and d.agent_id = ${me.id}::uuid)`;
  }
}

function riskSql(value: RiskWord, on: On): SQL {
  const of = (column: "lane" | "band", otherwise: string) =>
    on === "queue"
      ? sql.raw(`q.${column}`)
      : sql.raw(`coalesce((select w.${column} from queue w where w.conversation_id = q.id), ${otherwise})`);
  const lane = of("lane", laneSql("q."));
  if (value === "danger") return sql`${lane} = 0`;
  if (value === "first" || value === "later") return sql`${lane} = ${sql.raw(value === "first" ? "1" : "3")}`;
  return sql`(${of("band", "'calm'")} = ${value} and ${lane} not in (1, 3))`;
}

/** The id of the conversation in that table. */
export function idOf(on: On): SQL {
  return sql.raw(on === "queue" ? "q.conversation_id" : "q.id");
}

function anyOf(column: SQL, ids: Array<string | null>): SQL {
  const real = ids.filter((id) => id !== null);
  const known = sql`${column} = any(${`{${real.join(",")}}`}::uuid[])`;
  if (!ids.includes(null)) return known;
  return real.length === 0 ? sql`${column} is null` : sql`(${known} or ${column} is null)`;
}

function either(conditions: SQL[]): SQL {
  return sql`(${sql.join(conditions, sql` or `)})`;
}

export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function moment(ms: number): SQL {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}
