import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tableOf } from "@/db/table-of";
import type { Life, PastPerson } from "./life";
import type { Stage } from "./stage";

/** A life with who lived it; without a number the next one is taken. */
export type Told = { life: Life; person: PastPerson; number: number | null };

/**
 * Writes people and what became of what they asked: one statement for each table, with a list for each column. The rows
 * are those that the product's own commands would have left. In the order of `told`, the events in the order of time.
 */
export async function storePast(
  tx: Tx,
  stage: Stage,
  people: readonly PastPerson[],
  told: readonly Told[],
): Promise<void> {
  await storePeople(tx, stage, people);
  await storeConversations(tx, stage, told);
  await storeMessages(tx, stage, told);
  await storeEvents(tx, stage, told);
}

async function storePeople(tx: Tx, stage: Stage, people: readonly PastPerson[]): Promise<void> {
  const p = tableOf(people, {
    id: ["uuid", (one) => one.id],
    name: ["text", (one) => one.name],
    value: ["text", (one) => one.value],
    display: ["text", (one) => one.display],
    kind: ["text", (one) => one.kind],
    language: ["text", (one) => one.language],
    since: ["timestamptz", (one) => iso(one.since)],
  });
  await tx.execute(sql`
    with p as materialized (select * from ${p}), k as (
      insert into customers (id, brand_id, name, language, created_at) select id, ${stage.brandId}::uuid, name, language, since from p
    )
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence, verified_at, created_at)
    select gen_random_uuid(), id, ${stage.brandId}::uuid, kind, value, display,
      case kind when 'email' then 'authenticated' when 'phone' then 'agent' else 'network' end, since, since from p`);
}

async function storeConversations(tx: Tx, stage: Stage, told: readonly Told[]): Promise<void> {
  const c = tableOf(told, {
    id: ["uuid", ({ life }) => life.id],
    number: ["bigint", ({ number }) => number],
    customer_id: ["uuid", ({ person }) => person.id],
    channel_id: ["uuid", ({ life }) => life.channel.id],
    team_id: ["uuid", ({ life }) => life.teamId],
    assignee_id: ["uuid", ({ life }) => life.assigneeId],
    status: ["text", ({ life }) => life.status],
    subject: ["text", ({ life }) => life.subject],
    is_public: ["boolean", ({ life }) => life.channel.kind === "post"],
    waiting_since: ["timestamptz", ({ life }) => iso(life.waitingSince)],
    cycle_started_at: ["timestamptz", ({ life }) => iso(life.cycleStartedAt)],
    first_response_at: ["timestamptz", ({ life }) => iso(life.firstResponseAt)],
    due_at: ["timestamptz", ({ life }) => iso(life.dueAt)],
    due_kind: [
      "text",
      ({ life }) =>
        life.dueAt === null ? null : life.firstResponseAt === null ? "first_response" : "next_response",
    ],
    no_reply_reason: ["text", ({ life }) => life.noReplyReason],
    resolved_at: ["timestamptz", ({ life }) => iso(life.resolvedAt)],
    last_message_at: ["timestamptz", ({ life }) => iso(life.messages[life.messages.length - 1]!.at)],
    last_customer_message_at: ["timestamptz", ({ life }) => iso(life.lastCustomerMessageAt)],
    excerpt: [
      "text",
      ({ life }) => life.messages.findLast((one) => one.kind === "customer")!.text.slice(0, 120),
    ],
    unanswered_count: ["int", ({ life }) => life.unanswered],
    message_count: ["int", ({ life }) => life.messages.length],
    created_at: ["timestamptz", ({ life }) => iso(life.start)],
    version: ["int", ({ life }) => life.events.length],
  });
  const t = tableOf(
    told.flatMap(({ life }) => life.tagIds.map((tagId) => ({ id: life.id, tagId }))),
    { conversation_id: ["uuid", (one) => one.id], tag_id: ["uuid", (one) => one.tagId] },
  );
  await tx.execute(sql`
    with c as materialized (select * from ${c}), made as (
      insert into conversations (id, number, brand_id, customer_id, channel_id, team_id, assignee_id, status, subject, is_public,
        waiting_since, cycle_started_at, first_response_at, due_at, due_kind, no_reply_reason, resolved_at, last_message_at,
        last_customer_message_at, excerpt, unanswered_count, message_count, is_sample, created_at, version)
      select id, coalesce(number, nextval('conversation_numbers')), ${stage.brandId}::uuid, customer_id, channel_id, team_id, assignee_id,
        status, subject, is_public, waiting_since, cycle_started_at, first_response_at, due_at, due_kind, no_reply_reason, resolved_at,
        last_message_at, last_customer_message_at, excerpt, unanswered_count, message_count, ${stage.isSample}, created_at, version from c
    )
    insert into queue (conversation_id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public, is_restricted, pin,
      due_at, since_at, last_message_at, is_new, version)
    select id, status, ${stage.brandId}::uuid, team_id, assignee_id, customer_id, channel_id, is_public, false, 0,
      coalesce(due_at, '9999-12-31Z'), coalesce(waiting_since, last_message_at), last_message_at,
      status = 'open' and first_response_at is null, version from c where status <> 'resolved'`);
  await tx.execute(sql`insert into conversation_tags (conversation_id, tag_id) select * from ${t}`);
}

type Said = Told & { message: Life["messages"][number] };
type Happened = Told & { event: Life["events"][number]; version: number };

/** Rows that go in one statement: on a busy machine it must end before a statement is given up. */
const atOnce = 1_000;

async function storeMessages(tx: Tx, stage: Stage, told: readonly Told[]): Promise<void> {
  const said = told.flatMap((one): Said[] => one.life.messages.map((message) => ({ ...one, message })));
  for (let at = 0; at < said.length; at += atOnce)
    await storeSomeMessages(tx, stage, said.slice(at, at + atOnce));
}

async function storeSomeMessages(tx: Tx, stage: Stage, said: readonly Said[]): Promise<void> {
  const texts = [...new Set(said.map(({ message }) => message.text))];
  const place = new Map(texts.map((text, at) => [text, at + 1]));
  const m = tableOf(said, {
    conversation_id: ["uuid", ({ life }) => life.id],
    id: ["uuid", ({ message }) => message.id],
    kind: ["text", ({ message }) => message.kind],
    channel_id: ["uuid", ({ life, message }) => (message.kind === "call" ? null : life.channel.id)],
    is_public: ["boolean", ({ life, message }) => life.channel.kind === "post" && message.kind !== "call"],
    agent_id: ["uuid", ({ message }) => message.agentId],
    is_automatic: ["boolean", ({ message }) => message.isAutomatic],
    author_name: ["text", ({ message, person }) => (message.kind === "customer" ? person.name : null)],
    author_address: ["text", ({ message, person }) => (message.kind === "customer" ? person.display : null)],
    address: ["text", ({ message, person }) => (message.kind === "reply" ? person.display : null)],
    subject: ["text", ({ life, message }) => subjectOf(life, message)],
    text_at: ["int", ({ message }) => place.get(message.text)!],
    language: ["text", ({ life, message }) => (message.kind === "customer" ? life.language : null)],
    sent_at: ["timestamptz", ({ message }) => iso(message.at)],
  });
  await tx.execute(sql`
    with m as materialized (select * from ${m}),
    t as materialized (select * from unnest(${sql.param(texts)}::text[]) with ordinality as t(text, at)), made as (
      insert into messages (conversation_id, id, kind, channel_id, is_public, agent_id, is_automatic, author_name, author_address, subject,
        text, language, external_id, recipients, call_outcome, sent_at, created_at)
      select conversation_id, id, kind, channel_id, is_public, agent_id, is_automatic, author_name, author_address, subject, t.text, language,
        case when kind <> 'call' then '<' || id || '@past.example>' end,
        case when kind = 'reply' and not is_public then jsonb_build_object('to', jsonb_build_array(address), 'cc', '[]'::jsonb, 'bcc', '[]'::jsonb) end,
        case when kind = 'call' then 'reached' end, sent_at, sent_at
      from m join t on t.at = m.text_at
    ), marks as (
      insert into message_marks (message_id, conversation_id, brand_id, is_public, said_at, scores, found, is_complaint, edition)
      select id, conversation_id, ${stage.brandId}::uuid, is_public, sent_at, '{}', '[]', false, 1 from m where kind = 'customer'
    )
    insert into deliveries (id, conversation_id, message_id, channel_id, state, mode, external_id, send_after, attempts, sent_at, created_at)
    select gen_random_uuid(), conversation_id, id, channel_id, 'sent', case when is_public then 'public' else 'private' end,
      '<' || id || '@past.example>', sent_at, 1, sent_at + interval '11 seconds', sent_at
    from m where kind = 'reply'`);
}

async function storeEvents(tx: Tx, stage: Stage, told: readonly Told[]): Promise<void> {
  const happened = told.flatMap((one): Happened[] =>
    one.life.events.map((event, at) => ({ ...one, event, version: at + 1 })),
  );
  happened.sort((a, b) => a.event.at - b.event.at || (a.life === b.life ? a.version - b.version : 0));
  for (let at = 0; at < happened.length; at += atOnce)
    await storeSomeEvents(tx, stage, happened.slice(at, at + atOnce));
}

async function storeSomeEvents(tx: Tx, stage: Stage, happened: readonly Happened[]): Promise<void> {
  const e = tableOf(happened, {
    type: ["text", ({ event }) => event.type],
    actor_kind: ["text", ({ event }) => event.actorKind],
    actor_id: ["uuid", ({ event }) => event.actorId],
    conversation_id: ["uuid", ({ life }) => life.id],
    message_id: ["uuid", ({ event }) => event.messageId],
    customer_id: ["uuid", ({ person }) => person.id],
    team_id: ["uuid", ({ life }) => life.teamId],
    channel_id: ["uuid", ({ life }) => life.channel.id],
    after: ["jsonb", ({ event }) => JSON.stringify(event.after)],
    version: ["int", ({ version }) => version],
    at: ["timestamptz", ({ event }) => iso(event.at)],
  });
  await tx.execute(sql`
    insert into events (epoch, type, actor_kind, actor_id, conversation_id, message_id, customer_id, team_id, brand_id, channel_id, after,
      version, occurred_at, recorded_at)
    select ${stage.epoch}::int, type, actor_kind, actor_id, conversation_id, message_id, customer_id, team_id, ${stage.brandId}::uuid, channel_id,
      after, version, at, at from ${e}`);
}

function subjectOf(life: Life, message: Life["messages"][number]): string | null {
  if (life.subject === null || message.kind === "call") return null;
  if (message.kind === "reply") return `Re: ${life.subject}`;
  return message === life.messages[0] ? life.subject : null;
}

function iso(at: number): string;
function iso(at: number | null): string | null;
function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
