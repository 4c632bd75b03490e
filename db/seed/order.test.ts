import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { rankExpired } from "@/lib/risk/rank";
import { takeNext } from "@/lib/triage/take-next";
import { seedDemo } from "./demo";

testDatabase();

const mondayMorning = new Date("2026-11-23T08:06:00Z");

type Placed = { name: string; lane: number; band: string; groupKey: string | null; code: string | null };
let placed: Placed[];

beforeAll(async () => {
  await seedDemo(mondayMorning);
  while (await rankExpired(mondayMorning.getTime()));
  const found = await db.execute<Placed>(sql`
    select k.name, q.lane, q.band, c.group_key as "groupKey", z.reasons -> 0 ->> 'code' as code
    from queue q join conversations c on c.id = q.conversation_id join customers k on k.id = c.customer_id
    join risks z on z.conversation_id = c.id
    where q.status = 'open' order by q.lane, q.rank, q.since_at, q.conversation_id`);
  placed = found.rows;
});

test("the people of the demo stand in the order of their story, by the real scorer", () => {
  const story = ["Odile Aubry", "Ben Okafor", "Claire Dumontet", "Marek Nowak", "Lucie Ferrand"];
  const later = ["Giulia Conti", "group", "Nora Lindqvist", "Yanis B.", "Henrik Sørensen"];
  const told = new Set([...story, ...later]);
  const seen = placed
    .map(({ name, groupKey }) => (groupKey ? "group" : name))
    .filter((name) => told.has(name));
  expect([...new Set(seen)]).toEqual([...story, ...later]);
  expect(placed.filter(({ groupKey }) => groupKey !== null)).toHaveLength(12);
});

test("calm beats angry, praise is calm, and a broken promise says so", () => {
  const of = (name: string) => placed.find((row) => row.name === name);
  expect(of("Odile Aubry")).toMatchObject({ lane: 0, code: "safety" });
  expect(placed.filter(({ lane }) => lane === 0)).toHaveLength(1);
  expect(of("Claire Dumontet")).toMatchObject({ code: "promise_broken" });
  expect(of("Marek Nowak")).toMatchObject({ code: "messages" });
  expect(of("Lucie Ferrand")).toMatchObject({ code: "threat" });
  expect(of("Giulia Conti")).toMatchObject({ code: "promise_due" });
  expect(of("Nora Lindqvist")).toMatchObject({ band: "week" });
  expect(of("Yanis B.")).toMatchObject({ band: "calm" });
});

test("the fifth that Salma takes is Paul, who has waited longest of those that are left", async () => {
  const found = await db.execute<{ id: string; teams: string[]; brands: string[] }>(sql`
    select a.id, array_agg(distinct m.team_id::text) as teams, array_agg(distinct b.brand_id::text) as brands
    from agents a join team_members m on m.agent_id = a.id left join team_brands b on b.team_id = m.team_id
    where a.name = 'Salma Idrissi' group by a.id`);
  const { id, teams, brands } = found.rows[0]!;
  const salma: Actor = {
    kind: "agent",
    id,
    name: "Salma Idrissi",
    role: "agent",
    language: "en",
    teamIds: teams,
    brandIds: brands,
    sessionId: id,
  };
  const taken: Array<string | undefined> = [];
  for (let n = 0; n < 5; n++) taken.push((await takeNext(salma, { exceptId: null }))?.why);
  expect(taken).toEqual(["order", "order", "order", "order", "oldest"]);
  const last = await db.execute<{ name: string }>(sql`
    select k.name from events e join conversations c on c.id = e.conversation_id join customers k on k.id = c.customer_id
    where e.after ->> 'why' = 'oldest'`);
  expect(last.rows).toEqual([{ name: "Paul Rey" }]);
});
