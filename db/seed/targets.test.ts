import { type SQL, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { followFacts, prepareFacts } from "@/lib/facts/follow";
import { readNow } from "@/lib/reports/read-now";
import { readTargets } from "@/lib/reports/read-targets";
import { slice } from "@/lib/reports/slice";
import { resolutionOf } from "@/lib/targets/due";
import { listTargets } from "@/lib/targets/list-targets";
import { rulesNow } from "@/lib/targets/rules";
import { loadStates, toState } from "@/lib/targets/state";
import { seedDemoWithPast } from "./demo";
import { replayDemo } from "./replay";

testDatabase();
const mondayMorning = new Date("2026-11-23T08:06:00Z");
let hannah: Actor;

beforeAll(async () => {
  await seedDemoWithPast(mondayMorning, 60);
  await prepareFacts();
  while (await followFacts());
  const brands = await db.execute<{ id: string }>(sql`select id from brands`);
  hannah = await testAgent(
    "Hannah Whitlock",
    "admin",
    [],
    brands.rows.map(({ id }) => id),
  );
}, 120_000);

test("the sample promises resolutions, and a quick answer to whoever was hurt", async () => {
  const targets = await listTargets(hannah);
  expect(targets).toContainEqual(expect.objectContaining({ kind: "resolution", seconds: 45 * 3600 }));
  expect(targets).toContainEqual(expect.objectContaining({ kind: "first_response", tagName: "safety" }));
});

test("what each conversation of the story says is due is what the targets say of it", async () => {
  const found = await db.execute<{ id: string }>(
    sql`select id from conversations where is_sample and status in ('open', 'waiting', 'snoozed')`,
  );
  const rules = await rulesNow();
  const ids = found.rows.map(({ id }) => id);
  const states = await db.transaction((tx) => loadStates(tx, rules, ids));
  const said = states.map(({ id, resolveDueAt }) => [
    id,
    resolveDueAt === null ? null : Date.parse(resolveDueAt),
  ]);
  expect(said).toEqual(
    states.map((state) => [state.id, resolutionOf(rules, toState(state))?.dueAt?.getTime() ?? null]),
  );
  expect(said.filter(([, due]) => due !== null).length).toBeGreaterThan(20);
});

test("the list of work shows the answer that is due before the end, and one has waited past both", async () => {
  const named = async (condition: SQL) => {
    const found = await db.execute<{ name: string }>(sql`
      select k.name from conversations c join customers k on k.id = c.customer_id where c.status = 'open' and ${condition}`);
    return found.rows.map(({ name }) => name);
  };
  expect(await named(sql`c.resolve_due_at < c.due_at`)).toEqual([]);
  expect(await named(sql`c.resolve_due_at < ${mondayMorning.toISOString()}`)).toEqual(["B. Okafor"]);
});

test("the report of targets has resolutions that were met and some that were not", async () => {
  const season = slice.parse({ from: "2026-10-01", to: "2026-11-23" });
  const row = (await readTargets(hannah, { slice: season, by: "all" })).find(
    ({ kind }) => kind === "resolution",
  );
  expect(row?.met).toBeGreaterThan(200);
  expect(row?.missed).toBeGreaterThan(0);
  expect(row?.missed).toBeLessThan((row?.met ?? 0) / 5);
});

test("a channel's last message is the last that somebody wrote there", async () => {
  const { channels } = await readNow(hannah, { brandId: null });
  const written = await db.execute<{ id: string; kind: string; at: string }>(sql`
    select channel_id as id, (select kind from channels where id = channel_id) as kind, to_char(max(sent_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from messages where kind = 'customer' and channel_id is not null group by 1`);
  expect(written.rows.length).toBeGreaterThan(5);
  for (const { id, kind, at } of written.rows)
    expect([kind, channels.find((channel) => channel.id === id)?.lastItemAt]).toEqual([kind, at]);
});

test("played again, the tag of the target is still its own", async () => {
  await replayDemo({ kind: "system", name: "operator" }, mondayMorning);
  expect((await listTargets(hannah)).filter(({ tagId }) => tagId !== null)).toMatchObject([
    { tagName: "safety" },
  ]);
});
