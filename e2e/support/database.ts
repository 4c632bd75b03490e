import pg from "pg";
import { startEmbedded } from "@/db/embedded";

/**
 * The database of the server under test, for the few things that a browser cannot wait for. Joins the running one
 * and leaves again.
 */
async function tell(statement: string): Promise<void> {
  const server = await startEmbedded(process.env.E2E_DATA_DIR ?? "");
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
    await server.stop();
  }
}

/** Lets every reply leave whose author could still take it back: public ones wait for a whole minute. */
export async function letRepliesLeave(): Promise<void> {
  await tell("update deliveries set send_after = now() where state = 'queued'");
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
