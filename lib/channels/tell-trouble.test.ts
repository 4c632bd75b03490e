import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { saveHealth } from "./keep-health";
import { listChannels } from "./list-channels";
import { listTroubles } from "./list-troubles";
import { tellChannelTrouble } from "./tell-trouble";

testDatabase();

const down = { report: { code: "imap_login", params: { host: "mail.marmelune.example", answer: "no" } } };

async function told(actor: Parameters<typeof listNotifications>[0]) {
  const { items } = await listNotifications(actor, { cursor: null });
  return items.map(({ kind, channel }) => `${kind} ${channel?.name}`);
}

test("an outage is told of once, to whoever can do something about it, and so is its end", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  await saveHealth(desk.channelId, { ...down, nextTryAt: null });
  expect((await tellChannelTrouble())?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
  expect(await told(hannah)).toEqual([]);

  await db.execute(
    sql`update channels set failing_since = now() - interval '16 minutes' where id = ${desk.channelId}`,
  );
  await tellChannelTrouble();
  await tellChannelTrouble();
  await saveHealth(desk.channelId, { ...down, nextTryAt: null });
  await tellChannelTrouble();
  expect(await told(hannah)).toEqual(["channel_failing care"]);
  expect(await told(desk.salma)).toEqual([]);

  await saveHealth(desk.channelId, null);
  await tellChannelTrouble();
  await tellChannelTrouble();
  expect(await told(hannah)).toEqual(["channel_well care", "channel_failing care"]);
});

test("new settings alone are no recovery, and a short trouble is nobody's news", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "owner", [], []);
  const since = sql`now() - interval '20 minutes'`;
  await db.execute(sql`
    update channels set failing_since = ${since}, failure_code = 'timeout', failing_told_for = ${since}, last_success_at = now() - interval '1 hour'
    where id = ${desk.channelId}`);
  await db.execute(
    sql`update channels set failing_since = null, failure_code = null where id = ${desk.channelId}`,
  );
  await tellChannelTrouble();
  expect(await told(hannah)).toEqual([]);
  await saveHealth(desk.channelId, { ...down, nextTryAt: null });
  await saveHealth(desk.channelId, null);
  await tellChannelTrouble();
  expect(await told(hannah)).toEqual(["channel_well care"]);
});

test("access that ends is told of a week before, once for each end", async () => {
  const desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const ends = (days: number) =>
    db.execute(
      sql`update channels set access_ends_at = now() + make_interval(days => ${days}) where id = ${desk.channelId}`,
    );
  await ends(9);
  expect((await tellChannelTrouble())?.getTime()).toBeLessThan(Date.now() + 3 * 86_400_000);
  expect(await told(hannah)).toEqual([]);
  await ends(6);
  await tellChannelTrouble();
  await tellChannelTrouble();
  expect(await told(hannah)).toEqual(["access_ending care"]);
  await ends(60);
  await tellChannelTrouble();
  expect(await told(hannah)).toHaveLength(1);
});

test("everybody of the brand sees what is down and when it goes on; access that ends only who can renew it", async () => {
  const desk = await testDesk();
  const other = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const nextTryAt = new Date(Date.now() + 3_600_000);
  await saveHealth(desk.channelId, { ...down, nextTryAt });
  const mine = async (actor: typeof hannah) =>
    (await listTroubles(actor)).filter((one) => one.channelId === desk.channelId);
  expect(await mine(desk.salma), "not for a minute's trouble").toEqual([]);
  await db.execute(sql`
    update channels set failing_since = now() - interval '6 minutes', access_ends_at = now() + interval '3 days' where id = ${desk.channelId}`);
  expect(await mine(desk.salma)).toMatchObject([
    { what: "failing", name: "care", nextTryAt: nextTryAt.toISOString(), failure: { code: "imap_login" } },
  ]);
  expect((await mine(hannah)).map(({ what }) => what)).toEqual(["failing", "access"]);
  expect(await mine(other.salma)).toEqual([]);

  await db.execute(sql`update channels set paused_at = now() where id = ${desk.channelId}`);
  expect(await mine(hannah)).toEqual([]);
});

test("the list says what has come and is not read yet", async () => {
  const desk = await testDesk();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, received_at)
    select gen_random_uuid(), ${desk.channelId}, n::text, n::text, 'text/plain', '{}', 'x', 1, case n when 3 then 'done' else 'new' end,
      now() - make_interval(mins => n) from generate_series(1, 3) n`);
  const channel = (await listChannels(desk.salma)).find((one) => one.id === desk.channelId);
  expect(channel?.health.unread?.count).toBe(2);
  expect(Date.parse(channel?.health.unread?.oldestAt ?? "")).toBeLessThan(Date.now() - 110_000);
});
