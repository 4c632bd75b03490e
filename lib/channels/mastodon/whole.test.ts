import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { type MastodonServer, startMastodonServer } from "@/e2e/support/mastodon-server";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { startChannels } from "@/lib/channels/run";
import { getConversation } from "@/lib/conversations/get-conversation";
import { newId } from "@/lib/id";
import { deliverDue } from "@/lib/replies/deliver";
import { reply } from "@/lib/replies/reply";

// The whole way: a customer's post on the instance, our queue, our reply on the instance, and back.

testDatabase();
const claire = "claire@cuisine.example";
const channelId = newId();
const patience = { timeout: 40_000, interval: 50 };
const stop = new AbortController();
let desk: TestDesk;
let server: MastodonServer;
let channels: { stop(): Promise<void> };
let working: Promise<void>;

beforeAll(async () => {
  desk = await testDesk();
  server = await startMastodonServer();
  const config = JSON.stringify({ instance: server.url });
  const secrets = sealSecrets({ accessToken: server.token });
  await db.execute(sql`
    insert into channels (id, kind, name, brand_id, config, secrets)
    values (${channelId}, 'mastodon', 'Mastodon', ${desk.brandId}, ${config}::jsonb, ${secrets})`);
  channels = await startChannels();
  working = work();
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), patience);
});
afterAll(async () => {
  stop.abort();
  await working;
  await channels.stop();
  await server.close();
});

async function work(): Promise<void> {
  while (!stop.signal.aborted) {
    const read = await readLedger("test");
    const sent = await deliverDue("test", stop.signal);
    if (read + sent === 0) await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

type Row = {
  conversationId: string;
  externalId: string;
  text: string;
  isPublic: boolean;
  deletedAt: string | null;
};

async function messages(count: number): Promise<Row[]> {
  return await vi.waitFor(async () => {
    const found = await db.execute<Row>(sql`
      select conversation_id as "conversationId", external_id as "externalId", text, is_public as "isPublic",
        deleted_at as "deletedAt"
      from messages where channel_id = ${channelId} order by created_at, id`);
    expect(found.rows).toHaveLength(count);
    return found.rows;
  }, patience);
}

async function answer(conversationId: string, mode: "public" | "private", text: string): Promise<void> {
  const { seen } = await getConversation(desk.salma, { idOrNumber: conversationId });
  const empty = { to: [], cc: [], bcc: [], subject: null, attachmentIds: [] };
  await reply(desk.salma, { conversationId, messageId: newId(), mode, channelId, text, seen, ...empty });
  // Salma does not take it back.
  await db.execute(
    sql`update deliveries set send_after = now() - interval '1 second' where state = 'queued'`,
  );
}

test("a mention is answered in public, and the thanks land in the same conversation", async () => {
  const question = server.post({ from: claire, text: "@marmelune where is my refund?" });
  const [asked] = await messages(1);
  await answer(asked!.conversationId, "public", "On Friday, promised.");
  await vi.waitFor(() => expect(server.statuses()).toHaveLength(1), patience);
  const [ours] = server.statuses();
  expect(ours).toMatchObject({
    inReplyTo: question.id,
    visibility: "public",
    text: `@${claire} On Friday, promised.`,
  });
  const thanks = server.post({ from: claire, text: "@marmelune thanks", inReplyTo: ours!.id });
  const rows = await messages(3);
  expect(rows.map((row) => row.externalId)).toEqual([question.id, ours!.id, thanks.id]);
  expect(new Set(rows.map((row) => row.conversationId)).size).toBe(1);
  server.edit(thanks.id, "@marmelune thanks a lot");
  await vi.waitFor(
    async () => expect((await messages(3))[2]?.text).toBe("@marmelune thanks a lot"),
    patience,
  );
  server.remove(thanks.id);
  await vi.waitFor(async () => expect((await messages(3))[2]?.deletedAt).not.toBeNull(), patience);
}, 120_000);

test("direct messages of one person are one conversation, and its answer stays private", async () => {
  server.post({ from: claire, text: "@marmelune my address is new", visibility: "direct" });
  await messages(4);
  const second = server.post({ from: claire, text: "@marmelune and my phone", visibility: "direct" });
  const [, , , one, two] = await messages(5);
  expect([one?.isPublic, two?.isPublic]).toEqual([false, false]);
  expect(two?.conversationId).toBe(one?.conversationId);
  await answer(one!.conversationId, "private", "Noted.");
  await vi.waitFor(() => expect(server.statuses()).toHaveLength(2), patience);
  expect(server.statuses()[1]).toMatchObject({ visibility: "direct", inReplyTo: second.id });
}, 120_000);

test("mentions that were posted while the stream was down are stored once", async () => {
  const { length } = (await db.execute(sql`select 1 from messages where channel_id = ${channelId}`)).rows;
  server.fail(2, 503, "/api/v1/streaming");
  server.dropStreams();
  for (let at = 0; at < 15; at++) server.post({ from: `ben${at}@garden.example`, text: `@marmelune ${at}` });
  await messages(length + 15);
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), patience);
  server.post({ from: "ben@garden.example", text: "@marmelune the last" });
  await messages(length + 16);
}, 120_000);
