import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CommitmentState } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso, Person } from "@/lib/conversations/types";
import { fromCursor, toCursor } from "@/lib/cursor";
import { fail } from "@/lib/errors";
import { type Outcome, outcomeOf } from "./outcome";
import { promisedForSql } from "./promised-for-sql";
import { isHeard } from "./record";

export type CommitmentView = {
  id: string;
  version: number;
  conversationId: string;
  conversationNumber: number;
  customerId: string;
  customerName: string;
  text: string;
  dueAt: Iso;
  /** Only a day was promised: `dueAt` is the end of its opening hours. */
  isDay: boolean;
  /** What was promised, in the house's time: a day, or with its hour (2026-11-27T18:00). This is what is shown. */
  promisedFor: string;
  state: CommitmentState;
  outcome: Outcome;
  /** Whoever keeps it; `id` is null for somebody without a desk, whose `address` is told by mail. */
  owner: { id: string | null; name: string; address: string | null } | null;
  team: Person | null;
  madeBy: Person | null;
  madeAt: Iso;
  /** The message that it was made in. */
  messageId: string | null;
  /** False while the reply that it stands in has not left. */
  isHeard: boolean;
  shownAt: Iso | null;
  closedAt: Iso | null;
  closedBy: Person | null;
  brokenAt: Iso | null;
  keptMessageId: string | null;
  /** How it was kept outside, or why it was withdrawn. */
  note: string | null;
  /** Dates that were moved with the customer's agreement, the oldest first. */
  moves: Array<{ from: Iso; to: Iso; agreement: string | null; at: Iso }>;
};

/** Everything promised to the person of a conversation, in all their conversations that I may see; the open ones first. */
export async function commitmentsOf(
  actor: Actor,
  input: { conversationId: string },
): Promise<CommitmentView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ customerId: string }>(sql`
    select c.customer_id as "customerId" from conversations c
    where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const { customerId } = found.rows[0] ?? fail("not_found", "conversation.not_found");
  return commitmentsOfCustomer(actor, { customerId });
}

/** The same by the customer. Empty where I may see none. */
export async function commitmentsOfCustomer(
  actor: Actor,
  input: { customerId: string },
): Promise<CommitmentView[]> {
  authorize(actor, "customer.read");
  return read(
    actor,
    sql`m.customer_id in (select r.id from records_of(${input.customerId}) r(id))`,
    sql`m.state = 'open' desc, m.state = 'broken' desc, case when m.state in ('open', 'broken') then m.due_at end, m.due_at desc, m.id`,
    200,
  );
}

export type ListWhat = {
  whose: "mine" | "team" | "all";
  /** `due` are open ones that already show in the queue, `overdue` the broken ones that nobody has settled. */
  state: "open" | "due" | "overdue" | "closed" | "any";
  teamId: string | null;
  brandId: string | null;
  outcome: Outcome | "moved" | null;
  /** Their due date lies in [from, until). */
  from: Date | null;
  until: Date | null;
  cursor: string | null;
  limit: number;
};

/** Promises by date, as one page. Those in replies that have not left are not among them. */
export async function listCommitments(
  actor: Actor,
  input: ListWhat,
): Promise<{ items: CommitmentView[]; next: string | null }> {
  authorize(actor, "queue.read");
  const [afterAt, afterId] = input.cursor === null ? [] : fromCursor(input.cursor, ["moment", "uuid"]);
  const teams = `{${actor.teamIds.join(",")}}`;
  const isClosed = input.state === "closed";
  const parts: SQL[] = [
    isHeard,
    ofState[input.state],
    input.whose === "mine"
      ? sql`m.owner_id = ${actor.id}`
      : input.whose === "team"
        ? sql`m.team_id = any(${teams}::uuid[])`
        : sql`true`,
    input.teamId === null ? sql`true` : sql`m.team_id = ${input.teamId}`,
    input.brandId === null ? sql`true` : sql`m.brand_id = ${input.brandId}`,
    input.outcome === null ? sql`true` : ofOutcome(input.outcome),
    input.from === null ? sql`true` : sql`m.due_at >= ${input.from.toISOString()}::timestamptz`,
    input.until === null ? sql`true` : sql`m.due_at < ${input.until.toISOString()}::timestamptz`,
    afterAt === undefined || afterId === undefined
      ? sql`true`
      : isClosed
        ? sql`(m.due_at, m.id) < (${afterAt}::timestamptz, ${afterId}::uuid)`
        : sql`(m.due_at, m.id) > (${afterAt}::timestamptz, ${afterId}::uuid)`,
  ];
  const order = isClosed ? sql`m.due_at desc, m.id desc` : sql`m.due_at, m.id`;
  const items = await read(actor, sql.join(parts, sql` and `), order, input.limit + 1);
  const page = items.slice(0, input.limit);
  const last = page.at(-1);
  return { items: page, next: items.length > input.limit && last ? toCursor([last.dueAt, last.id]) : null };
}

const ofState: Record<ListWhat["state"], SQL> = {
  open: sql`m.state in ('open', 'broken')`,
  due: sql`m.state = 'open' and m.shown_at is not null`,
  overdue: sql`m.state = 'broken'`,
  closed: sql`m.state in ('kept', 'withdrawn')`,
  any: sql`true`,
};

const wasLate = sql`(m.broken_at is not null or m.closed_at > m.due_at)`;

/** The same as `outcomeOf` of outcome.ts, asked of the database. */
export function ofOutcome(outcome: Outcome | "moved"): SQL {
  switch (outcome) {
    case "kept":
      return sql`m.state = 'kept' and not ${wasLate}`;
    case "kept_late":
      return sql`m.state = 'kept' and ${wasLate}`;
    case "open":
    case "broken":
    case "withdrawn":
      return sql`m.state = ${outcome}`;
    case "moved":
      return sql`exists (select 1 from commitment_moves v where v.commitment_id = m.id and v.due_after is not null)`;
  }
}

type Row = Omit<CommitmentView, "outcome">;

async function read(actor: Actor, where: SQL, order: SQL, limit: number): Promise<CommitmentView[]> {
  const found = await db.execute<Row>(sql`
    select m.id, m.version, c.id as "conversationId", c.number::int as "conversationNumber", m.customer_id as "customerId",
      k.name as "customerName", m.text, m.due_at as "dueAt", m.is_day as "isDay", ${promisedForSql} as "promisedFor", m.state,
      case when o.id is not null then json_build_object('id', o.id, 'name', o.name, 'address', null)
        when m.owner_address is not null then json_build_object('id', null, 'name', coalesce(m.owner_name, m.owner_address), 'address', m.owner_address)
      end as owner,
      case when t.id is null then null else json_build_object('id', t.id, 'name', t.name) end as team,
      case when b.id is null then null else json_build_object('id', b.id, 'name', b.name) end as "madeBy", m.made_at as "madeAt",
      m.message_id as "messageId", ${isHeard} as "isHeard", m.shown_at as "shownAt", m.closed_at as "closedAt",
      case when z.id is null then null else json_build_object('id', z.id, 'name', z.name) end as "closedBy",
      m.broken_at as "brokenAt", m.kept_message_id as "keptMessageId", m.note,
      coalesce((select json_agg(json_build_object('from', v.due_before, 'to', v.due_after, 'agreement', v.agreement, 'at', v.at) order by v.at, v.id)
        from commitment_moves v where v.commitment_id = m.id and v.due_after is not null), '[]') as moves
    from commitments m join conversations c on c.id = survivor_of(m.conversation_id) join customers k on k.id = m.customer_id
    left join agents o on o.id = m.owner_id left join teams t on t.id = m.team_id left join agents b on b.id = m.made_by
    left join agents z on z.id = m.closed_by
    where ${visible(actor, columnsOf("c"))} and ${where} order by ${order} limit ${limit}`);
  return found.rows.map(toView);
}

function toView(row: Row): CommitmentView {
  const dates = {
    dueAt: isoText(row.dueAt),
    madeAt: isoText(row.madeAt),
    shownAt: iso(row.shownAt),
    closedAt: iso(row.closedAt),
    brokenAt: iso(row.brokenAt),
  };
  const moves = row.moves.map((one) => ({
    ...one,
    from: new Date(one.from).toISOString(),
    to: new Date(one.to).toISOString(),
    at: new Date(one.at).toISOString(),
  }));
  const outcome = outcomeOf({
    state: row.state,
    dueAt: new Date(dates.dueAt),
    closedAt: dates.closedAt === null ? null : new Date(dates.closedAt),
    brokenAt: dates.brokenAt === null ? null : new Date(dates.brokenAt),
  });
  return { ...row, ...dates, moves, outcome };
}
