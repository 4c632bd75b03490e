import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso, Person } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";

export type AskView = {
  id: string;
  conversationId: string;
  conversationNumber: number;
  customerName: string;
  asked: { kind: "agent" | "team" | "outside"; id: string | null; name: string };
  askedBy: Person | null;
  question: string;
  dueAt: Iso | null;
  state: "open" | "answered" | "withdrawn";
  answeredAt: Iso | null;
  /** The mail that took it there: `none` where the brand has no mailbox. */
  mail: "none" | "waiting" | "sent" | "failed";
  at: Iso;
  /** I, or a team of mine, may answer it here. */
  isForMe: boolean;
};

/** With the messages that the asker let the asked person read. */
export type AskForMe = AskView & {
  isSeen: boolean;
  quoted: Array<{ author: string; text: string; at: Iso }>;
};

/** What was asked about a conversation, the newest first. */
export async function asksOf(actor: Actor, input: { conversationId: string }): Promise<AskView[]> {
  authorize(actor, "conversation.read");
  const seen = await db.execute(sql`
    select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  if (seen.rows.length === 0) fail("not_found", "conversation.not_found");
  const found = await db.execute<AskView>(sql`
    select ${fields(actor)} ${tables} where (q.conversation_id = ${input.conversationId} or c.merged_into_id = ${input.conversationId}) order by q.created_at desc, q.id desc limit 100`);
  return found.rows.map(withDates);
}

/** Open questions to me or to a team of mine, the most urgent first. */
export async function asksForMe(actor: Actor): Promise<AskForMe[]> {
  authorize(actor, "conversation.note");
  const found = await db.execute<AskForMe>(sql`
    select ${fields(actor)}, ${visible(actor, columnsOf("c"))} as "isSeen",
      coalesce((select json_agg(json_build_object('author', coalesce(p.name, m.author_name, m.author_address, ''),
          'text', case when m.quote_at is null then m.text else left(m.text, m.quote_at) end, 'at', m.sent_at) order by m.sent_at, m.id)
        from messages m left join agents p on p.id = m.agent_id
        where m.conversation_id = q.conversation_id and m.deleted_at is null and q.quoted_ids ? m.id::text), '[]') as quoted
    ${tables} where q.answered_at is null and q.withdrawn_at is null and ${forMe(actor)} and q.asked_by is distinct from ${actor.id}
    order by q.due_at nulls last, q.created_at, q.id limit 100`);
  return found.rows.map((row) => ({
    ...withDates(row),
    isSeen: row.isSeen,
    quoted: row.quoted.map((one) => ({ ...one, at: isoText(one.at) })),
  }));
}

function forMe(actor: Actor): SQL {
  return sql`(q.agent_id = ${actor.id} or coalesce(q.team_id = any(${`{${actor.teamIds.join(",")}}`}::uuid[]), false))`;
}

function fields(actor: Actor): SQL {
  return sql`q.id, q.conversation_id as "conversationId", c.number::int as "conversationNumber", k.name as "customerName",
    json_build_object('kind', case when q.agent_id is not null then 'agent' when q.team_id is not null then 'team' else 'outside' end,
      'id', coalesce(q.agent_id, q.team_id), 'name', coalesce(a.name, t.name, q.address)) as asked,
    case when b.id is null then null else json_build_object('id', b.id, 'name', b.name) end as "askedBy",
    q.question, q.due_at as "dueAt", q.answered_at as "answeredAt", q.created_at as at, ${forMe(actor)} as "isForMe",
    case when q.answered_at is not null then 'answered' when q.withdrawn_at is not null then 'withdrawn' else 'open' end as state,
    coalesce((select case when bool_or(m.sent_at is not null) then 'sent' when bool_and(m.failure_code is not null) then 'failed' else 'waiting' end
      from ask_mails m where m.ask_id = q.id), 'none') as mail`;
}

const tables =
  sql.raw(`from asks q join conversations c on c.id = q.conversation_id join customers own on own.id = c.customer_id join customers k on k.id = own.person_id
  left join agents a on a.id = q.agent_id left join teams t on t.id = q.team_id left join agents b on b.id = q.asked_by`);

function withDates(row: AskView): AskView {
  return { ...row, dueAt: iso(row.dueAt), answeredAt: iso(row.answeredAt), at: isoText(row.at) };
}
