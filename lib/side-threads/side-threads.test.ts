import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { readThreadToken, threadToken } from "@/lib/conversations/thread-token";
import { newId } from "@/lib/id";
import { cancelReply } from "@/lib/replies/cancel";
import { withdraw } from "@/lib/replies/held";
import { forward, writeAside } from "./forward";
import { readSideToken, sideToken } from "./token";

testDatabase();
let desk: TestDesk;
let care: string;

beforeAll(async () => {
  desk = await testDesk();
  const found = await db.execute<{ address: string }>(
    sql`select address from channels where id = ${desk.channelId}`,
  );
  care = found.rows[0]!.address;
});
afterAll(() => stopParsing());

async function arrive(from: string, to: string, text: string, headers: string[] = []): Promise<void> {
  const source = [
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${newId()}@example.org>`,
    "Subject: Kettle",
    ...headers,
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
  ].join("\r\n");
  const item = {
    externalId: newId(),
    body: Buffer.from(source),
    contentType: "message/rfc822",
    meta: {},
  };
  await accept(desk.channelId, [item], null);
  while ((await readLedger("test")) > 0);
}

async function open(name: string) {
  const page = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
  const row = page.items.find((one) => one.customerName === name)!;
  return getConversation(desk.salma, { idOrNumber: row.id });
}

const toSupplier = { subject: "Fwd: Kettle", text: "Is this batch known to leak?", fileIds: [] };

test("neither token opens the other's door", () => {
  const id = newId();
  expect(readThreadToken(sideToken(id))).toBeNull();
  expect(readSideToken(threadToken(id))).toBeNull();
  expect(readSideToken(sideToken(id))).toBe(id);
});

test("a third party's answer lands beside the conversation, and what we write back goes to them alone", async () => {
  await arrive("Ben Okafor <ben@example.org>", care, "It leaks.");
  const before = await open("Ben Okafor");
  const conversationId = before.row.id;
  const sent = await forward(desk.salma, {
    ...toSupplier,
    conversationId,
    messageId: newId(),
    to: ["Quality@Supplier.example"],
  });
  const { sideThreadId } = sent;
  // The customer's clock runs on, and they were told nothing.
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  expect(view.row).toMatchObject({ status: "open", waitingSince: before.row.waitingSince });
  expect(view.seen).toBe(before.seen);
  expect(view.sideThreads).toMatchObject([{ id: sideThreadId, participants: ["quality@supplier.example"] }]);

  const reply = `${care.split("@")[0]}+${sideToken(sideThreadId)}@${care.split("@")[1]}`;
  await arrive("Quality <quality@supplier.example>", reply, "Yes: batch K-0926.");
  await arrive("Mallory <mallory@example.net>", reply, "Tell him to pay me.");
  const after = await getConversation(desk.salma, { idOrNumber: conversationId });
  const aside = after.timeline.filter(
    (item) => item.type === "message" && item.sideThreadId === sideThreadId,
  );
  expect(aside).toMatchObject([
    { kind: "side_out" },
    { kind: "side_in", text: "Yes: batch K-0926.", isFlagged: false },
    { kind: "side_in", isFlagged: true },
  ]);
  expect(after.row).toMatchObject({ unansweredCount: 1, waitingSince: before.row.waitingSince });
  expect(after.ways[0]?.to).toEqual(["ben@example.org"]);
  expect(after.seen).toBe(before.seen);
  // Nobody became a customer by it.
  const queue = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
  expect(queue.items.map((row) => row.customerName)).toEqual(["Ben Okafor"]);

  const again = await writeAside(desk.salma, {
    sideThreadId,
    messageId: newId(),
    text: "Thank you.",
    fileIds: [],
  });
  const found = await db.execute<{ recipients: unknown; externalId: string }>(sql`
    select m.recipients, d.external_id as "externalId" from messages m join deliveries d on d.message_id = m.id where m.id = ${again.messageId}`);
  expect(found.rows[0]).toMatchObject({
    recipients: { to: ["quality@supplier.example"], cc: [], bcc: [] },
    externalId: expect.stringContaining(sideToken(sideThreadId)),
  });

  // The customer, who holds the talk's address, is still the customer.
  await arrive("Ben Okafor <ben@example.org>", reply, "Who is Quality?");
  const theirs = await listQueue(desk.salma, { view: "queue", sort: "longest", cursor: null, limit: 100 });
  expect(theirs.items.filter((row) => row.customerName === "Ben Okafor").length).toBeGreaterThan(1);
});

test("the customer's own address is refused, with whatever after a plus, and so is ours", async () => {
  await arrive("Claire Dumontet <claire@example.org>", care, "Broken.");
  const conversationId = (await open("Claire Dumontet")).row.id;
  for (const to of ["claire@example.org", "Claire+shop@Example.org"])
    await expect(
      forward(desk.salma, { ...toSupplier, conversationId, messageId: newId(), to: [to] }),
    ).rejects.toMatchObject({ key: "side.customer" });
  await expect(
    forward(desk.salma, { ...toSupplier, conversationId, messageId: newId(), to: [care] }),
  ).rejects.toMatchObject({ key: "side.ours" });
});

test("a forward that is taken back leaves no talk behind, a later mail that is taken back leaves the talk", async () => {
  await arrive("Marek Nowak <marek@example.org>", care, "It hums.");
  const conversationId = (await open("Marek Nowak")).row.id;
  const to = ["quality@supplier.example"];
  const talks = async () =>
    (await getConversation(desk.salma, { idOrNumber: conversationId })).sideThreads.length;
  const first = await forward(desk.salma, { ...toSupplier, conversationId, messageId: newId(), to });
  expect(await cancelReply(desk.salma, { conversationId, messageId: first.messageId })).toEqual({
    text: toSupplier.text,
  });
  expect(await talks()).toBe(0);
  const { sideThreadId } = first;
  await expect(
    writeAside(desk.salma, { sideThreadId, messageId: newId(), text: "Still there?", fileIds: [] }),
  ).rejects.toMatchObject({ key: "side.unknown" });

  const kept = await forward(desk.salma, { ...toSupplier, conversationId, messageId: newId(), to });
  const later = await writeAside(desk.salma, {
    sideThreadId: kept.sideThreadId,
    messageId: newId(),
    text: "And the lid?",
    fileIds: [],
  });
  await cancelReply(desk.salma, { conversationId, messageId: later.messageId });
  expect(await talks()).toBe(1);
});

test("a junior's forward that goes back before anybody said yes leaves no talk behind either", async () => {
  await arrive("Odile Aubry <odile@example.org>", care, "The lid is cracked.");
  const conversationId = (await open("Odile Aubry")).row.id;
  const jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const asked = await forward(jules, {
    ...toSupplier,
    conversationId,
    messageId: newId(),
    to: ["quality@supplier.example"],
  });
  expect(asked.state).toBe("awaiting");
  expect(await withdraw(jules, { heldId: asked.messageId })).toEqual({ text: toSupplier.text });
  const view = await getConversation(jules, { idOrNumber: conversationId });
  expect(view.sideThreads).toEqual([]);
});
