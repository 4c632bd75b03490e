import { createHash } from "node:crypto";
import type pg from "pg";
import type { Received } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";

/**
 * The floor: what storing a message needs, as one prepared statement after the other on a bare `pg` client, with
 * the same rows, locks and indexes. No due times, no excerpts, no rules: less work than the product does.
 */
export async function storeByBareSteps(
  pool: pg.Pool,
  { message, channel, inboundId }: Received,
): Promise<void> {
  const client = await pool.connect();
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  const identity = message.author.identities[0]!;
  const key = `${channel.brandId} ${identity.kind} ${identity.value}`;
  const now = new Date();
  try {
    await client.query("begin");
    await run("lock", "select pg_advisory_xact_lock($1)", [
      createHash("sha256").update(key).digest().readBigInt64BE().toString(),
    ]);
    const owner = await run(
      "owner",
      `select k.id from identities i join customers k on k.id = i.customer_id
       where i.brand_id = $1 and i.kind = $2 and md5(i.value) = md5($3) and i.value = $3 and i.revoked_at is null
       for no key update of k`,
      [channel.brandId, identity.kind, identity.value],
    );
    let customerId: string | undefined = owner.rows[0]?.id;
    let conversation: { id: string; version: number; team_id: string | null } | undefined;
    if (message.inReplyTo.length > 0) {
      const found = await run(
        "conversation",
        `select c.id, c.version, c.team_id from messages m join conversations c on c.id = m.conversation_id
         where m.channel_id = $1 and md5(m.external_id) = md5($2) and m.external_id = $2 for update of c`,
        [channel.id, message.inReplyTo[0]],
      );
      conversation = found.rows[0];
    }
    if (!customerId) {
      customerId = newId();
      await run("customer", "insert into customers (id, brand_id, name, language) values ($1, $2, $3, $4)", [
        customerId,
        channel.brandId,
        message.author.name,
        message.language,
      ]);
      await run(
        "identity",
        "insert into identities (id, customer_id, brand_id, kind, value, display, evidence) values ($1, $2, $3, $4, $5, $6, $7)",
        [
          newId(),
          customerId,
          channel.brandId,
          identity.kind,
          identity.value,
          identity.display,
          "authenticated",
        ],
      );
    }
    const opened = !conversation;
    if (!conversation) {
      conversation = { id: newId(), version: 0, team_id: channel.teamId };
      await run(
        "open",
        `insert into conversations (id, brand_id, customer_id, channel_id, team_id, subject, waiting_since, cycle_started_at,
           last_message_at, last_customer_message_at, excerpt, unanswered_count, message_count)
         values ($1, $2, $3, $4, $5, $6, $7, $7, $7, $7, $8, 1, 1)`,
        [
          conversation.id,
          channel.brandId,
          customerId,
          channel.id,
          channel.teamId,
          message.subject,
          now,
          message.text.slice(0, 140),
        ],
      );
      await run(
        "list",
        `insert into queue (conversation_id, status, brand_id, team_id, customer_id, channel_id, is_public, is_restricted, pin, since_at, version)
         values ($1, 'open', $2, $3, $4, $5, false, false, 0, $6, 1)`,
        [conversation.id, channel.brandId, channel.teamId, customerId, channel.id, now],
      );
    } else {
      await run(
        "touch",
        `update conversations set status = 'open', waiting_since = coalesce(waiting_since, $2), last_message_at = $2,
           last_customer_message_at = $2, excerpt = $3, unanswered_count = unanswered_count + 1,
           message_count = message_count + 1, version = version + 1 where id = $1`,
        [conversation.id, now, message.text.slice(0, 140)],
      );
      await run(
        "relist",
        "update queue set status = 'open', version = version + 1 where conversation_id = $1",
        [conversation.id],
      );
    }
    const messageId = newId();
    await run(
      "message",
      `insert into messages (conversation_id, id, kind, channel_id, author_name, author_address, subject, text, language,
         external_id, recipients, inbound_id, sent_at)
       values ($1, $2, 'customer', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        conversation.id,
        messageId,
        channel.id,
        message.author.name,
        identity.display,
        message.subject,
        message.text,
        message.language,
        message.externalId,
        JSON.stringify({ ...message.recipients, bcc: [] }),
        inboundId,
        now,
      ],
    );
    for (const type of opened ? ["conversation.opened", "message.received"] : ["message.received"]) {
      await run(
        "event",
        `insert into events (epoch, type, actor_kind, conversation_id, message_id, customer_id, team_id, brand_id, channel_id,
           after, version, occurred_at)
         values ((select epoch from installation), $1, 'customer', $2, $3, $4, $5, $6, $7, '{"status":"open"}', $8, $9)`,
        [
          type,
          conversation.id,
          messageId,
          customerId,
          conversation.team_id,
          channel.brandId,
          channel.id,
          conversation.version + 1,
          now,
        ],
      );
    }
    await run(
      "done",
      "update inbound set state = 'done', done_at = now(), conversation_id = $2 where id = $1 and state = 'reading'",
      [inboundId, conversation.id],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
