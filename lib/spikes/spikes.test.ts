import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { countHours } from "./count";
import { dismissSpike, restoreSpike } from "./dismiss";
import { groupsOf } from "./groups";
import { listSpikes, spikesNow } from "./list-spikes";
import { lookForSpikes } from "./watch";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeEach(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

const HOUR = 3_600_000;
/** Half past some hour, so that what is said a minute ago lies in the same one. */
const now = new Date(Math.floor(Date.now() / HOUR) * HOUR - HOUR / 2);

async function posts(count: number, at: Date, text = "Boycott: their kettles leak and nobody answers!") {
  for (let each = 0; each < count; each++) {
    const inboundId = newId();
    await db.execute(sql`
      insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
      values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
    const message = testMessage(`friend${each}@example.org`, `${text} ${"!".repeat(each % 3)}`, {
      public: true,
      sentAt: at,
      threadKey: newId(),
    });
    await receive([
      { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
    ]);
  }
}

/** Six weeks in which every hour had `count` public mentions. */
async function usual(count: number) {
  const start = new Date(Math.floor(now.getTime() / HOUR) * HOUR).toISOString();
  await db.execute(sql`
    insert into series_hours (brand_id, series, hour, count)
    select ${desk.brandId}, 'mentions', ${start}::timestamptz - make_interval(hours => h), ${count}::int from generate_series(30, 1008) h`);
}

const countOf = async (series: string) =>
  (
    await db.execute<{ count: number }>(sql`
      select coalesce(sum(count), 0)::int as count from series_hours where brand_id = ${desk.brandId} and series = ${series}`)
  ).rows[0]!.count;

test("what was said in public and what complained is counted by the hour, again and again with the same result", async () => {
  await posts(3, new Date(now.getTime() - 60_000));
  const range = [new Date(now.getTime() - 5 * HOUR), new Date(now.getTime() + HOUR)] as const;
  await countHours(...range);
  await countHours(...range);
  expect(await countOf("mentions")).toBe(3);
  expect(await countOf("complaints")).toBe(3);
  await db.execute(
    sql`update messages set deleted_at = now() where conversation_id in (select id from conversations where brand_id = ${desk.brandId})`,
  );
  await countHours(...range);
  expect(await countOf("mentions")).toBe(0);
});

test("nineteen where a few are usual opens one spike, which grows, tells the managers and ends", async () => {
  await usual(2);
  await posts(12, new Date(now.getTime() - 60_000));
  await lookForSpikes(now);
  await posts(7, new Date(now.getTime() - 60_000));
  await lookForSpikes(now);
  const found = (await spikesNow(desk.salma)).filter(({ series }) => series === "mentions");
  expect(found).toMatchObject([{ seen: 19, hours: 1, endedAt: null }]);
  expect(found[0]!.expected).toBeGreaterThan(0.5);
  expect(found[0]!.expected).toBeLessThan(4);
  expect(found[0]!.groups[0]).toMatchObject({ count: 19 });
  expect(found[0]!.numbers).toHaveLength(19);
  const told = await db.execute(
    sql`select 1 from notifications where agent_id = ${ines.id} and kind = 'spike_seen' and event_id = ${`spike:${found[0]!.id}`}`,
  );
  expect(told.rows).toHaveLength(1);

  await lookForSpikes(new Date(now.getTime() + 5 * HOUR));
  expect((await spikesNow(desk.salma)).filter(({ series }) => series === "mentions")).toEqual([]);
  expect((await listSpikes(ines, { weeks: 4, brandId: null }))[0]).toMatchObject({
    brand: { id: desk.brandId },
  });
});

test("before there are two weeks to compare with, ten complaints in an hour are one, and mentions are none", async () => {
  await posts(10, new Date(now.getTime() - 60_000));
  await lookForSpikes(now);
  expect(await spikesNow(desk.salma)).toMatchObject([{ series: "complaints", seen: 10, expected: null }]);
});

test("somebody puts it away for everybody, or says that it is none: then its hours are usual ones", async () => {
  await usual(2);
  await posts(19, new Date(now.getTime() - 60_000));
  await lookForSpikes(now);
  const spike = (await spikesNow(desk.salma)).find(({ series }) => series === "mentions")!;
  const flagged = async () =>
    (await db.execute(sql`select 1 from series_hours where brand_id = ${desk.brandId} and is_flagged`)).rows
      .length;
  const before = await flagged();
  expect(before).toBeGreaterThan(0);
  await dismissSpike(desk.salma, { spikeId: spike.id, as: "none" });
  await lookForSpikes(now);
  expect(await flagged()).toBe(before - 1);
  expect((await spikesNow(desk.salma)).find(({ id }) => id === spike.id)).toBeUndefined();
  await restoreSpike(desk.salma, { spikeId: spike.id });
  expect(await flagged()).toBe(before);
  const outsider = await testAgent("Hannah Whitlock", "manager", [], []);
  expect(await spikesNow(outsider)).toEqual([]);
  await expect(dismissSpike(outsider, { spikeId: spike.id, as: "seen" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("groups of nearly the same words: names, links and numbers do not matter, and one alone is no group", () => {
  const text = (conversationId: string, words: string, isNew = true) => ({
    conversationId,
    text: words,
    names: [],
    isNew,
  });
  const groups = groupsOf([
    text("a", "Boycott @marmelune! Their kettles leak https://a.example/1"),
    text("b", "BOYCOTT @marmelune: their kettles leak https://b.example/2"),
    text("c", "When does the shop in Ghent open on Saturday?"),
    text("d", "boycott, their kettles leak", false),
    text("e", "An older affair that everybody talked about then", false),
    text("f", "An older affair that everybody talked about then", false),
  ]);
  expect(groups).toEqual([{ count: 3, conversationIds: ["a", "b", "d"] }]);
});
