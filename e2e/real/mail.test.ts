import { sql } from "drizzle-orm";
import { ImapFlow } from "imapflow";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { createChannel } from "@/lib/channels/create-channel";
import { readLedger } from "@/lib/channels/intake";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { newId } from "@/lib/id";
import { deliverDue } from "@/lib/replies/deliver";
import { reply } from "@/lib/replies/reply";
import { type MailServers, startMailServers, whyNoMailServers } from "./mail-servers";

// A mailbox on servers that others wrote: in by Postfix, Dovecot and IMAP, out by SMTP through the same Postfix.

const care = "care@marmelune.example";
const claire = "claire.dumontet@courriel.example";
const obstacle = whyNoMailServers();
if (obstacle !== null) console.log(`The mail part is left out. ${obstacle}`);

testDatabase();

describe.skipIf(obstacle !== null)("a mailbox behind Postfix and Dovecot", () => {
  let servers: MailServers;
  let desk: TestDesk;
  let stopListening: () => Promise<void>;
  const stop = new AbortController();

  beforeAll(async () => {
    servers = await startMailServers([care, claire]);
    desk = await testDesk();
    await db.execute(sql`update organisation set undo_seconds = 0`);
    const hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
    const { imap, submission, password } = servers;
    const { id } = await createChannel(hannah, {
      kind: "email",
      name: "Care by mail",
      brandId: desk.brandId,
      teamId: null,
      config: {
        address: care,
        imapHost: "127.0.0.1",
        imapPort: imap,
        imapSecurity: "starttls",
        imapUser: care,
        imapPassword: password,
        smtpHost: "127.0.0.1",
        smtpPort: submission,
        smtpSecurity: "starttls",
        smtpUser: care,
        smtpPassword: password,
      },
    });
    const row = await loadChannel(id);
    if (!row?.channel.listen) throw new Error("the channel cannot listen");
    const ctx = {
      ...contextOf(row, stop.signal, () => {}),
      mail: { smtpUrl: null, listenAt: null, tls: null },
    };
    expect(await row.channel.check(ctx)).toBe(null);
    stopListening = await row.channel.listen(ctx, (items, cursor) => accept(id, items, cursor));
  });
  afterAll(async () => {
    stop.abort();
    await stopListening?.();
    await stopParsing();
    await servers?.stop();
  });

  async function writeToUs(mail: {
    from: string;
    subject: string;
    text: string;
    inReplyTo?: string;
  }): Promise<void> {
    const transport = createTransport({
      host: "127.0.0.1",
      port: servers.smtp,
      tls: { rejectUnauthorized: false },
    });
    await transport.sendMail({ ...mail, to: care });
    transport.close();
  }

  /** Subject and source of all mails in a folder of somebody's mailbox. */
  async function folder(user: string, name: string): Promise<Array<{ messageId: string; source: string }>> {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port: servers.imap,
      secure: false,
      auth: { user, pass: servers.password },
      tls: { rejectUnauthorized: false },
      logger: false,
    });
    await client.connect();
    try {
      await client.mailboxOpen(name);
      const mails: Array<{ messageId: string; source: string }> = [];
      for await (const mail of client.fetch("1:*", { source: true, envelope: true })) {
        mails.push({
          messageId: mail.envelope?.messageId ?? "",
          source: mail.source?.toString("utf8") ?? "",
        });
      }
      return mails;
    } finally {
      await client.logout();
    }
  }

  const patience = { timeout: 40_000, interval: 300 };

  /** The conversation with this subject, once it has so many messages. */
  function arrived(subject: string, messages: number) {
    return vi.waitFor(async () => {
      await readLedger("test");
      const page = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
      const row = page.items.find((each) => each.subject === subject);
      if (!row || row.messageCount < messages)
        throw new Error(`${subject} is not there: ${row?.messageCount}`);
      return getConversation(desk.salma, { idOrNumber: row.id });
    }, patience);
  }

  async function answer(
    view: Awaited<ReturnType<typeof arrived>>,
    to: string,
    text: string,
  ): Promise<string> {
    const way = view.ways[0]!;
    const { messageId } = await reply(desk.salma, {
      conversationId: view.row.id,
      messageId: newId(),
      mode: way.mode,
      channelId: way.channelId,
      to: [to],
      cc: [],
      bcc: [],
      subject: way.subject,
      text,
      attachmentIds: [],
      seen: view.seen,
    });
    await vi.waitFor(async () => {
      if ((await deliverDue("test", stop.signal)) === 0) throw new Error("nothing is due");
    }, patience);
    return messageId;
  }

  test("a mail comes in, our answer reaches the customer once, its copy lies in Sent, and her answer threads", async () => {
    const words = "Ma cocotte est arrivée fendue — que faire ? 🫖";
    await writeToUs({ from: `Claire Dumontet <${claire}>`, subject: "Cocotte fendue", text: words });
    const view = await arrived("Cocotte fendue", 1);
    expect(view.row).toMatchObject({ customerName: "Claire Dumontet", status: "open" });
    expect(view.timeline.find((item) => item.type === "message")).toMatchObject({ text: words });

    await answer(view, claire, "Une nouvelle **cocotte** part aujourd'hui.\n\nSalma");
    const received = await vi.waitFor(async () => {
      const inbox = await folder(claire, "INBOX");
      expect(inbox).toHaveLength(1);
      return inbox[0]!;
    }, patience);
    expect(received.source).toMatch(/^In-Reply-To: <[^>]+>/im);
    expect(received.source).toContain("cocotte");
    const sent = await folder(care, "Sent");
    expect(sent.map(({ messageId }) => messageId)).toEqual([received.messageId]);

    await writeToUs({
      from: `Claire Dumontet <${claire}>`,
      subject: "Re: Cocotte fendue",
      text: "Merci, elle est là.",
      inReplyTo: received.messageId,
    });
    const after = await arrived("Cocotte fendue", 3);
    expect(after.row).toMatchObject({ id: view.row.id, status: "open", messageCount: 3 });
    // The copy in Sent was read, too, and known as ours.
    const replies = after.timeline.filter((item) => item.type === "message" && item.kind === "reply");
    expect(replies).toMatchObject([{ agent: { name: "Salma Idrissi" }, delivery: { state: "sent" } }]);
  });

  test("the bounce of an address that is not there marks the answer that it belongs to", async () => {
    const nobody = "ben.okafor@courriel.example";
    await writeToUs({ from: `Ben Okafor <${nobody}>`, subject: "Kettle", text: "It leaks." });
    const view = await arrived("Kettle", 1);
    const messageId = await answer(view, nobody, "A new one leaves today.");
    await vi.waitFor(async () => {
      await readLedger("test");
      const { timeline, row } = await getConversation(desk.salma, { idOrNumber: view.row.id });
      expect(timeline.find((item) => item.type === "message" && item.id === messageId)).toMatchObject({
        delivery: { state: "failed", failure: { code: "bounced" } },
      });
      expect(row).toMatchObject({ status: "open", messageCount: 2 });
    }, patience);
  });
});
