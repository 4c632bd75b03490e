import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { startReceiver } from "@/e2e/support/receiver";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { stopParsing } from "@/lib/channels/parse-pool";
import { deliverDue } from "@/lib/replies/deliver";
import { ask, type Visitor, visitor } from "./testing";

testDatabase();

const secret = "the-secret-of-this-test-1234";
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let channelId: string;
let salma: Visitor;
let jules: Visitor;
let outsider: Visitor;
let admin: Visitor;

beforeAll(async () => {
  receiver = await startReceiver(secret);
  const desk = await testDesk("api");
  channelId = desk.channelId;
  const config = { source: "potsandpans", receiverUrl: receiver.url };
  await pool.query("update channels set config = $2, secrets = $3 where id = $1", [
    channelId,
    JSON.stringify(config),
    sealSecrets({ secret }),
  ]);
  salma = await visitor("Salma Idrissi", "agent");
  jules = await visitor("Jules Lemaire", "junior");
  outsider = await visitor("Tom Verhaegen", "agent");
  admin = await visitor("Hannah Whitlock", "admin");
  for (const { id } of [salma, jules])
    await pool.query("insert into team_members (team_id, agent_id) values ($1, $2)", [desk.teamId, id]);
});
afterAll(async () => {
  await receiver.close();
  await stopParsing();
});

const post = {
  id: "p1",
  thread: "t1",
  author: { handle: "claire", name: "Claire Dumontet" },
  text: "It cracked.",
};

function signed(body: string, by = secret): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hex = createHmac("sha256", by).update(`${timestamp}.${body}`).digest("hex");
  return { "avant-timestamp": timestamp, "avant-signature": `v1=${hex}` };
}

test("who brings a token that may feed is believed, and what they feed is stored once", async () => {
  const key = `POST /channels/${channelId}/messages`;
  expect(await salma.ask(key, post)).toMatchObject({
    status: 202,
    body: { ids: ["p1"], accepted: 1, known: 0 },
  });
  expect(await salma.ask(key, post)).toMatchObject({ status: 202, body: { accepted: 0, known: 1 } });
  const kept = await pool.query("select meta ->> 'fedBy' as by from inbound where channel_id = $1", [
    channelId,
  ]);
  expect(kept.rows).toEqual([{ by: salma.id }]);
  expect((await jules.ask(key, post)).status).toBe(403);
  expect((await outsider.ask(key, post)).status).toBe(404);
  expect((await ask(key, post, { authorization: "Bearer nobody" })).status).toBe(401);
  expect(await salma.ask(key, { ...post, text: 7 })).toMatchObject({
    status: 400,
    body: { error: { code: "invalid", key: "api.fields" } },
  });
});

test("a signature opens the same doors to strangers, for this channel and these bytes", async () => {
  const body = JSON.stringify({ ...post, id: "p2", text: "And the lid." });
  const key = `POST /channels/${channelId}/messages`;
  expect((await ask(key, body)).status).toBe(401);
  expect((await ask(key, body, signed(body, "another-secret-of-somebody"))).status).toBe(401);
  expect((await ask(key, body, signed(body))).status).toBe(202);
  const hook = `POST /api/hooks/api/${channelId}`;
  const third = JSON.stringify({ ...post, id: "p3", text: "By the hook." });
  expect((await ask(hook, third, signed(third))).status).toBe(200);
  const edit = JSON.stringify({ text: "It cracked in two." });
  const change = `PATCH /channels/${channelId}/messages/p1`;
  expect((await ask(change, edit, signed(edit))).status).toBe(202);
  await readLedger("feed");
  await readLedger("feed");
  const { rows } = await pool.query(
    "select text, conversation_id from messages where channel_id = $1 order by external_id",
    [channelId],
  );
  expect(rows.map((row) => row.text)).toEqual(["It cracked in two.", "And the lid.", "By the hook."]);
  expect(new Set(rows.map((row) => row.conversation_id)).size).toBe(1);
});

test("a paused channel takes nothing", async () => {
  await pool.query("update channels set paused_at = now() where id = $1", [channelId]);
  expect((await salma.ask(`POST /channels/${channelId}/messages`, post)).status).toBe(503);
  await pool.query("update channels set paused_at = null where id = $1", [channelId]);
});

test("a reply that the receiver did not take is handed over again, and only administrators read what it said", async () => {
  const { rows } = await pool.query("select conversation_id from messages where channel_id = $1 limit 1", [
    channelId,
  ]);
  const conversationId = rows[0].conversation_id;
  const view = (await salma.ask(`GET /conversations/${conversationId}`)).body;
  const seen = typeof view === "object" && view !== null && "seen" in view ? view.seen : null;
  const reply = { mode: "private", channelId, text: "A new one leaves today.", seen, recipients: null };
  expect(await salma.ask(`POST /conversations/${conversationId}/replies`, reply)).toMatchObject({
    status: 201,
  });
  receiver.answer(503, {}, 0, "stack trace of the bridge");
  for (let tries = 0; tries < 4; tries++) {
    await pool.query("update deliveries set send_after = now() - interval '1 second' where channel_id = $1", [
      channelId,
    ]);
    await deliverDue("feed", new AbortController().signal);
  }
  const knocks = await admin.ask(`GET /channels/${channelId}/knocks`);
  expect(knocks.body).toMatchObject({
    items: [{ status: 503, answer: "stack trace of the bridge" }, {}, {}, {}],
  });
  expect((await salma.ask(`GET /channels/${channelId}/knocks`)).status).toBe(403);
  const channels = await salma.ask("GET /channels");
  expect(channels.body).toMatchObject({
    items: [{ health: { state: "failing", failure: { code: "api.receiver_failed_often" } } }],
  });
  const everything = JSON.stringify([
    channels.body,
    (await salma.ask(`GET /conversations/${conversationId}`)).body,
  ]);
  expect(everything).not.toContain("stack trace");
  expect((await admin.ask(`POST /channels/${channelId}/redeliver`)).body).toMatchObject({ count: 0 });
  receiver.answer(200);
  expect((await salma.ask(`POST /channels/${channelId}/redeliver`)).status).toBe(403);
  expect((await admin.ask(`POST /channels/${channelId}/redeliver`)).body).toEqual({
    count: 1,
    failure: null,
  });
  await deliverDue("feed", new AbortController().signal);
  expect(receiver.replies()).toMatchObject([
    { isSigned: true, body: { thread: "t1", text: "A new one leaves today." } },
  ]);
  expect((await salma.ask("GET /channels")).body).toMatchObject({
    items: [{ health: { state: "working" } }],
  });
});
