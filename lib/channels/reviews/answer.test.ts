import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { startReceiver } from "@/e2e/support/receiver";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { getConversation } from "@/lib/conversations/get-conversation";
import { newId } from "@/lib/id";
import { reply } from "@/lib/replies/reply";
import { replyWays } from "@/lib/replies/ways";
import { config } from "./config";
import { reviews } from "./index";
import { parse } from "./parse";
import { itemsOf } from "./webhook";

testDatabase();

const answerSecret = "a-secret-of-marmelune-for-answers";
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  receiver = await startReceiver(answerSecret);
});
afterEach(() => receiver.close());

test("an answer is handed over signed, names what it replaces, and is known again in the site's export", async () => {
  const { ctx } = fakeContext(
    config.parse({ source: "avis.example", answerUrl: receiver.url, answerSecret }),
  );
  const first = fakeOutgoing({ text: "A **new** one\nleaves today.", answers: answering("r1") });
  const { externalId } = await reviews.send!(ctx, first);
  expect(receiver.replies()).toMatchObject([
    { isSigned: true, body: { review: "r1", text: "A new one\nleaves today.", replaces: null } },
  ]);
  const export_ = { id: "r1", rating: 2, answer: "A new one  leaves today." };
  const told = itemsOf(export_, JSON.stringify(export_), new Date()).flatMap((item) =>
    parse(item, ctx.config),
  );
  expect(told.at(-1)).toMatchObject({ kind: "ours", externalId, inReplyTo: ["r1"] });
  const second = fakeOutgoing({
    messageId: newId(),
    text: "It left.",
    answers: answering("r1"),
    replaces: externalId,
  });
  expect(await reviews.send!(ctx, second)).not.toEqual({ externalId });
  expect(receiver.replies()[1]).toMatchObject({ body: { replaces: externalId } });
  expect(await reviews.check(ctx)).toBeNull();
});

test("without its secret nothing leaves unsigned, and without an address the test asks nobody", async () => {
  const unsigned = fakeContext(config.parse({ source: "avis.example", answerUrl: receiver.url })).ctx;
  await expect(
    reviews.send!(unsigned, fakeOutgoing({ text: "No.", answers: answering("r1") })),
  ).rejects.toMatchObject({
    code: "reviews.no_secret",
  });
  await expect(reviews.check(unsigned)).rejects.toMatchObject({ code: "reviews.no_secret" });
  expect(await reviews.check(fakeContext(config.parse({ source: "avis.example" })).ctx)).toBeNull();
  expect(receiver.knocks()).toBe(0);
});

test.each([
  ["reviews", "answerUrl", "public"],
  ["api", "receiverUrl", "public"],
])("a channel of kind %s offers a reply only once %s is set", async (kind, field, mode) => {
  const desk = await testDesk(kind);
  const [conversationId, customerId] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Claire Dumontet')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, team_id, status, cycle_started_at, last_message_at)
    values (${conversationId}, ${desk.brandId}, ${customerId}, ${desk.channelId}, ${desk.teamId}, 'open', now(), now())`);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, is_public, text, external_id, sent_at)
    values (${conversationId}, ${newId()}, 'customer', ${desk.channelId}, true, 'It leaks.', 'r1', now())`);
  const set = (value: string) =>
    db.execute(
      sql`update channels set config = ${JSON.stringify({ source: "avis", [field]: value })}::jsonb where id = ${desk.channelId}`,
    );
  await set("");
  expect(await replyWays(conversationId)).toEqual([]);
  const { seen } = await getConversation(desk.salma, { idOrNumber: conversationId });
  const words = {
    ...{ conversationId, channelId: desk.channelId, messageId: newId(), text: "Hello", subject: null, seen },
    ...{ to: [], cc: [], bcc: [], attachmentIds: [] },
  };
  await expect(reply(desk.salma, { ...words, mode: "public" })).rejects.toMatchObject({ key: "reply.mode" });
  await set("https://bridge.marmelune.example/answers");
  expect((await replyWays(conversationId))[0]).toMatchObject({ mode });
});
