import pg from "pg";
import { startEmbedded } from "@/db/embedded";

/**
 * The database of the server under test, for the few things that a browser cannot wait for. Joins the running one
 * and leaves again.
 */
async function tell(statement: string): Promise<Array<{ [column: string]: unknown }>> {
  const server = await startEmbedded(process.env.E2E_DATA_DIR ?? "");
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Lets every reply leave whose author could still take it back: public ones wait for a whole minute. */
export async function letRepliesLeave(): Promise<void> {
  await tell("update deliveries set send_after = now() - interval '1 second' where state = 'queued'");
}

/** Whether all replies to a customer have left, and what the network calls them is known here. */
export async function haveRepliesLeft(customer: string): Promise<boolean> {
  const open = await tell(`
    select 1 from deliveries d join messages m on m.id = d.message_id join conversations c on c.id = m.conversation_id
      join customers k on k.id = c.customer_id
    where k.name = '${customer.replaceAll("'", "''")}' and d.state in ('queued', 'sending')`);
  return open.length === 0;
}

/** Puts the beginning of a channel's outage so many minutes back. */
export async function letOutageLast(channel: string, minutes: number): Promise<void> {
  await tell(
    `update channels set failing_since = now() - interval '${minutes} minutes' where name = '${channel}' and failing_since is not null`,
  );
}

/** Puts everything about the promises to a customer so many days back: when they were made, show, and are due. */
export async function letPromisesAge(customer: string, days: number): Promise<void> {
  await tell(`
    update commitments m set made_at = made_at - interval '${days} days', show_at = show_at - interval '${days} days',
      due_at = due_at - interval '${days} days'
    from customers k where k.id = m.customer_id and k.name = '${customer.replaceAll("'", "''")}'`);
}

/** Puts the time by which a customer should have been answered so many minutes back from now. */
export async function letTargetsPass(customer: string, minutes: number): Promise<void> {
  const whose = `k.id = c.customer_id and k.name = '${customer.replaceAll("'", "''")}'`;
  const at = `now() - interval '${minutes} minutes'`;
  await tell(
    `update conversations c set due_at = ${at}, due_kind = 'first_response' from customers k where ${whose}`,
  );
  await tell(
    `update queue q set due_at = ${at} from conversations c, customers k where c.id = q.conversation_id and ${whose}`,
  );
}

/** Makes what is due in a customer's conversation due now, so that the timers look at it. */
export async function letTargetRing(customer: string): Promise<void> {
  await tell(`
    with c as (
      update conversations c set due_at = now() from customers k
      where k.id = c.customer_id and k.name = '${customer.replaceAll("'", "''")}' and c.due_at is not null returning c.id, c.due_at
    ) update queue q set due_at = c.due_at, rings_at = now() from c where q.conversation_id = c.id`);
}

/**
 * Puts everything that has happened in a customer's conversation into the past: their first message to 17:58 of a Friday
 * (YYYY-MM-DD) in Paris, whatever answered it to 9:04 of the Monday after, and lets it be measured again.
 */
export async function letConversationAge(customer: string, friday: string): Promise<void> {
  const asked = `timestamptz '${friday} 17:58 Europe/Paris'`;
  const answered = `((date '${friday}' + 3) + time '09:04') at time zone 'Europe/Paris'`;
  const whose = `(select c.id from conversations c join customers k on k.id = c.customer_id where k.name = '${customer.replaceAll("'", "''")}')`;
  await tell(`
    begin;
    alter table events disable trigger user;
    update events set occurred_at = case when type in ('conversation.opened', 'message.received') then ${asked} else ${answered} end,
      after = after - 'waiting_since' - 'cycle_started_at' - 'resolved_at' - 'due_at'
        || case when type = 'reply.sent' then '{"waiting_since": null}' else '{}' end::jsonb
      where conversation_id in ${whose};
    alter table events enable trigger user;
    update conversations set cycle_started_at = ${asked}, created_at = ${asked} where id in ${whose};
    insert into events (epoch, type, actor_kind, conversation_id, customer_id, team_id, brand_id, channel_id, before, after, version, occurred_at)
      select (select epoch from installation), 'conversation.woken', 'system', id, customer_id, team_id, brand_id, channel_id, '{}', '{}', version, now()
      from conversations where id in ${whose};
    commit`);
}

/** Makes a brand part of the sample: beside a real one the sample's own figures count no more. */
export async function letBeSample(brand: string): Promise<void> {
  await tell(`update brands set is_sample = true where name = '${brand.replaceAll("'", "''")}'`);
}
