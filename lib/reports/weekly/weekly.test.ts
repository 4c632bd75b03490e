import { sql } from "drizzle-orm";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { stopMails, stopToken } from "@/lib/notifications/settings";
import type { Times } from "@/lib/reports/slice";
import type { Week } from "./read-week";
import { sendWeeklyAt } from "./send";
import { weekSentences } from "./sentences";
import { previewWeekly, readWeeklyWishes, sendWeeklyNow, wantWeekly } from "./wishes";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let stranger: Actor;
let trap: SMTPServer;
let refuse = false;
const caught: string[] = [];

/** A Monday, ten past seven in Lyon. */
const monday = new Date("2026-11-23T06:10:00Z");

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  stranger = await testAgent("Hannah Whitlock", "manager", [], []);
  await db.execute(sql`update agents set language = 'fr' where id = ${ines.id}`);
  await db.execute(sql`update organisation set zone = 'Europe/Paris'`);
  trap = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (refuse) return done(Object.assign(new Error("later"), { responseCode: 451 }));
        caught.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const server = trap.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  const config = {
    address: "care@marmelune.example",
    smtpHost: "127.0.0.1",
    smtpPort: port,
    smtpSecurity: "none",
  };
  await db.execute(
    sql`update channels set config = ${JSON.stringify(config)}::jsonb, address = 'care@marmelune.example' where id = ${desk.channelId}`,
  );
  await answers();
});
afterAll(() => new Promise<void>((resolve) => trap.close(() => resolve())));

beforeEach(async () => {
  caught.splice(0);
  refuse = false;
  await db.execute(sql`delete from weekly_reports`);
  await db.execute(sql`delete from notification_settings`);
});

/** Thirty first responses in each of two weeks, an hour and then two. */
async function answers() {
  await db.execute(sql`insert into dims (brand_id, channel_id) values (${desk.brandId}, ${desk.channelId})`);
  for (const [day, wall] of [
    ["2026-11-11", 3600],
    ["2026-11-18", 7200],
  ] as const)
    for (let n = 0; n < 30; n++) {
      const seconds = wall + n;
      await db.execute(sql`
        insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at, to_at, wall, business, ending)
        select ${newId()}, 'response', 0, 0, true, id, ${day}, ${`${day}T09:00:00Z`}::timestamptz, ${`${day}T09:00:00Z`}::timestamptz + make_interval(secs => ${seconds}),
          ${seconds}, ${seconds}, 'replied' from dims`);
    }
  await db.execute(
    sql`insert into stale_days (day) values ('2026-11-11'), ('2026-11-18') on conflict do nothing`,
  );
}

async function wanting(...agents: Actor[]) {
  for (const agent of agents) {
    await wantWeekly(agent, { wish: "on" });
    await db.execute(
      sql`update notification_settings set weekly_since = '2026-11-01' where agent_id = ${agent.id}`,
    );
  }
}

test("it comes on Monday at seven of the house, once, also after a restart", async () => {
  await wanting(ines);
  expect(await sendWeeklyAt(new Date("2026-11-23T05:59:00Z"))).toEqual(new Date("2026-11-23T06:00:00Z"));
  expect(caught).toHaveLength(0);
  expect(await sendWeeklyAt(monday)).toEqual(new Date("2026-11-30T06:00:00Z"));
  await sendWeeklyAt(monday);
  await sendWeeklyAt(new Date("2026-11-24T09:00:00Z"));
  expect(caught).toHaveLength(1);
  const mail = caught[0]!;
  expect(mail).toContain("multipart/alternative");
  expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(mail).toMatch(/Subject: Votre semaine/);
  expect((await readWeeklyWishes(ines)).lastSentAt).not.toBeNull();
});

test("a mail that could not leave is tried again, and is still one", async () => {
  await wanting(ines);
  refuse = true;
  const again = await sendWeeklyAt(monday);
  expect(caught).toHaveLength(0);
  refuse = false;
  await db.execute(sql`update weekly_reports set try_after = ${monday.toISOString()}::timestamptz`);
  await sendWeeklyAt(new Date("2026-11-23T06:30:00Z"));
  await sendWeeklyAt(new Date("2026-11-23T07:30:00Z"));
  expect(again).not.toBeNull();
  expect(caught).toHaveLength(1);
});

test("who sees no brand with anything to tell gets nothing, and so does who never asked", async () => {
  await wanting(stranger);
  await sendWeeklyAt(monday);
  expect(caught).toHaveLength(0);
  const left = await db.execute<{ left: string }>(sql`select left_out_at as left from weekly_reports`);
  expect(left.rows[0]?.left).not.toBeNull();
  await db.execute(sql`delete from notification_settings`);
  expect(await sendWeeklyAt(monday)).toBeNull();
});

test("switched on after seven it begins a week later; the link in its foot ends it", async () => {
  await wantWeekly(ines, { wish: "on" });
  await db.execute(sql`update notification_settings set weekly_since = '2026-11-23T07:00:00Z'`);
  await sendWeeklyAt(monday);
  expect(caught).toHaveLength(0);
  await stopMails({ token: stopToken(ines.id) });
  expect((await readWeeklyWishes(ines)).since).toBeNull();
});

test("one can be seen and sent at once, by who reads reports only", async () => {
  await sendWeeklyNow(ines);
  expect(caught).toHaveLength(1);
  await expect(previewWeekly(desk.salma)).rejects.toMatchObject({ code: "forbidden" });
  await expect(wantWeekly(desk.salma, { wish: "on" })).rejects.toMatchObject({ code: "forbidden" });
});

const none = { hits: 0, n: 0, low: null, high: null };
const times = (n: number, median: number | null): Times => ({
  n,
  median,
  atLeast: median,
  p90: median,
  waiting: { n: 0, oldestSince: null },
  answeredOnly: { median, p90: median },
  closed: 0,
});
const board = (targets: { hits: number; n: number }) => ({
  first: times(30, 3600),
  resolution: times(30, 3600),
  targets,
  leaks: 0,
  promises: { hits: 0, n: 0 },
  satisfaction: { satisfied: none, answered: none, verdicts: { satisfied: 0, partly: 0, unsatisfied: 0 } },
  received: 40,
  opened: 40,
  answered: 30,
});
const week = (more: Partial<Week>): Week => ({
  from: "2026-11-16",
  to: "2026-11-22",
  now: board({ hits: 45, n: 50 }),
  before: board({ hits: 44, n: 50 }),
  first: { now: times(30, 7200), before: times(30, 3600), chance: 0.001, verdict: "longer" },
  targets: { chance: 0.9 },
  volume: { n: 40, low: 30, high: 50, weeks: 8 },
  ...more,
});

test("three sentences say what changed and whether it can be chance, in both languages", () => {
  const [first, targets, volume] = weekSentences("en", week({}));
  expect(first).toContain("longer");
  expect(first).toContain("2\u00a0h");
  expect(first).toContain("less than once in 100");
  expect(targets).toContain("about 90 times in 100, so it says nothing yet");
  expect(volume).toContain("within what the 8 weeks before showed (30 to 50)");
  expect(weekSentences("fr", week({}))[0]).toContain("plus de temps");
});

test("few cases are not compared, and a week outside of all the others is named", () => {
  const few = week({
    first: { now: times(4, null), before: times(9, null), chance: null, verdict: "few" },
    now: board({ hits: 3, n: 4 }),
    volume: { n: 90, low: 30, high: 50, weeks: 8 },
  });
  const [first, targets, volume] = weekSentences("en", few);
  expect(first).toContain("too few to compare, n 4");
  expect(targets).toContain("3 of 4 met, too few");
  expect(volume).toContain("more than in any of the 8 weeks before");
  expect(weekSentences("en", week({ volume: { n: 3, low: 1, high: 2, weeks: 2 } }))[2]).toContain(
    "too few weeks",
  );
});
