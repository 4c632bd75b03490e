import { sql } from "drizzle-orm";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import { closeConnections } from "@/lib/channels/email/sending/smtp-connections";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { signToken, threadToken } from "@/lib/conversations/thread-token";
import { newId } from "@/lib/id";
import { restrict } from "@/lib/triage/restrict";
import { answerAsk } from "./answer-ask";
import { type Asked, ask } from "./ask";
import { asksForMe, asksOf } from "./list-asks";
import { sendAsk } from "./send-ask";
import { tellOfAsk, tellOverdueAsks } from "./tell";
import { withdrawAsk } from "./withdraw-ask";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
let conversationId: string;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "agent", [], []);
  conversationId = await arrive("claire@example.org", "At noon I tell everything.");
});
afterAll(stopParsing);

const mailbox = async () => {
  const found = await db.execute<{ address: string }>(
    sql`select address from channels where id = ${desk.channelId}`,
  );
  return found.rows[0]!.address;
};

/** A mail as it comes in, read to its end. Resolves with the conversation that it is in now. */
async function mail(
  from: string,
  text: string,
  more: { to?: string; headers?: string } = {},
): Promise<string> {
  const id = `<${newId()}@example.org>`;
  const to = more.to ?? (await mailbox());
  const body = `From: ${from}\r\nTo: ${to}\r\nMessage-ID: ${id}\r\nSubject: Re: a question\r\n${more.headers ?? ""}Content-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  await accept(
    desk.channelId,
    [{ externalId: id, body: Buffer.from(body), contentType: "message/rfc822", meta: {} }],
    null,
  );
  while ((await readLedger("asks")) > 0);
  const found = await db.execute<{ id: string }>(
    sql`select conversation_id as id from inbound where external_id = ${id} and state = 'done'`,
  );
  return found.rows[0]!.id;
}

const arrive = (from: string, text: string) => mail(from, text);

async function withToken(token: string): Promise<string> {
  return (await mailbox()).replace("@", `+${token}@`);
}

async function askOf(asked: Asked, more: Partial<Parameters<typeof ask>[1]> = {}) {
  const { askId } = await ask(desk.salma, {
    conversationId,
    asked,
    question: "May we promise a refund?",
    dueAt: new Date(Date.now() + 3_600_000),
    quotedIds: [],
    mayShare: false,
    ...more,
  });
  const mails = await db.execute<{ id: string; address: string }>(
    sql`select id, address from ask_mails where ask_id = ${askId} order by address`,
  );
  return { askId, mails: mails.rows };
}

const said = async () => {
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  return view.timeline.flatMap((item) => (item.type === "message" ? [item] : []));
};
const stateOf = async (askId: string) =>
  (await asksOf(desk.salma, { conversationId })).find((one) => one.id === askId)?.state;

test("a plain mail from the person asked becomes a note, the chip turns, and the customer's clock runs on", async () => {
  const before = (await getConversation(desk.salma, { idOrNumber: conversationId })).row;
  const { askId, mails } = await askOf({ kind: "outside", address: "Roux@Law.example" });
  const to = await withToken(signToken("ask", mails[0]!.id));
  const at = await mail(
    "Maître Roux <roux@law.example>",
    "Yes, until Friday.\r\n\r\nOn 24 Nov 2026, Marmelune wrote:\r\n> May we?",
    { to },
  );
  expect(at).toBe(conversationId);
  expect((await said()).at(-1)).toMatchObject({
    kind: "note",
    agent: null,
    authorName: "Maître Roux",
    text: "Yes, until Friday.",
    isFlagged: false,
  });
  expect(await stateOf(askId)).toBe("answered");
  const after = (await getConversation(desk.salma, { idOrNumber: conversationId })).row;
  expect(after).toMatchObject({
    status: before.status,
    waitingSince: before.waitingSince,
    dueAt: before.dueAt,
    unansweredCount: before.unansweredCount,
  });
  const customers = await db.execute(sql`select 1 from identities where value = 'roux@law.example'`);
  expect(customers.rows).toEqual([]);
});

test("a colleague's mailbox counts by its address, where only the Message-ID carries the token too", async () => {
  const { askId, mails } = await askOf({ kind: "agent", agentId: hannah.id });
  const token = signToken("ask", mails[0]!.id);
  await mail(`Hannah Whitlock <${mails[0]!.address}>`, "Refund her.", {
    headers: `In-Reply-To: <ask-${mails[0]!.id}.${token}@marmelune.example>\r\n`,
  });
  expect((await said()).at(-1)).toMatchObject({ kind: "note", agent: null, authorName: "Hannah Whitlock" });
  expect(await stateOf(askId)).toBe("answered");
});

test("a stranger who holds the reply address is kept with a warning and answers nothing", async () => {
  const { askId, mails } = await askOf({ kind: "outside", address: "expert@lab.example" });
  const to = await withToken(signToken("ask", mails[0]!.id));
  expect(await mail("eve@evil.example", "Pay this account.", { to })).toBe(conversationId);
  expect((await said()).at(-1)).toMatchObject({
    kind: "note",
    isFlagged: true,
    authorAddress: "eve@evil.example",
  });
  expect(await stateOf(askId)).toBe("open");
});

test("a token for another purpose, or a changed one, opens nothing", async () => {
  const { askId, mails } = await askOf({ kind: "outside", address: "expert@lab.example" });
  const id = mails[0]!.id;
  const token = signToken("ask", id);
  for (const wrong of [threadToken(id), `${token.slice(0, -2)}aa`, signToken("ask", askId)]) {
    const at = await mail("expert@lab.example", "Yes.", { to: await withToken(wrong) });
    expect(at).not.toBe(conversationId);
  }
  expect(await stateOf(askId)).toBe("open");
});

test("the customer who gets hold of the question is still the customer", async () => {
  const { askId, mails } = await askOf({ kind: "outside", address: "expert@lab.example" });
  const to = await withToken(signToken("ask", mails[0]!.id));
  await mail("claire@example.org", "What do you ask about me?", { to });
  const found = await db.execute<{ kind: string }>(
    sql`select kind from messages where text = 'What do you ask about me?'`,
  );
  expect(found.rows).toEqual([{ kind: "customer" }]);
  expect(await stateOf(askId)).toBe("open");
});

test("an out-of-office note answers nothing", async () => {
  const { askId, mails } = await askOf({ kind: "outside", address: "expert@lab.example" });
  const to = await withToken(signToken("ask", mails[0]!.id));
  const count = (await said()).length;
  await mail("expert@lab.example", "I am away.", { to, headers: "Auto-Submitted: auto-replied\r\n" }).catch(
    () => {},
  );
  expect((await said()).length).toBe(count);
  expect(await stateOf(askId)).toBe("open");
});

test("the customer and our own mailboxes cannot be asked, nor an address that is none", async () => {
  for (const address of ["claire@example.org", await mailbox(), "nonsense"])
    await expect(askOf({ kind: "outside", address })).rejects.toMatchObject({ code: "invalid" });
  await expect(askOf({ kind: "outside", address: "a@b.example" }, { question: " " })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("on the desk the person asked answers without seeing the conversation, and reads only what was chosen", async () => {
  const [first] = await said();
  const { askId } = await askOf({ kind: "agent", agentId: hannah.id }, { quotedIds: [first!.id, newId()] });
  const [mine] = await asksForMe(hannah);
  expect(mine).toMatchObject({ id: askId, isSeen: false, quoted: [{ text: "At noon I tell everything." }] });
  await expect(getConversation(hannah, { idOrNumber: conversationId })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(asksOf(hannah, { conversationId })).rejects.toMatchObject({ code: "not_found" });
  await expect(answerAsk(desk.tom, { askId, text: "I say yes" })).rejects.toMatchObject({
    code: "not_found",
  });
  await answerAsk(hannah, { askId, text: "Yes, by Friday." });
  expect((await said()).at(-1)).toMatchObject({
    kind: "note",
    agent: { name: "Hannah Whitlock" },
    text: "Yes, by Friday.",
  });
  await expect(answerAsk(hannah, { askId, text: "And no" })).rejects.toMatchObject({ code: "conflict" });
  expect(await asksForMe(hannah)).toEqual([]);
});

test("a team is asked, each by a mail of their own; a question taken back stays taken back", async () => {
  const { askId, mails } = await askOf({ kind: "team", teamId: desk.teamId });
  expect(mails).toHaveLength(2);
  await withdrawAsk(desk.tom, { askId });
  await expect(answerAsk(desk.tom, { askId, text: "Too late" })).rejects.toMatchObject({ code: "conflict" });
  await mail(mails[0]!.address, "Still: yes.", { to: await withToken(signToken("ask", mails[0]!.id)) });
  expect((await said()).at(-1)).toMatchObject({ kind: "note", text: "Still: yes." });
  expect(await stateOf(askId)).toBe("withdrawn");
});

test("people are told: that they are asked, that an answer is there, that the time has passed", async () => {
  const { askId } = await askOf({ kind: "agent", agentId: desk.tom.id });
  await tellOfAsk({ eventId: "1", askId, what: "asked" });
  await answerAsk(desk.tom, { askId, text: "Yes" });
  await tellOfAsk({ eventId: "2", askId, what: "answered" });
  const late = await askOf({ kind: "agent", agentId: desk.tom.id });
  await db.execute(sql`update asks set due_at = now() - interval '1 second' where id = ${late.askId}`);
  await tellOverdueAsks();
  await tellOverdueAsks();
  const told = await db.execute<{ kind: string; name: string }>(sql`
    select n.kind, split_part(a.name, ' ', 1) as name from notifications n join agents a on a.id = n.agent_id order by n.created_at, n.id`);
  expect(told.rows).toEqual([
    { kind: "asked", name: "Tom" },
    { kind: "ask_answered", name: "Salma" },
    { kind: "ask_overdue", name: "Salma" },
  ]);
});

test("the mail names the question, its time and what was chosen, and nothing else of the conversation", async () => {
  const caught: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        caught.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.server.address();
  const config = {
    smtpHost: "127.0.0.1",
    smtpPort: typeof at === "object" && at !== null ? at.port : 0,
    smtpSecurity: "none",
  };
  await db.execute(sql`
    update channels set config = config || ${JSON.stringify(config)}::jsonb where id = ${desk.channelId}`);
  const first = (await said()).find((message) => message.kind === "customer");
  const { askId, mails } = await askOf(
    { kind: "outside", address: "expert@lab.example" },
    { quotedIds: [first!.id], question: "Is this covered?" },
  );
  await sendAsk({ askId });
  await sendAsk({ askId });
  closeConnections(desk.channelId);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(caught).toHaveLength(1);
  const mail = await PostalMime.parse(caught[0]!);
  expect(mail.to?.map((one) => one.address)).toEqual(["expert@lab.example"]);
  expect(mail.replyTo?.[0]?.address).toBe(await withToken(signToken("ask", mails[0]!.id)));
  expect(mail.subject).toBe("Salma Idrissi asks: Is this covered?");
  expect(mail.text).toMatch(/^Salma Idrissi asks you, by /);
  expect(mail.text).toContain("> At noon I tell everything.");
  expect(mail.text).not.toContain("What do you ask about me?");
  expect(mail.inReplyTo).toBeUndefined();
  expect((await asksOf(desk.salma, { conversationId })).find((one) => one.id === askId)?.mail).toBe("sent");
});

test("of a restricted conversation only the people named are asked, unless the asker says that others may read", async () => {
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await restrict(ines, { conversationId, agentIds: [ines.id, desk.salma.id, desk.tom.id] });
  await expect(askOf({ kind: "agent", agentId: hannah.id })).rejects.toMatchObject({ key: "ask.restricted" });
  await expect(askOf({ kind: "outside", address: "expert@lab.example" })).rejects.toMatchObject({
    key: "ask.restricted",
  });
  await askOf({ kind: "agent", agentId: desk.tom.id });
  await askOf({ kind: "outside", address: "expert@lab.example" }, { mayShare: true });
});
