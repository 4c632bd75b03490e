import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import type { BulkAct } from "./act";
import { readBulk } from "./read";
import { type BulkTargets, startBulk } from "./start";
import { cancelBulk, undoBulk } from "./stop";
import { workOnBulk } from "./work";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function arrive(count: number, more: Partial<IncomingMessage> = {}, from?: string): Promise<string[]> {
  const batch = [];
  for (let i = 0; i < count; i++) {
    const inboundId = newId();
    await db.execute(sql`
      insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
      values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
    const message = testMessage(from ?? `lotte.${inboundId}@example.org`, "Back in stock?", more);
    message.author.name = "Lotte Verbeke";
    batch.push({
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: desk.channel,
      message,
      files: [],
    });
  }
  return (await receive(batch)).map((placed) => placed.conversationId);
}

async function start(act: BulkAct, targets: BulkTargets, asOf = new Date()): Promise<string> {
  return (await startBulk(desk.salma, { act, targets, asOf })).runId;
}

async function workAll(): Promise<void> {
  while (await workOnBulk());
}

const see = async (id: string) => (await getConversation(desk.salma, { idOrNumber: id })).row;
const answer: BulkAct = {
  verb: "reply",
  text: "Hello {{customer.first_name}}, the blue one is back on Friday.",
  afterwards: "stay",
  confirmed: [],
};

test("one act on many, each with its own event, and one undo for all", async () => {
  const ids = await arrive(60);
  const runId = await start({ verb: "tag", name: "stock" }, { ids });
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({
    state: "done",
    total: 60,
    done: 60,
    failed: 0,
  });
  for (const id of ids.slice(0, 3)) expect((await see(id)).tags).toEqual(["stock"]);
  await undoBulk(desk.salma, { runId });
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ state: "undone", undone: 60, done: 0 });
  for (const id of ids) expect((await see(id)).tags).toEqual([]);
});

test("all that a filter finds, as it is at that moment", async () => {
  const ids = await arrive(4, { subject: "Enamel" });
  for (const conversationId of ids)
    await assign(desk.salma, { conversationId, agentId: desk.tom.id, teamId: null });
  const runId = (
    await startBulk(desk.tom, {
      act: { verb: "resolve" },
      targets: { view: "mine", q: "" },
      asOf: new Date(),
    })
  ).runId;
  await workAll();
  expect(await readBulk(desk.tom, { runId })).toMatchObject({ total: 4, done: 4 });
  for (const id of ids) expect((await see(id)).status).toBe("resolved");
});

test("whoever else's, and what was changed since, is left alone and named with the reason", async () => {
  const [one = "", two = ""] = await arrive(2);
  const elsewhere = await testDesk();
  const outsider = await testAgent("Jules Lemaire", "junior", [elsewhere.teamId], [elsewhere.brandId]);
  const asked = startBulk(outsider, { act: { verb: "resolve" }, targets: { ids: [one] }, asOf: new Date() });
  await expect(asked).rejects.toMatchObject({ key: "bulk.nobody" });
  const runId = await start({ verb: "resolve" }, { ids: [one, two] });
  await db.execute(sql`update conversations set team_id = ${elsewhere.teamId} where id = ${one}`);
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ done: 1, failed: 1, problems: [] });
  const again = await start({ verb: "resolve" }, { ids: [two] });
  await workAll();
  expect((await readBulk(desk.salma, { runId: again })).problems).toMatchObject([
    { why: "This conversation is resolved already." },
  ]);
});

test("a worker that dies in the middle leaves a run that others finish, and nothing is done twice", async () => {
  const ids = await arrive(80);
  const runId = await start({ verb: "pin", pin: -1 }, { ids });
  const killed = workOnBulk().catch(() => "killed");
  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`);
  await killed;
  await Promise.all([workAll(), workAll(), workAll()]);
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ state: "done", done: 80 });
  const events = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from events where type = 'conversation.pinned' and conversation_id = any(${`{${ids.join(",")}}`}::uuid[])`);
  expect(events.rows[0]!.n).toBe(80);
});

test("mail that arrives while many are changed waits for none of it, and nothing is lost", async () => {
  const ids = await arrive(300);
  const runId = await start({ verb: "team", teamId: desk.teamId }, { ids });
  const work = Promise.all([workAll(), workAll()]);
  for (let i = 0; i < 10; i++) await arrive(5);
  await work;
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ done: 300, failed: 0 });
});

test("the same words to many: each with their name, each guarded, each customer once", async () => {
  const ben = `ben.${newId()}@example.org`;
  const [fresh = ""] = await arrive(1);
  const [wrote = ""] = await arrive(1);
  const twice = [...(await arrive(1, {}, ben)), ...(await arrive(1, {}, ben))];
  const asOf = new Date();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const parent = await db.execute<{ id: string }>(
    sql`select external_id as id from messages where conversation_id = ${wrote}`,
  );
  const from = await db.execute<{ a: string }>(
    sql`select author_address as a from messages where conversation_id = ${wrote}`,
  );
  await arrive(1, { inReplyTo: [parent.rows[0]!.id] }, from.rows[0]!.a);
  const runId = await start(answer, { ids: [fresh, wrote, ...twice] }, asOf);
  await workAll();
  const run = await readBulk(desk.salma, { runId });
  expect(run).toMatchObject({ state: "done", done: 2, held: 2, failed: 0, problems: [{}, {}] });
  expect(run.problems.map((one) => one.conversationId).sort()).toEqual([wrote, twice[1]!].sort());
  const said = await getConversation(desk.salma, { idOrNumber: fresh });
  const reply = said.timeline.find((item) => item.type === "message" && item.kind === "reply");
  expect(reply).toMatchObject({
    text: expect.stringMatching(/^Hello Lotte, /),
    delivery: { state: "queued" },
  });
  await undoBulk(desk.salma, { runId });
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ state: "undone", undone: 2 });
  const back = await getConversation(desk.salma, { idOrNumber: fresh });
  expect(back.row).toMatchObject({ status: "open", messageCount: 1 });
  expect(back.draft).toBeNull();
});

test("a run can be stopped; what is done stays, and can still be taken back", async () => {
  const ids = await arrive(60);
  const runId = await start({ verb: "wait" }, { ids });
  await workOnBulk();
  await cancelBulk(desk.salma, { runId });
  await workAll();
  expect(await readBulk(desk.salma, { runId })).toMatchObject({ state: "cancelled", done: 25 });
  await expect(undoBulk(desk.tom, { runId })).rejects.toMatchObject({ code: "conflict" });
  await undoBulk(desk.salma, { runId });
  await workAll();
  for (const id of ids) expect((await see(id)).status).toBe("open");
});
