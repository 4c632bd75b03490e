import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { receive } from "@/lib/conversations/receive";
import { merge } from "@/lib/customers/merge";
import { unmerge } from "@/lib/customers/unmerge";
import { newId } from "@/lib/id";
import { closeWithoutReply } from "@/lib/triage/close-without-reply";
import { leaksCsv } from "./leaks-csv";
import { lookAgain, lookForLeak } from "./look";
import { leaksOfConversation } from "./of-conversation";
import { orderNumbersIn } from "./order-numbers";
import { readLeak } from "./read-leak";
import { leakReport } from "./report";
import { wentPublic } from "./went-public";
import { restoreLeak, withdrawLeak } from "./withdraw";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
});
beforeEach(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

const hour = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * hour);
const complaint =
  "I am furious: third broken kettle, no refund, nobody answers. Worst customer service ever, a scandal.";

/** Somebody speaks: privately by mail, or in public on a network of the same desk. */
async function says(from: string, at: Date, text: string, more: Partial<IncomingMessage> = {}) {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, { sentAt: at, ...more });
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  const { rows } = await db.execute<{ customerId: string }>(
    sql`select customer_id as "customerId" from conversations where id = ${placed!.conversationId}`,
  );
  return { ...placed!, customerId: rows[0]!.customerId };
}

async function posts(from: string, at: Date, more: Partial<IncomingMessage> = {}) {
  const post = await says(from, at, complaint, { public: true, threadKey: newId(), ...more });
  await lookForLeak(post);
  return post;
}

const leaksOf = (conversationId: string) => leaksOfConversation(desk.salma, { conversationId });

test("whoever told us by mail, waited and complains in public is a leak, found by proof, once", async () => {
  const told = await says("claire@example.org", ago(26), "Where is my refund for order 48213?");
  const post = await posts("claire@example.org", ago(0));
  await lookForLeak(post);
  const found = await leaksOf(post.conversationId);
  expect(found).toMatchObject([
    {
      door: "proof",
      answeredAt: null,
      told: { id: told.conversationId },
      posted: { id: post.conversationId },
    },
  ]);
  expect(await leaksOf(told.conversationId)).toEqual(found);
  const notices = await db.execute(
    sql`select 1 from notifications where agent_id = ${ines.id} and kind = 'leak_found' and conversation_id = ${told.conversationId}`,
  );
  expect(notices.rows).toHaveLength(1);
  // The same story goes on: it counts once.
  expect(await leaksOf((await posts("claire@example.org", ago(0))).conversationId)).toEqual([]);
});

test("praise in public, a post before the mail, or one after more than fourteen days is none", async () => {
  await says("yanis@example.org", ago(20), "A question about my order");
  const praise = await says("yanis@example.org", ago(1), "I love this kettle, thank you!", { public: true });
  await lookForLeak(praise);
  expect(await leaksOf(praise.conversationId)).toEqual([]);
  const first = await posts("ben@example.org", ago(30));
  await says("ben@example.org", ago(20), "Now I write to you as well");
  expect(await leaksOf(first.conversationId)).toEqual([]);
  expect(await leaksOf((await posts("ben@example.org", ago(2))).conversationId)).toEqual([]);
  await says("nora@example.org", ago(24 * 15), "Hello?");
  expect(await leaksOf((await posts("nora@example.org", ago(0))).conversationId)).toEqual([]);
});

test("a post after we had closed it without a reply comes after our last word", async () => {
  const told = await says("paul@example.org", ago(10), "My invoice is wrong");
  await closeWithoutReply(desk.salma, { conversationId: told.conversationId, reason: "done" });
  const post = await posts("paul@example.org", new Date(Date.now() + 1000));
  expect(await leaksOf(post.conversationId)).toMatchObject([{ cause: "after_reply" }]);
});

test("two records that turn out to be one make a leak, taken apart it is gone, tied again it is back", async () => {
  const told = await says("b.okafor@example.org", ago(40), "The kettle of order 47790 leaks");
  const post = await posts("ben.in.public@example.org", ago(1));
  expect(await leaksOf(post.conversationId)).toEqual([]);
  const both = { oneId: told.customerId, otherId: post.customerId };
  const again = { customerIds: [both.oneId, both.otherId] };
  const tie = () => merge(desk.salma, { ...both, choices: {}, despite: "told_apart" });
  const tied = await tie();
  await lookAgain(again);
  expect(await leaksOf(post.conversationId)).toMatchObject([{ door: "suggestion" }]);
  await unmerge(desk.salma, { linkId: tied.linkId });
  await lookAgain(again);
  expect(await leaksOf(post.conversationId)).toEqual([]);
  await tie();
  await lookAgain(again);
  expect(await leaksOf(post.conversationId)).toHaveLength(1);
});

test("what a colleague calls no leak stays none until they take it back", async () => {
  await says("lucie@example.org", ago(5), "Hello, a question");
  const post = await posts("lucie@example.org", ago(0));
  const [leak] = await leaksOf(post.conversationId);
  await withdrawLeak(desk.salma, { leakId: leak!.id });
  await lookForLeak(post);
  expect(await leaksOf(post.conversationId)).toEqual([]);
  await expect(withdrawLeak(desk.salma, { leakId: leak!.id })).rejects.toMatchObject({ code: "conflict" });
  await restoreLeak(desk.salma, { leakId: leak!.id });
  expect(await leaksOf(post.conversationId)).toHaveLength(1);
  const outsider = await testAgent("Hannah Whitlock", "manager", [], []);
  await expect(withdrawLeak(outsider, { leakId: leak!.id })).rejects.toMatchObject({ code: "not_found" });
});

test("a colleague says that somebody went public: by the link alone, and the post is tied when it is read", async () => {
  const told = await says("giulia@example.org", ago(8), "Where is my refund?");
  const url = `https://forum.example/t/${newId()}`;
  const post = { id: newId(), url, postedAt: ago(1).toISOString(), who: "", text: "" };
  const found = await wentPublic(desk.salma, { conversationId: told.conversationId, post });
  expect(found.isStored).toBe(false);
  expect(await leaksOf(told.conversationId)).toMatchObject([{ door: "button", url, posted: null }]);
  await expect(wentPublic(desk.salma, { conversationId: told.conversationId, post })).rejects.toMatchObject({
    key: "leak.known",
  });
  const read = await posts("somebody.else@example.org", ago(1), { url });
  expect(await leaksOf(told.conversationId)).toMatchObject([{ posted: { id: read.conversationId } }]);
  const nothingTold = await says("marek@example.org", ago(0), "Hello", { public: true });
  await expect(
    wentPublic(desk.salma, {
      conversationId: nothingTold.conversationId,
      post: { ...post, url: `${url}/2` },
    }),
  ).rejects.toMatchObject({ key: "leak.no_private" });
});

test("a review is tied to whoever has its order number, and to nobody where two have it", async () => {
  expect(orderNumbersIn("Commande n° 48213, et la #MM-20981. Depuis 2026 !")).toEqual(["48213", "MM-20981"]);
  const told = await says("odile@example.org", ago(30), "Ma commande 48219 est arrivée cassée.");
  await db.execute(sql`update channels set kind = 'reviews' where id = ${desk.channelId}`);
  const review = (number: string) =>
    posts(`review-${newId()}@example.org`, ago(1), {
      rating: { value: 1, of: 5 },
      text: "Bof",
      author: {
        name: "O.",
        identities: [],
        avatarUrl: null,
        profileUrl: null,
        facts: { orderNumber: number },
      },
    });
  const found = await review("48219");
  expect(await leaksOf(found.conversationId)).toMatchObject([
    { door: "review", told: { id: told.conversationId } },
  ]);
  expect(await leaksOf((await review("11111")).conversationId)).toEqual([]);
});

test("the story tells what was said on one line of time, and only to whoever may see what was told", async () => {
  const told = await says("claire@example.org", ago(26), "Where is my refund?");
  await says("claire@example.org", ago(3), "And again: where is it?", { inReplyTo: [] });
  const post = await posts("claire@example.org", ago(0));
  const [leak] = await leaksOf(post.conversationId);
  const story = await readLeak(desk.salma, { leakId: leak!.id });
  expect(story).toMatchObject({ cause: "capacity", door: "proof", found: { by: null }, withdrawn: null });
  expect(story.moments.map(({ what }) => what)).toEqual(["told", "again", "posted"]);
  expect(Math.round(story.waitedSeconds / 3600)).toBe(26);
  expect(story.told.id).toBe(told.conversationId);
  const outsider = await testAgent("Hannah Whitlock", "manager", [], []);
  await expect(readLeak(outsider, { leakId: leak!.id })).rejects.toMatchObject({ code: "not_found" });
  expect(
    await leaksOfConversation(outsider, { conversationId: told.conversationId }).catch(() => []),
  ).toEqual([]);
});

test("the story begins with the first that they told us, each by its own way, with the promise that was not kept", async () => {
  const first = await says("claire@example.org", ago(24 * 9), "My pot arrived cracked. What shall I do?");
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, agent_id, call_outcome, text, sent_at, created_at)
    values (${first.conversationId}, ${newId()}, 'call', ${desk.salma.id}, 'settled', 'Refund by the 19th.', ${ago(24 * 5).toISOString()}, now())`);
  await db.execute(sql`
    insert into commitments (id, brand_id, customer_id, conversation_id, text, state, made_by, made_at, due_at, is_day, show_at, shown_at, broken_at)
    values (${newId()}, ${desk.brandId}, ${first.customerId}, ${first.conversationId}, 'Refund of 189 €', 'broken', ${desk.salma.id},
      ${ago(24 * 5).toISOString()}, ${ago(30).toISOString()}, true, ${ago(40).toISOString()}, ${ago(40).toISOString()}, ${ago(30).toISOString()})`);
  const again = await says("claire@example.org", ago(2), "Third and last message: nothing came.", {
    threadKey: newId(),
  });
  const form = await db.execute<{ id: string }>(sql`
    insert into channels (id, brand_id, kind, name, config) select ${newId()}, brand_id, 'form', 'Form', '{}' from channels where id = ${desk.channelId} returning id`);
  await db.execute(
    sql`update conversations set channel_id = ${form.rows[0]!.id} where id = ${again.conversationId}`,
  );
  const post = await posts("claire@example.org", ago(0));
  const [leak] = await leaksOf(post.conversationId);
  const story = await readLeak(desk.salma, { leakId: leak!.id });
  expect(story.moments.map(({ what }) => what)).toEqual([
    "earlier",
    "called",
    "promised",
    "promise_broken",
    "told",
    "posted",
  ]);
  // The wait is that of what nobody answered, and the way is the message's, not its conversation's.
  expect(Math.round(story.waitedSeconds / 3600)).toBe(2);
  const kind = story.moments.find(({ what }) => what === "told")!.channelKind;
  expect(kind).not.toBe("form");
  expect(story.told.channelKind).toBe(kind);
  expect(leak!.told!.channelKind).toBe(kind);
  expect(story.moments.find(({ what }) => what === "promise_broken")).toMatchObject({
    excerpt: "Refund of 189 €",
    promisedFor: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
});

test("the report counts linked posts with an interval, never what it does not know", async () => {
  await says("claire@example.org", ago(26), "Where is my refund?");
  const post = await posts("claire@example.org", ago(1));
  await says("lucie@example.org", ago(24 * 20), "An old question");
  await posts("lucie@example.org", ago(1));
  await posts("stranger@example.org", ago(1));
  const filter = { weeks: 4, brandId: desk.brandId };
  const report = await leakReport(ines, filter);
  expect(report.linked).toMatchObject({ hits: 2, n: 3 });
  expect(report.leaks).toMatchObject({ hits: 1, n: 2 });
  expect(report.leaks.low).toBeCloseTo(0.0945, 3);
  expect(report.told.hits).toBe(1);
  expect(report.weeks).toHaveLength(4);
  expect(report.weeks.reduce((sum, week) => sum + week.posts, 0)).toBe(3);
  expect(report.rows).toMatchObject([{ customerName: "claire", door: "proof", isMine: false }]);
  expect(report.unlinkedNumbers).toHaveLength(1);
  const csv = await leaksCsv(ines, { ...filter, language: "fr" });
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(csv).toMatch(/^\uFEFFPrévenus le \(UTC\),/);
  expect(csv).toContain("Connu par la même adresse ou le même numéro.");
  expect(csv).not.toMatch(/told_at|proof|closed_hours|url/);
  const [leak] = await leaksOf(post.conversationId);
  await withdrawLeak(ines, { leakId: leak!.id });
  expect((await leakReport(ines, filter)).leaks).toMatchObject({ hits: 0, n: 2 });
  await expect(leakReport(desk.salma, filter)).rejects.toMatchObject({ code: "forbidden" });
});
