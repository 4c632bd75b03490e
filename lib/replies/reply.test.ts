import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { closeConnections } from "@/lib/channels/email/sending/smtp-connections";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { receive } from "@/lib/conversations/receive";
import { threadToken } from "@/lib/conversations/thread-token";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cancelReply } from "./cancel";
import { deliverDue, recoverDeliveries } from "./deliver";
import { reply } from "./reply";
import { retryDelivery } from "./retry";

testDatabase();
let desk: TestDesk;
let trap: SMTPServer;
let refuse: { code: number; text: string } | null = null;
const caught: string[] = [];
const signal = new AbortController().signal;

beforeAll(async () => {
  desk = await testDesk();
  trap = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuse) return done(Object.assign(new Error(refuse.text), { responseCode: refuse.code }));
        caught.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const server = trap.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const config = {
    address: `care@marmelune.example`,
    smtpHost: "127.0.0.1",
    smtpPort: port,
    smtpSecurity: "none",
  };
  await db.execute(
    sql`update channels set config = ${JSON.stringify(config)}::jsonb, address = 'care@marmelune.example' where id = ${desk.channelId}`,
  );
});
afterAll(async () => {
  await stopParsing();
  closeConnections(desk.channelId);
  await new Promise<void>((resolve) => trap.close(() => resolve()));
});

function eml(from: string, subject: string, text: string, headers: string[] = []): Uint8Array {
  return Buffer.from(
    [
      `From: ${from}`,
      "To: care@marmelune.example",
      `Subject: ${subject}`,
      "Date: Sat, 21 Nov 2026 09:00:00 +0100",
      ...headers,
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "",
      text,
    ].join("\r\n"),
  );
}

async function arrive(from: string, subject: string, text: string, headers: string[] = []): Promise<void> {
  const body = eml(from, subject, text, headers);
  const item = { externalId: newId(), body, contentType: "message/rfc822", meta: {} };
  expect(await accept(desk.channelId, [item], null)).toEqual({ accepted: 1, known: 0 });
  expect(await accept(desk.channelId, [item], null)).toEqual({ accepted: 0, known: 1 });
  while ((await readLedger("test")) > 0);
}

async function opened(name: string) {
  const page = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
  const row = page.items.find((r) => r.customerName === name);
  if (!row) throw new Error(`no row of ${name}`);
  return getConversation(desk.salma, { idOrNumber: row.id });
}

function answer(view: Awaited<ReturnType<typeof opened>>, text: string) {
  const way = view.ways[0]!;
  return {
    conversationId: view.row.id,
    messageId: newId(),
    mode: way.mode,
    channelId: way.channelId,
    to: way.to,
    cc: [],
    bcc: [],
    subject: way.subject,
    text,
    attachmentIds: [],
    seen: view.seen,
  };
}

async function sendNow(): Promise<void> {
  await db.execute(
    sql`update deliveries set send_after = now() - interval '1 second' where state = 'queued'`,
  );
  await deliverDue("test", signal);
}

test("a mail is answered by SMTP, and the customer's answer lands in the same conversation", async () => {
  await arrive("Claire Dumontet <claire@example.org>", "Cocotte", "Elle est fendue.", [
    "Message-ID: <first@example.org>",
  ]);
  const view = await opened("Claire Dumontet");
  expect(view.ways[0]).toMatchObject({ mode: "private", to: ["claire@example.org"], subject: "Re: Cocotte" });
  await reply(desk.salma, answer(view, "Bonjour Claire, le virement part ce jour."));
  await sendNow();
  const mail = caught.at(-1)!;
  expect(mail).toMatch(/^In-Reply-To:\s*<first@example.org>/m);
  expect(mail).toMatch(/^To: claire@example.org/m);
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(mail)![1]!;
  const after = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(after.row).toMatchObject({ status: "waiting", waitingSince: null, assigneeId: desk.salma.id });
  await arrive("claire@example.org", "Re: Cocotte", "Merci, mais quand ?", [`In-Reply-To: ${messageId}`]);
  const again = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(again.row.status).toBe("open");
  expect(again.timeline.filter((item) => item.type === "message")).toHaveLength(3);
});

test("the words of a stranger who holds the thread's token are not quoted to the customer", async () => {
  await arrive("Thomas Weber <thomas@example.org>", "Bank", "Where do I pay?", [
    "Message-ID: <pay@example.org>",
  ]);
  const first = await opened("Thomas Weber");
  await arrive("Mallory <mallory@example.net>", "Bank", "Pay to this account instead.", [
    `In-Reply-To: <x.${threadToken(first.row.id)}@marmelune.example>`,
  ]);
  const view = await getConversation(desk.salma, { idOrNumber: first.row.id });
  expect(view.timeline.filter((item) => item.type === "message" && item.isFlagged)).toHaveLength(1);
  await reply(desk.salma, answer(view, "To the account on the invoice."));
  await sendNow();
  const mail = caught.at(-1)!;
  expect(mail).toMatch(/^To: thomas@example.org/m);
  expect(mail).toMatch(/^In-Reply-To:\s*<pay@example.org>/m);
  expect(mail).toContain("Where do I pay?");
  expect(mail).not.toContain("instead");
});

test("a reply sent after a colleague's is held back until confirmed, and its words come back", async () => {
  await arrive("Ben Okafor <ben@example.org>", "Kettle", "It leaks.");
  const view = await opened("Ben Okafor");
  await reply(desk.tom, answer(view, "We send another one."));
  const late = answer(view, "Please send a photo.");
  const held = await reply(desk.salma, late).catch((error: unknown) => error);
  expect(held).toBeInstanceOf(AppError);
  expect(held).toMatchObject({
    code: "conflict",
    details: { kind: "answered", by: "Tom Verhaegen", excerpt: "We send another one." },
  });
  const seen = (held as AppError).details as { seen: string };
  await reply(desk.salma, { ...late, seen: seen.seen });
});

test("of two replies at the same moment one wins", async () => {
  await arrive("Nora Lindqvist <nora@example.org>", "Enamel", "Is it safe?");
  const view = await opened("Nora Lindqvist");
  const both = await Promise.allSettled([
    reply(desk.tom, answer(view, "Yes.")),
    reply(desk.salma, answer(view, "Yes it is.")),
  ]);
  expect(both.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});

test("a reply taken back never leaves, and the conversation is as before", async () => {
  await arrive("Paul Rey <paul@example.org>", "Invoice", "Where is it?");
  const view = await opened("Paul Rey");
  const draft = answer(view, "Here it is.");
  await reply(desk.salma, draft);
  const again = await reply(desk.salma, draft);
  expect(again.messageId).toBe(draft.messageId);
  await cancelReply(desk.salma, { conversationId: view.row.id, messageId: draft.messageId });
  const count = caught.length;
  await sendNow();
  expect(caught.filter((mail) => mail.includes("Here it is"))).toHaveLength(0);
  expect(caught.length).toBeGreaterThanOrEqual(count);
  const after = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(after.row).toMatchObject({ status: "open", assigneeId: null });
  expect(after.row.waitingSince).toBe(view.row.waitingSince);
  expect(after.draft?.text).toBe("Here it is.");
});

test("a refused reply opens the conversation again with its old wait, and can be sent again", async () => {
  await arrive("Giulia Conti <giulia@example.org>", "Rimborso", "Grazie, aspetto");
  const view = await opened("Giulia Conti");
  await reply(desk.salma, answer(view, "Domani."));
  refuse = { code: 550, text: "no such user" };
  await sendNow();
  refuse = null;
  const failed = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(failed.row).toMatchObject({ status: "open", waitingSince: view.row.waitingSince });
  const message = failed.timeline.filter((item) => item.type === "message").at(-1)!;
  expect(message).toMatchObject({ delivery: { state: "failed" } });
  await retryDelivery(desk.salma, { deliveryId: message.type === "message" ? message.delivery!.id : "" });
  // It may have left before, so it can no longer be taken back without a trace.
  await expect(
    cancelReply(desk.salma, { conversationId: view.row.id, messageId: message.id }),
  ).rejects.toMatchObject({ key: "reply.has_left" });
  await sendNow();
  expect(caught.filter((mail) => mail.includes("Domani"))).toHaveLength(1);
});

test("a temporary refusal is tried again later", async () => {
  await arrive("Marek Nowak <marek@example.org>", "Mixer", "In pieces.");
  const view = await opened("Marek Nowak");
  await reply(desk.salma, answer(view, "A new one leaves today."));
  refuse = { code: 451, text: "later" };
  await sendNow();
  refuse = null;
  const put = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(put.timeline.at(-1)).toMatchObject({ delivery: { state: "queued", attempts: 1 } });
  await sendNow();
  expect(caught.filter((mail) => mail.includes("leaves today"))).toHaveLength(1);
});

test("what a dead worker left in `sending` is shown as uncertain, never sent twice", async () => {
  const [placed] = await receive([
    {
      inboundId: await ledgerRow(),
      claimedBy: "me",
      receivedAt: new Date(),
      channel: desk.channel,
      message: testMessage("odile@example.org", "It smoked"),
      files: [],
    },
  ]);
  const view = await getConversation(desk.salma, { idOrNumber: placed!.conversationId });
  const sent = await reply(desk.salma, answer(view, "We call you."));
  await db.execute(
    sql`update deliveries set state = 'sending', lease_until = now() - interval '1 second' where id = ${sent.deliveryId}`,
  );
  await recoverDeliveries(signal);
  const after = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(after.row.status).toBe("open");
  expect(after.timeline.filter((item) => item.type === "message").at(-1)).toMatchObject({
    delivery: { state: "unknown" },
  });
  expect(caught.filter((mail) => mail.includes("We call you"))).toHaveLength(0);
});

async function ledgerRow(): Promise<string> {
  const id = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${id}, ${desk.channelId}, ${id}, ${id}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  return id;
}
