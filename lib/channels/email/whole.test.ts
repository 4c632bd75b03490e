import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { startMailTrap } from "@/e2e/support/mail";
import { accept } from "@/lib/channels/accept";
import type { Json } from "@/lib/channels/channel";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { threadToken } from "@/lib/conversations/thread-token";
import { newId } from "@/lib/id";
import { startDue, whenDelivered } from "@/lib/replies/deliver";
import { reply } from "@/lib/replies/reply";
import { markSent } from "@/lib/replies/settle";
import { rawMail } from "./raw-item";

testDatabase();
let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
  await db.execute(
    sql`update channels set config = '{"address": "care@marmelune.example"}'::jsonb, address = 'care@marmelune.example' where id = ${desk.channelId}`,
  );
});
afterAll(() => stopParsing());

async function arrive(lines: string[], meta: { [key: string]: Json } = {}): Promise<void> {
  await accept(desk.channelId, [rawMail(Buffer.from(lines.join("\r\n")), meta)], null);
  while ((await readLedger("test")) > 0);
}

async function opened(name: string) {
  const page = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
  const row = page.items.find((each) => each.customerName === name);
  if (!row) throw new Error(`no row of ${name}`);
  return getConversation(desk.salma, { idOrNumber: row.id });
}

test("a reply written in another mail program is ours, with its date, its quotation and its files", async () => {
  await arrive([
    "From: Claire Dumontet <claire@dumontet.example>",
    "To: care@marmelune.example",
    "Message-ID: <first@dumontet.example>",
    "Date: Sat, 21 Nov 2026 09:00:00 +0100",
    "Subject: Lid",
    "",
    "The lid does not fit.",
  ]);
  const view = await opened("Claire Dumontet");
  const sent = [
    "From: Tom Verhaegen <care@marmelune.example>",
    "To: claire@dumontet.example",
    "Cc: paul@rey.example",
    "Message-ID: <from-thunderbird@marmelune.example>",
    "In-Reply-To: <first@dumontet.example>",
    "Date: Sat, 21 Nov 2026 09:30:00 +0100",
    "Subject: Re: Lid",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "A new one leaves today.",
    "",
    "On 21/11/2026 09:00, Claire Dumontet wrote:",
    "> The lid does not fit.",
    "--b",
    'Content-Type: application/pdf; name="label.pdf"',
    "",
    "x",
    "--b--",
  ];
  await arrive(sent, { via: "sent" });
  const after = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(after.row).toMatchObject({ status: "waiting", waitingSince: null });
  const message = after.timeline.findLast((item) => item.type === "message");
  expect(message).toMatchObject({
    kind: "reply",
    authorName: "Tom Verhaegen",
    at: "2026-11-21T08:30:00.000Z",
    recipients: { to: ["claire@dumontet.example"], cc: ["paul@rey.example"] },
    quoteAt: 25,
    files: [{ name: "label.pdf" }],
  });
  // The customer answers what was written there.
  await arrive([
    "From: claire@dumontet.example",
    "Message-ID: <second@dumontet.example>",
    "In-Reply-To: <from-thunderbird@marmelune.example>",
    "Date: Sat, 21 Nov 2026 10:00:00 +0100",
    "Subject: Re: Lid",
    "",
    "Has it left?",
  ]);
  const again = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(again.row).toMatchObject({ status: "open", messageCount: 3 });
});

test("sent mail of threads that nobody knows stays outside", async () => {
  const before = await db.execute(sql`select 1 from conversations`);
  await arrive(
    [
      "From: care@marmelune.example",
      "In-Reply-To: <nobody@knows.example>",
      "Message-ID: <x@marmelune.example>",
      "",
      "Hello",
    ],
    { via: "sent" },
  );
  expect((await db.execute(sql`select 1 from conversations`)).rows).toHaveLength(before.rows.length);
});

test("a bounce marks its recipient; the others have the reply, until nobody is left", async () => {
  await arrive([
    "From: Ben Okafor <ben@okafor.example>",
    "Message-ID: <kettle@okafor.example>",
    "Subject: Kettle",
    "",
    "It leaks.",
  ]);
  const view = await opened("Ben Okafor");
  const way = view.ways[0]!;
  const { messageId } = await reply(desk.salma, {
    conversationId: view.row.id,
    messageId: newId(),
    mode: way.mode,
    channelId: way.channelId,
    to: ["ben@okafor.example"],
    cc: ["marek@nowak.example"],
    bcc: [],
    subject: way.subject,
    text: "A new one leaves today.",
    attachmentIds: [],
    seen: view.seen,
  });
  const found = await db.execute<{ id: string; externalId: string }>(
    sql`select id, external_id as "externalId" from deliveries where message_id = ${messageId}`,
  );
  const delivery = found.rows[0]!;
  await db.execute(sql`update deliveries set state = 'sending' where id = ${delivery.id}`);
  await markSent(delivery.id, { externalId: delivery.externalId, refused: [] });

  const bounce = (recipient: string) =>
    arrive([
      "From: MAILER-DAEMON@mx.marmelune.example",
      `Message-ID: <${recipient}.dsn>`,
      "Subject: Undelivered Mail Returned to Sender",
      "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
      "",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.marmelune.example",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${delivery.externalId}`,
      "--b--",
    ]);
  const state = async () => {
    const { timeline, row } = await getConversation(desk.salma, { idOrNumber: view.row.id });
    const message = timeline.findLast((item) => item.type === "message");
    return { status: row.status, ...(message?.type === "message" ? message.delivery : null) };
  };
  await bounce("marek@nowak.example");
  expect(await state()).toMatchObject({ status: "waiting", state: "sent", refused: ["marek@nowak.example"] });
  await bounce("ben@okafor.example");
  expect(await state()).toMatchObject({ status: "open", state: "failed", failure: { code: "bounced" } });
});

/** Settings beside the address, for one test. */
async function withSettings<Result>(more: object, work: () => Promise<Result>): Promise<Result> {
  const set = (config: object) =>
    db.execute(
      sql`update channels set config = ${JSON.stringify({ address: "care@marmelune.example", ...config })}::jsonb where id = ${desk.channelId}`,
    );
  await set(more);
  try {
    return await work();
  } finally {
    await set({});
  }
}

function fixture(name: string, replaced: [string, string] = ["", ""]): string[] {
  const text = readFileSync(join(import.meta.dirname, "fixtures", `${name}.eml`), "latin1");
  return text.replace(...replaced).split("\r\n");
}

test("somebody who says they are the customer and knows a Message-ID is shown apart, not as the customer", async () => {
  await withSettings({ authservId: "mx.marmelune.example" }, async () => {
    await arrive([
      "From: Marek Nowak <marek@nowak.example>",
      "To: care@marmelune.example",
      "Message-ID: <mixer@nowak.example>",
      // Before its answers in the fixtures, whatever day it is.
      "Date: Sat, 21 Nov 2026 09:00:00 +0100",
      "Subject: Mixer",
      "",
      "It came in pieces.",
    ]);
    const { row } = await opened("Marek Nowak");
    const said = async () => {
      const { timeline } = await getConversation(desk.salma, { idOrNumber: row.id });
      return timeline.flatMap((item) =>
        item.type === "message"
          ? [{ text: item.text, isFlagged: item.isFlagged, authentication: item.authentication }]
          : [],
      );
    };
    await arrive(fixture("answer-not-proven"));
    expect((await said()).at(-1)).toEqual({
      text: "Please send the refund to this account instead.",
      isFlagged: true,
      authentication: "dkim=none spf=pass dmarc=none",
    });
    // Their own domain vouches, without any policy.
    await arrive(fixture("answer-with-spf"));
    expect((await said()).at(-1)).toMatchObject({ text: "The wedding is on Saturday.", isFlagged: false });
    // Nobody checked: as before, and it says that it is not proven.
    await arrive(fixture("answer-unchecked"));
    expect((await said()).at(-1)).toMatchObject({
      text: "And the bowl is missing.",
      isFlagged: false,
      authentication: "spf=? dkim=? dmarc=?",
    });
    // The signed token came from us to them, so that a domain which proves nothing still answers.
    const ours = `<m.${threadToken(row.id)}@marmelune.example>`;
    await arrive(
      fixture("answer-not-proven", ["<mixer@nowak.example>", ours]).map((line) =>
        line.replace("<not-marek@sender.example>", "<with-token@nowak.example>"),
      ),
    );
    expect((await said()).at(-1)).toMatchObject({ isFlagged: false });
    expect(await said()).toHaveLength(5);
  });
});

test("whoever wrote to another of the brand's addresses hears from that one", async () => {
  const trap = await startMailTrap();
  const outgoing = { smtpHost: "127.0.0.1", smtpPort: trap.port, smtpSecurity: "none" };
  await withSettings({ aliases: ["Orders@marmelune.example"], ...outgoing }, async () => {
    await arrive([
      "From: Lucie Ferrand <lucie@ferrand.example>",
      "To: =?utf-8?q?Marmelune?= <orders@Marmelune.example>",
      "Message-ID: <order@ferrand.example>",
      "Subject: My order",
      "",
      "Where is it?",
    ]);
    const view = await opened("Lucie Ferrand");
    const way = view.ways[0]!;
    await reply(desk.salma, {
      conversationId: view.row.id,
      messageId: newId(),
      mode: way.mode,
      channelId: way.channelId,
      to: way.to,
      cc: [],
      bcc: [],
      subject: way.subject,
      text: "It leaves today.",
      attachmentIds: [],
      seen: view.seen,
    });
    await db.execute(
      sql`update deliveries set send_after = now() - interval '1 second' where state = 'queued'`,
    );
    await startDue("test", new AbortController().signal);
    await whenDelivered();
    const caught = await trap.mailTo("lucie@ferrand.example");
    expect(caught.mail.from?.address).toBe("Orders@marmelune.example");
    expect(caught.header("reply-to")).toContain(`<Orders+${threadToken(view.row.id)}@marmelune.example>`);
    expect(caught.mail.messageId).toContain(threadToken(view.row.id));
  });
  await trap.stop();
});
