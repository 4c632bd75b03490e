import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type SurveyRefusal, surveyRefusals, type Verdict } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { namesOf } from "@/lib/reports/names-of";
import { type Scope, scopeOf } from "@/lib/reports/scope";
import type { Slice } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";

/** From so many answers on something is said of one person. */
export const enoughOfOne = 20;

/** A share of `n`; it lies between `low` and `high` in 95 of 100 cases, null where nothing was counted. */
export type Share = { hits: number; n: number; low: number | null; high: number | null };

export type Satisfaction = {
  /** Of those who answered. */
  satisfied: Share;
  /** Of those who were asked. */
  answered: Share;
  verdicts: { [name in Verdict]: number };
};

export type SatisfactionRow = Satisfaction & { id: string | null; name: string | null };

export type SatisfactionReport = Satisfaction & {
  /** Resolved with an answer of ours on a channel that asks, and not asked: by the first reason that held. */
  refused: Array<{ reason: SurveyRefusal; n: number }>;
  channels: SatisfactionRow[];
  teams: SatisfactionRow[];
  /** Of each month its first day; months in which nobody was asked are left out. */
  months: Array<Satisfaction & { month: string }>;
  /** By name, only those with enough answers; how many others there are. */
  people: { rows: SatisfactionRow[]; few: number };
};

type Counted = {
  asked: number;
  satisfied: number;
  partly: number;
  unsatisfied: number;
};

/**
 * What customers said of what was resolved and asked about on the days of the slice: by the day on which they were asked,
 * so that an answer stands beside the question it belongs to. A question that did not arrive counts as not asked.
 */
export async function readSatisfaction(
  actor: Actor,
  { slice }: { slice: Slice },
): Promise<SatisfactionReport> {
  const scope = await scopeOf(actor, slice);
  const found = await db.execute<
    Counted & {
      channelId: string | null;
      teamId: string | null;
      agentId: string | null;
      month: string;
      refusal: SurveyRefusal | null;
      n: number;
    }
  >(sql`
    select s.channel_id as "channelId", s.team_id as "teamId", s.agent_id as "agentId",
      to_char(date_trunc('month', s.decided_at at time zone ${scope.zone}), 'YYYY-MM-DD') as month, ${refusalNow} as refusal, count(*)::int as n,
      count(*) filter (where ${isAsked})::int as asked,
      count(*) filter (where ${isAsked} and s.verdict = 'satisfied')::int as satisfied,
      count(*) filter (where ${isAsked} and s.verdict = 'partly')::int as partly,
      count(*) filter (where ${isAsked} and s.verdict = 'unsatisfied')::int as unsatisfied
    from surveys s ${deliveryOf} where ${decided(scope, slice)} group by 1, 2, 3, 4, 5`);
  const rows = found.rows;
  const people = await named("agent", rows, (row) => row.agentId);
  const enough = people.filter((row) => row.id !== null && row.satisfied.n >= enoughOfOne);
  const months = [...new Set(rows.filter(({ asked }) => asked > 0).map(({ month }) => month))].sort();
  return {
    ...figuresOf(rows),
    refused: surveyRefusals
      .map((reason) => ({
        reason,
        n: sum(
          rows.filter((row) => row.refusal === reason),
          "n",
        ),
      }))
      .filter(({ n }) => n > 0)
      .sort((a, b) => b.n - a.n),
    channels: await named("channel", rows, (row) => row.channelId),
    teams: await named("team", rows, (row) => row.teamId),
    months: months.map((month) => ({ month, ...figuresOf(rows.filter((row) => row.month === month)) })),
    people: { rows: enough, few: people.filter(({ answered }) => answered.n > 0).length - enough.length },
  };
}

/** The figures alone, for another page. */
export async function readSatisfied(actor: Actor, { slice }: { slice: Slice }): Promise<Satisfaction> {
  const scope = await scopeOf(actor, slice);
  const found = await db.execute<Counted>(sql`
    select count(*) filter (where ${isAsked})::int as asked,
      count(*) filter (where ${isAsked} and s.verdict = 'satisfied')::int as satisfied,
      count(*) filter (where ${isAsked} and s.verdict = 'partly')::int as partly,
      count(*) filter (where ${isAsked} and s.verdict = 'unsatisfied')::int as unsatisfied
    from surveys s ${deliveryOf} where ${decided(scope, slice)}`);
  return figuresOf(found.rows);
}

export const satisfactionFigures = [
  "asked",
  "answered",
  "satisfied",
  "partly",
  "unsatisfied",
  "words",
  ...surveyRefusals,
] as const;
export type SatisfactionFigure = (typeof satisfactionFigures)[number];

export type AnswerRow = {
  id: string;
  conversationId: string;
  number: number;
  channelKind: string | null;
  channelName: string | null;
  agentName: string | null;
  /** When it was decided whether to ask; of an answer, when it came. */
  at: string;
  verdict: Verdict | null;
  comment: string | null;
};

const pageSize = 30;

/** The conversations behind a figure, the newest first; `words` are the answers with a comment. */
export async function readAnswers(
  actor: Actor,
  input: { slice: Slice; figure: SatisfactionFigure; cursor: string | null },
): Promise<{ rows: AnswerRow[]; next: string | null }> {
  const scope = await scopeOf(actor, input.slice);
  const [at = "infinity", id = "ffffffff-ffff-ffff-ffff-ffffffffffff"] =
    input.cursor === null ? [] : fromCursor(input.cursor, ["moment", "uuid"]);
  const found = await db.execute<AnswerRow>(sql`
    select * from (
      select s.id, c.id as "conversationId", c.number::int as number, coalesce(h.config ->> 'plays', h.kind) as "channelKind", h.name as "channelName",
        a.name as "agentName", coalesce(s.answered_at, s.decided_at) as at, s.verdict, s.comment
      from surveys s ${deliveryOf} join conversations c on c.id = survivor_of(s.conversation_id)
      left join channels h on h.id = s.channel_id left join agents a on a.id = s.agent_id
      where ${decided(scope, input.slice)} and ${visible(actor, columnsOf("c"))} and ${ofFigure(input.figure)}) x
    where (x.at, x.id) < (${at}::timestamptz, ${id}::uuid) order by x.at desc, x.id desc limit ${pageSize + 1}`);
  const rows = found.rows.slice(0, pageSize).map((row) => ({ ...row, at: isoText(row.at) }));
  const last = rows.at(-1);
  return { rows, next: found.rows.length > pageSize && last ? toCursor([last.at, last.id]) : null };
}

const deliveryOf = sql`left join deliveries d on d.conversation_id = s.conversation_id and d.message_id = s.message_id`;
const isAsked = sql`(s.state = 'asked' and coalesce(d.state, 'sent') not in ('failed', 'cancelled'))`;
const refusalNow = sql`case when s.state = 'asked' and d.state in ('failed', 'cancelled') then 'no_way' else s.refusal end`;

function decided(scope: Scope, { from, to, channelId, teamId, agentId, tagId }: Slice): SQL {
  const parts = [
    sql`s.state <> 'waiting'`,
    sql`s.decided_at >= ${from}::date::timestamp at time zone ${scope.zone}`,
    sql`s.decided_at < ${to}::date::timestamp at time zone ${scope.zone}`,
  ];
  if (!scope.isAll) parts.push(sql`s.brand_id = any(${uuids(scope.brandIds)})`);
  if (channelId) parts.push(sql`s.channel_id = ${channelId}::uuid`);
  if (teamId) parts.push(sql`s.team_id = ${teamId}::uuid`);
  if (agentId) parts.push(sql`s.agent_id = ${agentId}::uuid`);
  if (tagId)
    parts.push(
      sql`exists (select 1 from conversation_tags g where g.conversation_id = s.conversation_id and g.tag_id = ${tagId}::uuid)`,
    );
  return sql.join(parts, sql` and `);
}

function ofFigure(figure: SatisfactionFigure): SQL {
  switch (figure) {
    case "asked":
      return isAsked;
    case "answered":
      return sql`${isAsked} and s.verdict is not null`;
    case "words":
      return sql`${isAsked} and s.comment is not null`;
    case "satisfied":
    case "partly":
    case "unsatisfied":
      return sql`${isAsked} and s.verdict = ${figure}`;
    default:
      return sql`${refusalNow} = ${figure}`;
  }
}

type Part = Counted & { n?: number };

function figuresOf(rows: readonly Part[]): Satisfaction {
  const verdicts = {
    satisfied: sum(rows, "satisfied"),
    partly: sum(rows, "partly"),
    unsatisfied: sum(rows, "unsatisfied"),
  };
  const answered = verdicts.satisfied + verdicts.partly + verdicts.unsatisfied;
  return {
    satisfied: shareOf(verdicts.satisfied, answered),
    answered: shareOf(answered, sum(rows, "asked")),
    verdicts,
  };
}

async function named<Row extends Part>(
  by: "channel" | "team" | "agent",
  rows: readonly Row[],
  idOf: (row: Row) => string | null,
): Promise<SatisfactionRow[]> {
  const asked = rows.filter((row) => row.asked > 0);
  const names = await namesOf(by, [...new Set(asked.map(idOf))]);
  return names.map(({ id, name }) => ({ id, name, ...figuresOf(asked.filter((row) => idOf(row) === id)) }));
}

function shareOf(hits: number, n: number): Share {
  return { hits, n, ...(n === 0 ? { low: null, high: null } : wilson(hits, n)) };
}

function sum(rows: readonly Part[], of: keyof Part): number {
  return rows.reduce((all, row) => all + (row[of] ?? 0), 0);
}
