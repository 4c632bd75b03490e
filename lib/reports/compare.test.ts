import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { compareTimes } from "./compare";
import { readBehind } from "./read-behind";
import { readWaiting } from "./read-waiting";
import { slice } from "./slice";

testDatabase();
let ines: Actor;
const july = slice.parse({ from: "2026-07-06", to: "2026-08-03", clock: "wall" });
const june = slice.parse({ from: "2026-06-01", to: "2026-06-29", clock: "wall" });

beforeAll(async () => {
  await seedDemo(new Date("2026-11-23T08:06:00Z"));
  const found = await db.execute<{ id: string; brandId: string; dimId: number }>(sql`
    with dim as (insert into dims (brand_id) select id from brands limit 1 on conflict do nothing returning id)
    select a.id, (select id from brands limit 1) as "brandId",
      coalesce((select id from dim), (select id from dims where channel_id is null and team_id is null and agent_id is null limit 1))::int as "dimId"
    from agents a where name = 'Inès Carpentier'`);
  const { id, brandId, dimId } = found.rows[0]!;
  ines = {
    kind: "agent",
    id,
    name: "Inès",
    role: "manager",
    language: "fr",
    teamIds: [],
    brandIds: [brandId],
    sessionId: id,
  };
  await db.execute(sql`delete from facts where day >= '2026-06-01' and day < '2026-08-03'`);
  // June: thirty answered after 30 to 59 minutes. July: thirty after 5 to 34, and three who wait since.
  await add(dimId, "2026-06-10", 30, 30);
  await add(dimId, "2026-07-10", 30, 5);
  await db.execute(sql`
    insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at)
    select gen_random_uuid(), 'response', 0, 0, true, ${dimId}, '2026-07-20', now() - make_interval(hours => n * 3 - 2)
    from generate_series(1, 3) n`);
  // As whoever writes facts does.
  await db.execute(sql`
    insert into stale_days select distinct day from facts where day >= '2026-06-01' and day < '2026-08-03' on conflict do nothing`);
});

async function add(dimId: number, day: string, n: number, least: number) {
  await db.execute(sql`
    insert into facts (conversation_id, kind, ordinal, cycle, is_first, dim_id, day, from_at, to_at, wall, business, ending)
    select gen_random_uuid(), 'response', 0, 0, true, ${dimId}, ${day}::date, ${day}::date + interval '9 hours',
      ${day}::date + interval '9 hours' + make_interval(mins => ${least} + at), (${least} + at) * 60, (${least} + at) * 60, 'replied'
    from generate_series(0, ${n - 1}) at`);
}

test("a month that was really quicker is called so, with both medians", async () => {
  const compared = await compareTimes(ines, { measure: "first_response", slice: july, before: june });
  expect(compared.verdict).toBe("shorter");
  expect(compared.before.median).toBe(44 * 60);
  // The three who wait are counted: the seventeenth of 33, not the fifteenth of 30.
  expect(compared.now.median).toBe(21 * 60);
  expect(compared.chance).toBeLessThan(0.001);
});

test("under twenty there is nothing to compare", async () => {
  const empty = { ...june, from: "2026-06-20" };
  const compared = await compareTimes(ines, { measure: "first_response", slice: july, before: empty });
  expect([compared.verdict, compared.chance]).toEqual(["few", null]);
});

test("those who still wait are counted by how long, and each class opens as many", async () => {
  const waiting = await readWaiting(ines, { measure: "first_response", slice: july });
  expect(waiting.n).toBe(3);
  expect(waiting.classes.map(({ n }) => n)).toEqual([0, 1, 2, 0, 0]);
  for (const { from, to, n } of waiting.classes) {
    const figure = `first_response:since:${from}-${to ?? ""}`;
    expect((await readBehind(ines, { figure, slice: july, cursor: null })).n).toBe(n);
  }
});
