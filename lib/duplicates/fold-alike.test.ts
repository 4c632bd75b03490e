import { type SQL, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { sift } from "@/lib/moderation/sift";
import { alikePairs, distinctTexts } from "./fixtures/texts";
import { nearSql } from "./fold-alike";
import { printOf } from "./print";
import { strip } from "./strip";
import { unfold } from "./unfold";

testDatabase();

let desk: TestDesk;
beforeEach(async () => {
  desk = await testDesk();
});

async function arrive(from: string, text: string, more: Partial<IncomingMessage> = {}) {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, { public: true, ...more });
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed!;
}

/** As the job does, after each message. */
async function post(from: string, text: string, more: Partial<IncomingMessage> = {}): Promise<string> {
  const placed = await arrive(from, text, more);
  await sift({ ...placed, isFirst: true });
  return placed.conversationId;
}

const rowOf = async (id: string) => (await getConversation(desk.salma, { idOrNumber: id })).row;
const keyOf = async (id: string) => (await rowOf(id)).groupKey;
const call =
  "Boycott @marmelune! Their kettles leak and nobody answers. Share this: https://a.example/x #leakgate";

test("reposts with other names, links and numbers fold into one row, and each keeps its own customer", async () => {
  const one = await post("ben@example.org", call);
  expect(await keyOf(one)).toBeNull();
  const two = await post(
    "yanis@example.org",
    "BOYCOTT @marmelune: their kettles leak, and nobody answers! Share this https://b.example/7 #x",
  );
  const three = await post("nora@example.org", `RT @ben ${call} 3/3`);
  const other = await post(
    "paul@example.org",
    "Is the blue kettle of your autumn catalogue back in the shop in Ghent?",
  );
  expect(await keyOf(one)).toBe(`alike:${one}`);
  expect([await keyOf(two), await keyOf(three), await keyOf(other)]).toEqual([
    `alike:${one}`,
    `alike:${one}`,
    null,
  ]);
  expect((await rowOf(two)).customerName).toBe("yanis");
  expect((await rowOf(two)).excerpt).toContain("BOYCOTT");
});

test("a post that names its own thread folds with others, comments under one post stay together", async () => {
  const one = await post("ben@example.org", call, { threadKey: "thread-1" });
  const two = await post("nora@example.org", `RT ${call}`, { threadKey: "thread-2" });
  expect(await keyOf(one)).toBe(`alike:${one}`);
  expect(await keyOf(two)).toBe(`alike:${one}`);
  const three = await post("yanis@example.org", call, { threadKey: "thread-3" });
  expect(await keyOf(three)).toBe(`alike:${one}`);
  const beneath = { threadKey: "thread-4" };
  await post("lucie@example.org", "Is the blue kettle of your autumn catalogue back in Ghent?", beneath);
  const comment = await post("paul@example.org", call, beneath);
  expect(await keyOf(comment)).not.toBe(`alike:${one}`);
});

test("those that arrive together make one fold, however often the jobs run", async () => {
  const placed = [];
  for (let at = 0; at < 6; at++) placed.push(await arrive(`friend${at}@example.org`, call));
  await Promise.all([...placed, ...placed].map((each) => sift({ ...each, isFirst: true })));
  const keys = new Set(await Promise.all(placed.map(({ conversationId }) => keyOf(conversationId))));
  expect(keys.size).toBe(1);
  expect([...keys][0]).toMatch(/^alike:/);
});

test("one that waited for the lock, and was folded meanwhile, takes the next into its own fold", async () => {
  const [one, two, three] = [
    await arrive("a@example.org", call),
    await arrive("b@example.org", call),
    await arrive("c@example.org", call),
  ];
  await sift({ ...one, isFirst: true });
  // The second has noted its text, and its turn to join has not come.
  await db.execute(sql`
    insert into alike_texts (conversation_id, message_id, brand_id, is_public, text, print, size, said_at)
    select ${two.conversationId}, ${two.messageId}, brand_id, is_public, text, print, size, said_at + interval '1 ms'
    from alike_texts where conversation_id = ${one.conversationId}`);
  await sift({ ...three, isFirst: true });
  await sift({ ...one, isFirst: true });
  const keys = await Promise.all([one, two, three].map(({ conversationId }) => keyOf(conversationId)));
  expect(keys).toEqual(keys.map(() => `alike:${one.conversationId}`));
});

test("one taken out stays out, and whoever says the same later joins the others", async () => {
  const [one, two, three] = [
    await post("a@example.org", call),
    await post("b@example.org", call),
    await post("c@example.org", call),
  ];
  await unfold(desk.salma, { conversationId: three });
  expect(await keyOf(three)).toBeNull();
  const four = await post("d@example.org", call);
  expect([await keyOf(one), await keyOf(two), await keyOf(three), await keyOf(four)]).toEqual([
    `alike:${one}`,
    `alike:${one}`,
    null,
    `alike:${one}`,
  ]);
  await expect(unfold(desk.salma, { conversationId: three })).rejects.toMatchObject({ code: "conflict" });
});

test("public and private, two brands, and what is closed or a week old do not fold", async () => {
  const one = await post("a@example.org", call);
  expect(await keyOf(await post("b@example.org", call, { public: false }))).toBeNull();
  const mine = desk;
  desk = await testDesk();
  expect(await keyOf(await post("c@example.org", call))).toBeNull();
  desk = mine;
  await db.execute(
    sql`update alike_texts set said_at = now() - interval '8 days' where conversation_id = ${one}`,
  );
  expect(await keyOf(await post("d@example.org", call))).toBeNull();
});

test("short private questions stay apart, a copied letter folds", async () => {
  const question = "Bonjour, où en est ma commande 4711 ? Merci d’avance.";
  const [one, two] = [
    await post("a@example.org", question, { public: false }),
    await post("b@example.org", question, { public: false }),
  ];
  expect([await keyOf(one), await keyOf(two)]).toEqual([null, null]);
  const letter =
    "Madame, Monsieur, en tant que cliente je vous demande de cesser immédiatement la vente de poêles qui contiennent des substances dangereuses pour nos enfants et pour l’eau.";
  const three = await post("c@example.org", `${letter} Odile Aubry, Lille`, { public: false });
  const four = await post("d@example.org", `${letter} Lucie Ferrand, 69003 Lyon`, { public: false });
  expect(await keyOf(four)).toBe(`alike:${three}`);
});

test("whoever writes something of their own later leaves the fold", async () => {
  const one = await post("a@example.org", call);
  const firstWords = { externalId: `<${newId()}@example.org>` };
  const two = await arrive("b@example.org", call, firstWords);
  await sift({ ...two, isFirst: true });
  expect(await keyOf(two.conversationId)).toBe(`alike:${one}`);
  const again = await arrive(
    "b@example.org",
    "And by the way, my daughter burnt her hand on that thing yesterday evening.",
    { inReplyTo: [firstWords.externalId] },
  );
  expect(again.conversationId).toBe(two.conversationId);
  await sift({ ...again, isFirst: false });
  expect(await keyOf(two.conversationId)).toBeNull();
});

test("of a made set of texts, what folds is what belongs together", async () => {
  const score = async (a: string, b: string) =>
    (await db.execute<{ s: number }>(sql`select similarity(${strip(a, [])}, ${strip(b, [])})::float8 as s`))
      .rows[0]!.s;
  const missed = [];
  for (const [a, b] of alikePairs) if ((await score(a, b)) < 0.45) missed.push([a, b]);
  const wrong = [];
  for (const [at, a] of distinctTexts.entries())
    for (const b of distinctTexts.slice(at + 1)) if ((await score(a, b)) >= 0.45) wrong.push([a, b]);
  // Recall and precision, measured: every pair found, none folded by mistake.
  expect({ missed, wrong }).toEqual({ missed: [], wrong: [] });
});

test("the print never hides what the trigrams would have found", async () => {
  for (const [a, b] of alikePairs) {
    const [one, two] = [printOf(strip(a, [])), printOf(strip(b, []))];
    const both = [...one.print].filter((bit, at) => bit === "1" && two.print[at] === "1").length;
    expect(both / (one.size + two.size - both)).toBeGreaterThan(0.41);
  }
});

test("finding what is alike among 4,000 open conversations costs less than comparing their texts", async () => {
  const seed = await post("a@example.org", call);
  const { customerId } = await rowOf(seed);
  const { print, size } = printOf(strip(call, []));
  await db.execute(sql`
    with n as (select gen_random_uuid() as id, g from generate_series(1, 4000) g), c as (
      insert into conversations (id, brand_id, customer_id, channel_id, status, cycle_started_at, last_message_at, is_public)
      select id, ${desk.brandId}, ${customerId}, ${desk.channelId}, 'open', now(), now(), true from n returning id)
    insert into alike_texts (conversation_id, message_id, brand_id, is_public, text, print, size, said_at)
    select id, gen_random_uuid(), ${desk.brandId}, true, md5(g::text) || ' the same kettle leaks and nobody answers ' || md5((g * 7)::text),
      (select string_agg((random() < ${size / 2048})::int::text, '') from generate_series(1, 2048) b where n.g > 0)::bit(2048), ${size}, now()
    from n where true`);
  await db.execute(sql`analyze alike_texts`);
  await db.execute(sql`analyze conversations`);
  const one = { id: newId(), brandId: desk.brandId, isPublic: true, print, size };
  const byText = sql`select conversation_id from alike_texts
    where brand_id = ${desk.brandId} and is_public and similarity(text, ${strip(call, [])}) >= 0.45`;
  const [near, plain] = [await best(nearSql(one)), await best(byText)];
  expect(near).toBeLessThan(plain);
});

/** The shortest of three runs, in milliseconds, as the database itself measures it. */
async function best(statement: SQL): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < 3; run++) {
    const plan = await db.execute<{ "QUERY PLAN": string }>(sql`explain (analyze) ${statement}`);
    took.push(Number(/Execution Time: ([\d.]+)/.exec(plan.rows.at(-1)?.["QUERY PLAN"] ?? "")?.[1]));
  }
  return Math.min(...took);
}
