import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import { addNote } from "@/lib/conversations/note";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { saveBrandSignature, saveMySignature, signatureInput } from "@/lib/signatures/signature";
import { readBelow } from "./below";
import { historyOf } from "./history";

testDatabase();

let desk: TestDesk;
let conversationId: string;
let messageId: string;
const giulia = "giulia.conti@example.org";

beforeAll(async () => {
  desk = await testDesk();
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(giulia, "Where is my refund?\n\nOn Monday, Marmelune wrote:\n> It left.", {
    quoteAt: 21,
    language: "fr",
  });
  message.author.name = "Giulia Conti";
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  conversationId = placed?.conversationId ?? "";
  await addNote(desk.salma, { conversationId, text: "She is right, the bank refused it.", mentions: [] });
  await say("reply", "We are looking into it.", { to: [giulia], state: "sent" });
  await say("reply", "This one never left.", { to: [giulia], state: "failed" });
  await say("reply", "To the bank: please look.", { to: ["bank@example.org"], state: "sent" });
  await say("customer", "I am her brother.", { from: "brother@example.org" });
  await say("customer", "Read this, stranger.", { from: giulia, isFlagged: true });
  messageId = await say("reply", "It leaves tomorrow.", { to: [giulia], state: "queued" });
});

async function say(
  kind: "reply" | "customer",
  text: string,
  more: { to?: string[]; from?: string; state?: string; isFlagged?: boolean },
): Promise<string> {
  const id = newId();
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, agent_id, author_address, text, external_id, recipients, is_flagged, sent_at, created_at)
    values (${conversationId}, ${id}, ${kind}, ${desk.channelId}, ${kind === "reply" ? desk.salma.id : null}::uuid, ${more.from ?? null}, ${text},
      ${`<${id}@marmelune.example>`}, ${JSON.stringify({ to: more.to ?? [], cc: [], bcc: [] })}::jsonb, ${more.isFlagged ?? false},
      clock_timestamp(), clock_timestamp())`);
  if (more.state)
    await db.execute(sql`
      insert into deliveries (id, conversation_id, message_id, channel_id, state, mode, external_id, send_after, sent_at)
      values (${newId()}, ${conversationId}, ${id}, ${desk.channelId}, ${more.state}, 'private', ${`<${id}@marmelune.example>`}, now(),
        ${more.state === "sent" ? new Date().toISOString() : null}::timestamptz)`);
  return id;
}

async function quotedFor(to: string[]): Promise<string[]> {
  const recipients = { to, cc: [], bcc: [] };
  const said = await historyOf({ conversationId, messageId, sideThreadId: null, recipients });
  return said.map(({ text }) => text);
}

test("what is quoted is what was said with these readers: no note, no other address, nothing that never left", async () => {
  expect(await quotedFor(["Giulia.Conti@example.org"])).toEqual([
    "We are looking into it.",
    "Where is my refund?",
  ]);
});

test("somebody who was not part of it is told nothing of it", async () => {
  expect(await quotedFor(["stranger@example.org"])).toEqual([]);
  expect(await quotedFor(["brother@example.org"])).toEqual(["I am her brother."]);
});

test("mine stands before the brand's, in the customer's language, and a line without its value is left out", async () => {
  const hannah = { ...desk.salma, role: "admin" as const };
  await saveBrandSignature(hannah, {
    ...signatureInput.parse({ text: "The team of {{brand.name}}", in: { fr: "L’équipe" } }),
    brandId: desk.brandId,
  });
  await db.execute(
    sql`update customers set language = 'fr' where id = (select customer_id from conversations where id = ${conversationId})`,
  );
  expect((await readBelow(conversationId, desk.salma.id)).signature).toBe("L’équipe");
  await saveMySignature(
    desk.salma,
    signatureInput.parse({ text: "Kind regards,\n{{agent.first_name}}\n{{agent.title}}", in: { fr: " " } }),
  );
  expect((await readBelow(conversationId, desk.salma.id)).signature).toBe("Kind regards,\nSalma");
  expect((await readBelow(conversationId, desk.tom.id)).signature).toBe("L’équipe");
});
