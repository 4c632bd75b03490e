import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import type { Context } from "@/lib/channels/channel";
import type { DemoConfig } from "@/lib/channels/demo/config";
import { demo } from "@/lib/channels/demo/index";
import { testAnswer } from "@/lib/channels/demo/test-answer";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { lookForLeak } from "@/lib/leaks/look";
import { leaksOfConversation } from "@/lib/leaks/of-conversation";
import { readLeak } from "@/lib/leaks/read-leak";
import { rankExpired } from "@/lib/risk/rank";
import { seedDemo } from "./demo";
import { removeSample } from "./remove";
import { replayDemo } from "./replay";

testDatabase();
afterAll(stopParsing);

const operator = { kind: "system", name: "operator" } as const;
let stops: Array<() => Promise<void>> = [];
let ines: Actor;

beforeAll(async () => {
  await seedDemo(new Date());
  const found = await db.execute<{ id: string; role: "manager"; teamIds: string[] }>(sql`
    select a.id, a.role, array(select m.team_id from team_members m where m.agent_id = a.id) as "teamIds"
    from agents a where a.name = 'Inès Carpentier'`);
  const brands = await db.execute<{ id: string }>(sql`select id from brands`);
  const { id, role, teamIds } = found.rows[0]!;
  const brandIds = brands.rows.map((brand) => brand.id);
  ines = {
    kind: "agent",
    id,
    name: "Inès Carpentier",
    role,
    language: "en",
    teamIds,
    brandIds,
    sessionId: id,
  };
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
});
afterEach(async () => {
  for (const stop of stops) await stop();
  stops = [];
  vi.useRealTimers();
});

test("nobody answers Claire: her post, two minutes in, is a leak by proof with its story", async () => {
  await play();
  await vi.advanceTimersByTimeAsync(121_000);
  await arrive();
  const [post] = await postsOf("Claire Dumontet");
  expect(post).toMatchObject({ isPublic: true });
  await lookForLeak(post!);
  const leaks = await leaksOfConversation(ines, { conversationId: post!.conversationId });
  expect(leaks).toHaveLength(1);
  expect(leaks[0]).toMatchObject({ door: "proof" });
  const story = await readLeak(ines, { leakId: leaks[0]!.id });
  expect(story.moments.length).toBeGreaterThanOrEqual(2);
  expect(JSON.stringify(story)).toContain("Trois fois que je préviens");
  expect(story.moments.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["earlier", "called", "promised", "promise_broken", "told", "posted"]),
  );
  expect(story.told.channelKind).toBe("email");

  // What she posts is no danger to anybody: nobody stands above whoever burnt her hand.
  while (await rankExpired(Date.now()));
  const order = await db.execute<{ name: string; lane: number }>(sql`
    select k.name, q.lane from queue q join conversations c on c.id = q.conversation_id join customers k on k.id = c.customer_id
    where q.status = 'open' order by q.lane, q.rank, q.since_at, q.conversation_id`);
  expect(order.rows[0]).toEqual({ name: "Odile Aubry", lane: 0 });
  expect(order.rows.filter(({ lane }) => lane === 0)).toHaveLength(1);
});

test("played again, nothing of it is left, and she has said nothing yet", async () => {
  await replayDemo(operator, new Date());
  expect(await postsOf("Claire Dumontet")).toEqual([]);
  const left = await db.execute(sql`
    select 1 from leaks l join customers k on k.id = l.customer_id where k.name = 'Claire Dumontet'
    union all select 1 from notifications where kind = 'leak_found' and conversation_id not in (select id from conversations)
    union all select 1 from channels where kind = 'demo' and cursor is not null`);
  expect(left.rows).toEqual([]);
});

test("Claire, answered in time with a date, writes back once and posts nothing", async () => {
  await play();
  const bluesky = stageOf("bluesky");
  await demo.send!(
    bluesky,
    testAnswer("@claire-d.example", "Le virement part ce jour, au plus tard vendredi 27 novembre."),
  );
  await heard("claire said a date");
  await vi.advanceTimersByTimeAsync(600_000);
  await arrive();
  const said = await postsOf("Claire Dumontet");
  expect(said).toHaveLength(1);
  expect(said[0]!.text).toContain("J’attends jusqu’à vendredi 27 novembre");
});

test("the sample leaves in one click with what was played", async () => {
  await removeSample(operator);
  for (const table of [
    "leaks",
    "risks",
    "risk_spans",
    "commitments",
    "gestures",
    "signals",
    "outreaches",
    "spikes",
    "series_hours",
  ]) {
    const rows = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    );
    expect([table, rows.rows[0]!.n]).toEqual([table, 0]);
  }
});

let contexts = new Map<string, Context<DemoConfig>>();

/** Starts the demo's channels on the database, as the worker would. */
async function play(): Promise<void> {
  contexts = new Map();
  const channels = await db.execute<{ id: string; config: DemoConfig }>(
    sql`select id, config from channels where kind = 'demo' order by config ->> 'plays' = 'customers'`,
  );
  for (const { id, config } of channels.rows) {
    const ctx: Context<DemoConfig> = {
      channelId: id,
      config: { ...config, mailPort: null },
      appUrl: "http://localhost",
      fetch,
      signal: new AbortController().signal,
      now: () => new Date(),
      cursor: async () =>
        (await db.execute<{ cursor: string | null }>(sql`select cursor from channels where id = ${id}`))
          .rows[0]!.cursor,
      saveSecrets: async () => {},
      expires: async () => {},
      claim: async (_key, value) => value,
      log: { info() {}, warn() {} },
      health() {},
      mail: { smtpUrl: null, listenAt: null, tls: null },
    };
    contexts.set(config.plays, ctx);
    stops.push(await demo.listen!(ctx, (items, cursor) => accept(id, items, cursor)));
  }
}

function stageOf(plays: string): Context<DemoConfig> {
  const ctx = contexts.get(plays);
  if (!ctx) throw new Error(`nothing plays ${plays}`);
  return ctx;
}

/** The script has taken down what we sent: until then there is no timer that could be advanced. */
async function heard(what: string): Promise<void> {
  await expect
    .poll(async () => {
      const kept = await db.execute(sql`
        select 1 from channels where kind = 'demo' and cursor::jsonb -> 'done' ? ${what}`);
      return kept.rows.length;
    })
    .toBe(1);
}

/** Reads the ledger until what was said is there. */
async function arrive(): Promise<void> {
  vi.useRealTimers();
  for (let tries = 0; tries < 400 && (await readLedger("me")) === 0; tries++) await pause(50);
  while ((await readLedger("me")) > 0);
}

async function postsOf(name: string) {
  const found = await db.execute<{
    conversationId: string;
    messageId: string;
    isPublic: boolean;
    text: string;
  }>(sql`
    select m.conversation_id as "conversationId", m.id as "messageId", m.is_public as "isPublic", m.text
    from messages m join conversations c on c.id = m.conversation_id join customers k on k.id = c.customer_id
    where k.name = ${name} and m.kind = 'customer' and m.is_public order by m.sent_at`);
  return found.rows;
}
