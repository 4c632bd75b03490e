import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, type System, visible } from "@/lib/access";
import { normalAddress } from "@/lib/channels/email/addresses";
import { changeConversation } from "@/lib/conversations/change";
import { signToken } from "@/lib/conversations/thread-token";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";

/** Who is asked: a colleague, a team, or somebody outside the house by their address. */
export type Asked =
  | { kind: "agent"; agentId: string }
  | { kind: "team"; teamId: string }
  | { kind: "outside"; address: string };

export type AskInput = {
  conversationId: string;
  asked: Asked;
  question: string;
  /** By when; null where it does not matter. */
  dueAt: Date | null;
  /** Messages of this conversation that the asked person may read; none unless chosen. */
  quotedIds: string[];
  /** Lets somebody read of a restricted conversation who is not named on it. */
  mayShare: boolean;
};

/**
 * Asks somebody while the customer's clock runs on: a note shows the question, and a mail takes it to everybody asked,
 * who may answer it without an account. Throws `conflict` where the conversation is restricted and somebody asked is
 * not named on it, and `invalid` for the customer's own address or one of ours.
 */
export async function ask(actor: Actor, input: AskInput): Promise<{ askId: string; eventId: number }> {
  authorize(actor, "conversation.note");
  return transact((tx) => askWithin(tx, actor, { ...input, askedBy: actor.id }));
}

/** The same as a part of a larger command, or by the product itself in the name of `askedBy`, such as a reminder. */
export async function askWithin(
  tx: Tx,
  actor: Actor | System,
  input: AskInput & { askedBy: string | null },
): Promise<{ askId: string; eventId: number }> {
  const about = await aboutOf(tx, actor, input.conversationId);
  const question = cleanText(input.question, 5_000).trim();
  if (question === "") fail("invalid", "ask.empty");
  if (input.dueAt !== null && input.dueAt.getTime() <= Date.now()) fail("invalid", "ask.past");
  const { name, readers } = await readersOf(tx, about, input.asked);
  if (about.isRestricted && !input.mayShare && !readers.every((one) => isNamed(about, one.agentId)))
    fail("conflict", "ask.restricted");
  const [askId, messageId] = [newId(), newId()];
  const changed = await changeConversation(tx, actor, {
    id: input.conversationId,
    type: "ask.made",
    set: sql`message_count = c.message_count + 1`,
    messageId,
    more: {
      askId,
      agentId: input.asked.kind === "agent" ? input.asked.agentId : null,
      teamId: input.asked.kind === "team" ? input.asked.teamId : null,
      until: input.dueAt?.toISOString() ?? null,
    },
  });
  await tx.execute(sql`
      insert into messages (conversation_id, id, kind, agent_id, is_automatic, text, sent_at, created_at)
      values (${changed.id}, ${messageId}, 'note', ${input.askedBy}, ${actor.kind === "system"}, ${`→ ${name}\n\n${question}`}, clock_timestamp(), clock_timestamp())`);
  await tx.execute(sql`
      insert into asks (id, conversation_id, message_id, asked_by, agent_id, team_id, address, question, quoted_ids, due_at)
      values (${askId}, ${changed.id}, ${messageId}, ${input.askedBy}, ${input.asked.kind === "agent" ? input.asked.agentId : null},
        ${input.asked.kind === "team" ? input.asked.teamId : null}, ${input.asked.kind === "outside" ? readers[0]?.address : null},
        ${question}, ${JSON.stringify(await quotable(tx, input))}::jsonb, ${input.dueAt?.toISOString() ?? null}::timestamptz)`);
  if (about.mailbox === null && input.asked.kind === "outside") fail("conflict", "ask.no_mailbox");
  if (about.mailbox !== null) await queueMails(tx, { askId, mailbox: about.mailbox, readers });
  return { askId, eventId: changed.eventId };
}

type About = {
  isRestricted: boolean;
  customerId: string;
  namedIds: string[];
  /** Own mailbox of the conversation, else one of its brand. */
  mailbox: { id: string; address: string } | null;
};
type Reader = { agentId: string | null; address: string };

async function aboutOf(tx: Tx, actor: Actor | System, conversationId: string): Promise<About> {
  const found = await tx.execute<About>(sql`
    select c.is_restricted as "isRestricted", c.customer_id as "customerId",
      array(select x.agent_id::text from conversation_access x where x.conversation_id = c.id) as "namedIds",
      (select json_build_object('id', h.id, 'address', h.config ->> 'address') from channels h
       where h.brand_id = c.brand_id and h.kind = 'email' and h.paused_at is null and h.config ->> 'address' is not null
         and coalesce(h.config ->> 'plays', '') <> 'customers'
       order by h.id <> c.channel_id, h.created_at, h.id limit 1) as mailbox
    from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}

async function readersOf(tx: Tx, about: About, asked: Asked): Promise<{ name: string; readers: Reader[] }> {
  switch (asked.kind) {
    case "agent": {
      const found = await tx.execute<{ id: string; name: string; email: string }>(
        sql`select id, name, email from agents where id = ${asked.agentId} and deactivated_at is null`,
      );
      const person = found.rows[0] ?? fail("invalid", "ask.unknown");
      return { name: person.name, readers: [{ agentId: person.id, address: person.email.toLowerCase() }] };
    }
    case "team": {
      const found = await tx.execute<{ name: string; people: Reader[] }>(sql`
        select t.name, coalesce((select json_agg(json_build_object('agentId', a.id, 'address', lower(a.email)) order by a.id)
          from team_members m join agents a on a.id = m.agent_id
          where m.team_id = t.id and a.deactivated_at is null and a.role <> 'observer'), '[]') as people
        from teams t where t.id = ${asked.teamId}`);
      const team = found.rows[0] ?? fail("invalid", "ask.unknown");
      if (team.people.length === 0) fail("conflict", "ask.empty_team");
      return { name: team.name, readers: team.people };
    }
    case "outside": {
      const address = normalAddress(asked.address) ?? fail("invalid", "ask.address");
      const known = await tx.execute<{ isCustomer: boolean; isOurs: boolean }>(sql`
        select exists (select 1 from identities i where i.customer_id in (select records_of(${about.customerId})) and i.kind = 'email' and i.value = ${address}) as "isCustomer",
          exists (select 1 from channels h where lower(h.config ->> 'address') = ${address}) as "isOurs"`);
      if (known.rows[0]?.isCustomer) fail("invalid", "ask.customer");
      if (known.rows[0]?.isOurs) fail("invalid", "ask.ours");
      return { name: address, readers: [{ agentId: null, address }] };
    }
  }
}

function isNamed(about: About, agentId: string | null): boolean {
  return agentId !== null && about.namedIds.includes(agentId);
}

/** Only what was said with the customer can be shown, and only of this conversation. */
async function quotable(tx: Tx, input: AskInput): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(sql`
    select id from messages where conversation_id = ${input.conversationId} and id = any(${`{${input.quotedIds.join(",")}}`}::uuid[])
      and kind in ('customer', 'reply') and deleted_at is null order by sent_at, id`);
  return found.rows.map((row) => row.id);
}

async function queueMails(
  tx: Tx,
  input: { askId: string; mailbox: { id: string; address: string }; readers: Reader[] },
): Promise<void> {
  const domain = input.mailbox.address.slice(input.mailbox.address.lastIndexOf("@") + 1);
  for (const { agentId, address } of input.readers) {
    const id = newId();
    const externalId = `<ask-${id}.${signToken("ask", id)}@${domain}>`;
    await tx.execute(sql`
      insert into ask_mails (id, ask_id, agent_id, address, channel_id, external_id)
      values (${id}, ${input.askId}, ${agentId}, ${address}, ${input.mailbox.id}, ${externalId})`);
  }
}
