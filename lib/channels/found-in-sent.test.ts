import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { arrive } from "@/lib/customers/test-arrive";
import { newId } from "@/lib/id";
import { accept } from "./accept";
import { readLedger } from "./intake";
import { stopParsing } from "./parse-pool";

testDatabase();
afterAll(stopParsing);

test("a colleague's answer found in Sent is kept however long a delivery of ours hangs", async () => {
  const desk = await testDesk();
  const { conversationId, externalId } = await arrive(desk, "paul@example.org", "Where is my invoice?");
  const [deliveryId, messageId] = [newId(), newId()];
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, agent_id, text, sent_at, created_at)
    values (${conversationId}, ${messageId}, 'reply', ${desk.channelId}, ${desk.tom.id}, 'It is on its way.', now(), now())`);
  await db.execute(sql`
    insert into deliveries (id, conversation_id, message_id, channel_id, mode, state, external_id, send_after)
    values (${deliveryId}, ${conversationId}, ${messageId}, ${desk.channelId}, 'private', 'sending', ${messageId}, now())`);
  const own = "<written-elsewhere@marmelune.example>";
  const mail = `From: care@marmelune.example\r\nTo: paul@example.org\r\nMessage-ID: ${own}\r\nIn-Reply-To: ${externalId}\r\nSubject: Re: Hello\r\n\r\nHere is your invoice.\r\n`;
  const item = { externalId: own, body: Buffer.from(mail), contentType: "message/rfc822" };
  const meta = { via: "sent", receivedAt: new Date().toISOString() };
  await accept(desk.channelId, [{ ...item, meta }], null);
  const tryAgain = async () => {
    await db.execute(sql`update inbound set try_after = now() where state = 'new'`);
    await readLedger("sent");
    const found = await db.execute(sql`select 1 from messages where external_id = ${own}`);
    return found.rows.length;
  };
  for (let n = 0; n < 6; n++) expect(await tryAgain()).toBe(0);
  await db.execute(sql`update deliveries set state = 'sent', sent_at = now() where id = ${deliveryId}`);
  expect(await tryAgain()).toBe(1);
});
