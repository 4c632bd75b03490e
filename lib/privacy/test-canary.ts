import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type TestDesk, testMessage } from "@/db/test-desk";
import { env } from "@/env";
import { accept } from "@/lib/channels/accept";
import { readLane } from "@/lib/channels/intake";
import { learnWords } from "@/lib/conversations/learn-words";
import { receive } from "@/lib/conversations/receive";
import { put } from "@/lib/files";
import { newId } from "@/lib/id";
import { places } from "./places";
import { scopeOf } from "./scope";

/** A word that nobody else says, not even another test that plants one in the same store of files. */
export const canary = `Quetzal${newId()
  .slice(-12)
  .replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")}`;
export const address = `odile.${canary.toLowerCase()}@courriel.example`;

export type Canary = { customerId: string; conversationId: string; messageId: string };

/** A customer with the canary in every column of every table that can hold it, and in every kind of file. */
export async function plantCanary(desk: TestDesk): Promise<Canary> {
  const raw = [
    `From: Odile ${canary} <${address}>`,
    "To: care@marmelune.example",
    `Subject: ${canary} fendue`,
    `Message-ID: <${canary}@courriel.example>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Bonjour, ma ${canary} est fendue. ${"x ".repeat(40_000)}`,
    "--b",
    `Content-Type: text/plain; name="${canary}.txt"`,
    `Content-Disposition: attachment; filename="${canary}.txt"`,
    "",
    `${canary} in a file`,
    "--b--",
    "",
  ].join("\r\n");
  const item = {
    externalId: `<${canary}@courriel.example>`,
    body: Buffer.from(raw),
    contentType: "message/rfc822",
    meta: { from: address },
  };
  await accept(desk.channelId, [item], null);
  while ((await readLane("canary", "live")) > 0) {}
  // What could not be read, and a note of another kind that never became a message.
  await accept(
    desk.channelId,
    [
      {
        ...item,
        externalId: "broken",
        body: Buffer.from(`{ "from": "${address}", "text": "${canary}"`),
        contentType: "application/x-broken",
      },
    ],
    null,
  );
  await accept(
    desk.channelId,
    [
      {
        ...item,
        externalId: "broken and large",
        body: Buffer.from(`${"y".repeat(100_000)} ${address}`),
        contentType: "application/x-broken",
      },
    ],
    null,
  );
  await db.execute(
    sql`update inbound set state = 'parked', failure_code = 'unreadable_broken' where external_id like 'broken%'`,
  );
  const found = await db.execute<{ customerId: string; conversationId: string; messageId: string }>(sql`
    select c.customer_id as "customerId", c.id as "conversationId", m.id as "messageId" from conversations c join messages m on m.conversation_id = c.id
    where m.author_address = ${address}`);
  const ids = found.rows[0]!;
  await learnWords();
  await plantRows(desk, ids);
  await plantColumns(desk, ids.customerId);
  return ids;
}

/** One row at least in every table of the list. */
async function plantRows(desk: TestDesk, ids: Canary): Promise<void> {
  const { customerId, conversationId, messageId } = ids;
  const other = newId();
  const file = await put(Buffer.from(`${canary} upload`));
  const { brandId, channelId, salma } = desk;
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${other}, ${brandId}, 'Ben Okafor')`,
  );
  const [low, high] = [customerId, other].sort();
  const reply = newId();
  const side = newId();
  const ask = newId();
  const commitment = newId();
  const rule = newId();
  const held = newId();
  const upload = newId();
  const run = newId();
  const statements = [
    sql`insert into messages (conversation_id, id, kind, agent_id, text, sent_at) values (${conversationId}, ${reply}, 'reply', ${salma.id}, 'Bonjour', now())`,
    sql`insert into message_versions (conversation_id, message_id, version, text, replaced_at) values (${conversationId}, ${messageId}, 1, 'x', now())`,
    sql`insert into message_marks (message_id, conversation_id, brand_id, is_public, said_at, scores, found, is_complaint, edition) values (${messageId}, ${conversationId}, ${brandId}, false, now(), '{}', '[]', true, 1) on conflict do nothing`,
    sql`insert into cue_labels (message_id, family, conversation_id, is_said) values (${messageId}, 'complaint', ${conversationId}, true)`,
    sql`insert into alike_texts (conversation_id, message_id, brand_id, is_public, text, print, size, said_at) values (${conversationId}, ${messageId}, ${brandId}, false, 'x', repeat('0', 2048)::bit(2048), 0, now()) on conflict do nothing`,
    sql`insert into drafts (agent_id, conversation_id, mode, text) values (${salma.id}, ${conversationId}, 'note', 'x')`,
    sql`insert into shared_drafts (conversation_id, holder_id, mode, text) values (${conversationId}, ${salma.id}, 'note', 'x')`,
    sql`insert into attachments (id, uploaded_by, name, content_type, size, sha256, storage_key) values (${upload}, ${salma.id}, 'x', 'text/plain', 1, 'x', ${file.key})`,
    sql`insert into held_replies (id, conversation_id, author_id, state, mode, channel_id, text, recipients, attachment_ids, digest, seen, afterwards)
      values (${held}, ${conversationId}, ${salma.id}, 'returned', 'private', ${channelId}, 'x', '{}', ${JSON.stringify([upload])}::jsonb, 'x', 'x', 'stay')`,
    sql`insert into risks (conversation_id, patience, reasons, by, band, hazard, model) values (${conversationId}, 'mail', '[]', 'patience', 'today', 0.001, 1) on conflict do nothing`,
    sql`insert into risk_spans (id, conversation_id, brand_id, customer_id, patience, waiting_since, known, from_at, model) values (${newId()}, ${conversationId}, ${brandId}, ${customerId}, 'mail', now(), 0, now(), 1) on conflict do nothing`,
    sql`insert into signals (id, brand_id, customer_id, kind, occurred_at, external_id) values (${newId()}, ${brandId}, ${customerId}, 'order_placed', now(), 'x')`,
    sql`insert into outreaches (conversation_id, customer_id, brand_id, rule_kind, reasons, way) values (${conversationId}, ${customerId}, ${brandId}, 'returns', '[]', 'none')`,
    sql`insert into notifications (id, agent_id, kind, conversation_id, event_id) values (${newId()}, ${salma.id}, 'followed', ${conversationId}, 'x')`,
    sql`insert into customer_links (id, brand_id, a_id, b_id, verdict, evidence, reasons) values (${newId()}, ${brandId}, ${low}, ${high}, 'perhaps', 'likeness', '[]') on conflict do nothing`,
    sql`insert into avatars (customer_id, content_type, bytes) values (${customerId}, 'image/png', 'x')`,
    sql`insert into blocks (id, brand_id, kind, identity_kind, value) values (${newId()}, ${brandId}, 'address', 'email', ${address})`,
    sql`insert into idempotency_keys (actor_id, key, route, request_hash, body) values (${salma.id}, 'x', 'x', 'x', ${JSON.stringify({ id: conversationId })}::jsonb)`,
    sql`insert into rate_limits (key, points) values (${`acknowledge:${address}`}, 1)`,
    sql`insert into deliveries (id, conversation_id, message_id, channel_id, mode, external_id, send_after, state, sent_at) values (${newId()}, ${conversationId}, ${reply}, ${channelId}, 'private', 'x', now(), 'sent', now())`,
    sql`insert into knocks (id, channel_id, message_id, ms, answer, is_taken) values (${newId()}, ${channelId}, ${reply}, 1, 'x', true)`,
    sql`insert into asks (id, conversation_id, message_id, address, question) values (${ask}, ${conversationId}, ${reply}, 'x', 'x')`,
    sql`insert into ask_mails (id, ask_id, address, channel_id, external_id) values (${newId()}, ${ask}, 'x', ${channelId}, 'x')`,
    sql`insert into side_threads (id, conversation_id, channel_id, subject, participants) values (${side}, ${conversationId}, ${channelId}, 'x', '[]')`,
    sql`insert into commitments (id, brand_id, customer_id, conversation_id, text, due_at, show_at) values (${commitment}, ${brandId}, ${customerId}, ${conversationId}, 'x', now(), now())`,
    sql`insert into commitment_moves (id, commitment_id) values (${newId()}, ${commitment})`,
    sql`insert into gestures (id, brand_id, customer_id, conversation_id, kind, amount_minor, currency, state) values (${newId()}, ${brandId}, ${customerId}, ${conversationId}, 'refund', 100, 'EUR', 'granted')`,
    sql`insert into surveys (id, conversation_id, brand_id, customer_id, resolved_at, state, ask_after, decided_at, language, token_hash, verdict, comment, answered_at)
      values (${newId()}, ${conversationId}, ${brandId}, ${customerId}, now(), 'asked', now(), now(), 'fr', 'x', 'partly', ${canary}, now())`,
    sql`insert into leaks (id, brand_id, customer_id, private_conversation_id, told_at, posted_at, door) values (${newId()}, ${brandId}, ${customerId}, ${conversationId}, now(), now(), 'button')`,
    sql`insert into bulk_runs (id, agent_id, act, state, total, as_of) values (${run}, ${salma.id}, '{}', 'done', 1, now())`,
    sql`insert into bulk_items (run_id, conversation_id) values (${run}, ${conversationId})`,
    sql`insert into moderation_rules (id, name, position, conditions, actions) values (${rule}, 'x', 1, ${JSON.stringify({ authors: [address.toUpperCase()] })}::jsonb, '[]')`,
    sql`insert into moderation_hits (id, rule_id, conversation_id, message_id, did) values (${newId()}, ${rule}, ${conversationId}, ${messageId}, '[]')`,
    sql`insert into privacy_requests (conversation_id, kind, asked_at, due_at) values (${conversationId}, 'erasure', now(), now() + interval '1 month')`,
    sql`insert into spikes (id, brand_id, series, from_hour, to_hour, hours, seen, groups) values (${newId()}, ${brandId}, 'mentions', now(), now(), 1, 9, ${JSON.stringify([{ text: canary, count: 3, conversationIds: [conversationId] }])}::jsonb)`,
    sql`insert into imports (id, brand_id, what, name, mapping, storage_key) values (${newId()}, ${brandId}, 'customers', 'x', '{}', ${(await put(Buffer.from(`name;mail\nOdile;${address}\n`))).key})`,
    sql`insert into imports (id, brand_id, what, name, state, mapping, faults) values (${newId()}, ${brandId}, 'customers', 'x', 'done', '{}', ${JSON.stringify([{ line: 1, code: "x", params: { value: address } }])}::jsonb)`,
    sql`insert into views (id, name, query) values (${newId()}, 'x', ${`is:open from:${address}`})`,
    sql`insert into notices (id, text, starts_at) values (${newId()}, ${`Call ${address} first`}, now())`,
  ];
  for (const statement of statements) await db.execute(statement);
  // A stranger who quotes: the person's words in somebody else's conversation.
  await receive([
    {
      ...(await theirs(desk)),
      message: testMessage("ben.okafor@example.org", "Hello, is my order on its way?"),
    },
  ]);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, author_name, author_address, text, is_flagged, sent_at)
    select c.id, ${newId()}, 'customer', ${`Odile ${canary}`}, ${address}, ${`I am ${canary}`}, true, now()
    from conversations c join messages m on m.conversation_id = c.id where m.author_address like 'ben.okafor@%' limit 1`);
}

async function theirs(desk: TestDesk) {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'text/plain', '{}', 'x', 1, 'reading', 'canary')`);
  return { inboundId, claimedBy: "canary", channel: desk.channel, receivedAt: new Date(), files: [] };
}

/** The canary in every column of those rows that takes it. What is found by a column, or is a code, is left. */
async function plantColumns(desk: TestDesk, customerId: string): Promise<void> {
  const scope = await scopeOf(db, desk.salma, customerId);
  const found = await db.execute<{ table: string; column: string; type: string }>(sql`
    select table_name as table, column_name as column, udt_name as type from information_schema.columns
    where table_schema = 'public' and udt_name in ('text', 'jsonb', 'bytea', '_text')`);
  const foundBy = [
    "blocks.value",
    "idempotency_keys.body",
    "rate_limits.key",
    "spikes.groups",
    "identities.value",
    "held_replies.attachment_ids",
    "attachments.storage_key",
    "inbound.body_key",
    "inbound.external_hash",
    "messages.author_address",
  ];
  for (const place of places)
    for (const { column, type } of found.rows.filter(({ table }) => table === place.table)) {
      if (place.stays.includes(column) || foundBy.includes(`${place.table}.${column}`)) continue;
      if (place.table === "inbound" && (column === "state" || column === "body")) continue;
      if (place.table === "deliveries" && column === "state") continue;
      const name = sql.identifier(column);
      const value =
        type === "jsonb"
          ? sql`case jsonb_typeof(t.${name}) when 'array' then jsonb_build_array(${canary}::text) else jsonb_build_object('a', ${canary}::text) end`
          : type === "bytea"
            ? sql`convert_to(${canary}, 'UTF8')`
            : type === "_text"
              ? sql`array[${canary}::text]`
              : sql`${canary}::text || right(ctid::text, 3)`;
      await db
        .transaction((tx) =>
          tx.execute(
            sql`update ${sql.identifier(place.table)} t set ${name} = ${value} where ${place.of(scope)}`,
          ),
        )
        .catch(() => {});
    }
}

/** Every table with a row, and every file, that still holds the canary in any spelling of case. */
export async function findCanary(): Promise<string[]> {
  const tables = await db.execute<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const columns = await db.execute<{ name: string; type: string }>(sql`
      select quote_ident(column_name) as name, udt_name as type from information_schema.columns
      where quote_ident(table_schema) || '.' || quote_ident(table_name) = ${name}`);
    for (const { name: column, type } of columns.rows) {
      const words = type === "bytea" ? `encode(${column}, 'escape')` : `${column}::text`;
      const hits = await db.execute<{ n: number }>(
        sql.raw(`select count(*)::int as n from ${name} where ${words} ilike '%${canary}%'`),
      );
      if (hits.rows[0]!.n > 0) found.push(`${name}.${column}`);
    }
  }
  const folder = join(env.DATA_DIR, "files");
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    if (
      file.isFile() &&
      (await readFile(join(file.parentPath, file.name)))
        .toString()
        .toLowerCase()
        .includes(canary.toLowerCase())
    )
      found.push(`file ${file.name}`);
  return found;
}
