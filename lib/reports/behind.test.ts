import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { seedDemoWithPast } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { prepareFacts } from "@/lib/facts/follow";
import { settled } from "@/lib/facts/test-live";
import { readAnswered } from "@/lib/targets/read-answered";
import { behindCsv } from "./behind-csv";
import { readBehind } from "./read-behind";
import { readBy } from "./read-by";
import { readSpread } from "./read-spread";
import { readTargetTrend } from "./read-target-trend";
import { readTargets } from "./read-targets";
import { readTimes } from "./read-times";
import { readTrend } from "./read-trend";
import { readWaiting } from "./read-waiting";
import { readWeekHours } from "./read-week-hours";
import { type Slice, slice } from "./slice";

testDatabase();
let hannah: Actor;
let salma: Actor;
const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const season = slice.parse({ from: day(90), to: day(-2) });
const measures = ["first_response", "next_response", "resolution"] as const;

beforeAll(async () => {
  await seedDemoWithPast(new Date());
  await prepareFacts();
  await settled();
  const found = await db.execute<{ id: string; name: string; brandId: string; teamIds: string[] }>(sql`
    select a.id, a.name, (select id from brands limit 1) as "brandId",
      array(select team_id::text from team_members m where m.agent_id = a.id) as "teamIds" from agents a`);
  const who = (name: string, role: "admin" | "agent"): Actor => {
    const { id, brandId, teamIds } = found.rows.find((row) => row.name === name)!;
    return { kind: "agent", id, name, role, language: "en", teamIds, brandIds: [brandId], sessionId: id };
  };
  [hannah, salma] = [who("Hannah Whitlock", "admin"), who("Salma Idrissi", "agent")];
}, 120_000);

const behind = async (figure: string, cut: Slice = season) =>
  (await readBehind(hannah, { figure, slice: cut, cursor: null })).n;

test.each(measures)("%s: every figure opens as many conversations as it says", async (measure) => {
  for (const clock of ["business", "wall"] as const) {
    const cut = { ...season, clock };
    const times = await readTimes(hannah, { measure, slice: cut });
    expect(times.n).toBeGreaterThan(100);
    expect(await behind(`${measure}:answered`, cut)).toBe(times.n);
    expect(await behind(`${measure}:waiting`, cut)).toBe(times.waiting.n);
    expect(await behind(`${measure}:closed`, cut)).toBe(times.closed);
    for (const { from, to, n } of await readSpread(hannah, { measure, slice: cut }))
      expect(await behind(`${measure}:class:${from}-${to ?? ""}`, cut)).toBe(n);
  }
  const waiting = await readWaiting(hannah, { measure, slice: season });
  expect(waiting.n).toBe(await behind(`${measure}:waiting`));
  const weeks = await readTrend(hannah, { measure, slice: season, step: "week" });
  for (const [at, week] of weeks.slice(0, 3).entries())
    expect(await behind(`${measure}:answered`, { ...season, from: week.from, to: weeks[at + 1]!.from })).toBe(
      week.n,
    );
  for (const row of await readBy(hannah, { measure, slice: season, by: "channel" }))
    if (row.id !== null)
      expect(await behind(`${measure}:answered`, { ...season, channelId: row.id })).toBe(row.n);
});

test("targets open what was met, missed and is not due yet, and each reason its own", async () => {
  const rows = await readTargets(hannah, { slice: season, by: "all" });
  expect(rows.some(({ missed }) => missed > 0)).toBe(true);
  const trend = await readTargetTrend(hannah, { slice: season, step: "week" });
  for (const { kind, met, missed, running, reasons } of rows) {
    expect(await behind(`${kind}:met`)).toBe(met);
    expect(await behind(`${kind}:missed`)).toBe(missed);
    expect(await behind(`${kind}:running`)).toBe(running);
    for (const { reason, n } of reasons) expect(await behind(`${kind}:missed:${reason}`)).toBe(n);
    const steps = trend.filter((step) => step.kind === kind);
    expect(steps.reduce((sum, step) => sum + step.met, 0)).toBe(met);
    expect(steps.reduce((sum, step) => sum + step.missed, 0)).toBe(missed);
  }
});

test("each hour of the week opens exactly the requests that it says, narrowed or not", async () => {
  const found = await db.execute<{ id: string; tagId: string }>(sql`
    select h.id, (select tag_id from conversation_tags group by 1 order by count(*) desc limit 1) as "tagId"
    from channels h join dims d on d.channel_id = h.id join facts f on f.dim_id = d.id group by 1 order by count(*) desc limit 1`);
  const { id, tagId } = found.rows[0]!;
  const all = await readWeekHours(hannah, { slice: season });
  expect(all.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(500);
  for (const { weekday, hour, asked } of all) {
    const page = await readBehind(hannah, {
      figure: `hour:${weekday}-${hour}`,
      slice: season,
      cursor: null,
    });
    expect([weekday, hour, page.n, page.hidden]).toEqual([weekday, hour, asked, 0]);
    expect(page.rows).toHaveLength(Math.min(50, asked));
  }
  for (const cut of [
    { ...season, channelId: id },
    { ...season, tagId },
    { ...season, agentId: salma.id },
  ])
    for (const { weekday, hour, asked } of await readWeekHours(hannah, { slice: cut }))
      if (hour > 7 && hour < 12) expect(await behind(`hour:${weekday}-${hour}`, cut)).toBe(asked);
});

test("what answered a wait is named, so that its counting can be asked", async () => {
  const { rows } = await readBehind(hannah, {
    figure: "first_response:answered",
    slice: season,
    cursor: null,
  });
  const told = rows.filter(({ answerId }) => answerId !== null);
  expect(told.length).toBeGreaterThan(rows.filter(({ dueAt }) => dueAt !== null).length * 0.9);
  for (const { conversationId, answerId, dueAt, toAt } of told.slice(0, 10)) {
    const view = await readAnswered(hannah, { conversationId, messageId: answerId ?? "" });
    expect([view.at, view.dueAt]).toEqual([toAt, dueAt]);
  }
  const waiting = await readBehind(hannah, { figure: "next_response:waiting", slice: season, cursor: null });
  expect(new Set(waiting.rows.map(({ answerId }) => answerId))).toEqual(new Set([null]));
});

test("page by page everything comes once, and the file holds the same", async () => {
  const seen = new Set<string>();
  let [cursor, pages]: [string | null, number] = [null, 0];
  do {
    const page = await readBehind(hannah, { figure: "first_response:answered", slice: season, cursor });
    for (const row of page.rows) seen.add(row.conversationId);
    cursor = page.next;
    pages++;
  } while (cursor !== null);
  const n = await behind("first_response:answered");
  expect([seen.size, pages]).toEqual([n, Math.ceil(n / 50)]);
  const csv = await behindCsv(hannah, { figure: "first_response:answered", slice: season, language: "fr" });
  expect(csv).toMatch(
    /^\uFEFFConversation,Client,Canal,Personne,De \(UTC\),À \(UTC\),Heures d’ouverture \(s\),/,
  );
  expect(csv).toContain(",E-mail,");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(n + 1);
});

test("a file of rows counts nothing", async () => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await behindCsv(hannah, { figure: "next_response:answered", slice: season, language: "en" });
  const texts = asked.mock.calls.map(([query]) => JSON.stringify(query));
  asked.mockRestore();
  expect(texts.filter((text) => text.includes("from facts f"))).not.toEqual([]);
  expect(texts.filter((text) => /count\(/.test(text))).toEqual([]);
});

test("who waits is read from the oldest, who was answered from the newest", async () => {
  const order = async (figure: string) =>
    (await readBehind(hannah, { figure, slice: season, cursor: null })).rows.map(({ fromAt }) => fromAt);
  const waiting = await order("next_response:waiting");
  expect(waiting).toEqual(waiting.toSorted());
  const answered = await order("next_response:answered");
  expect(answered).toEqual(answered.toSorted().toReversed());
});

test("an agent reads their own rows and nobody else's", async () => {
  const own = { ...season, agentId: salma.kind === "agent" ? salma.id : null };
  const mine = await readBehind(salma, { figure: "next_response:answered", slice: own, cursor: null });
  expect(mine.n).toBeGreaterThan(20);
  expect(new Set(mine.rows.map(({ agentName }) => agentName))).toEqual(new Set(["Salma Idrissi"]));
  const other = { ...season, agentId: hannah.kind === "agent" ? hannah.id : null };
  for (const cut of [season, other])
    await expect(
      readBehind(salma, { figure: "next_response:answered", slice: cut, cursor: null }),
    ).rejects.toThrow("forbidden");
});
