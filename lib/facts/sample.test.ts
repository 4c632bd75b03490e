import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { seedDemoWithPast } from "@/db/seed/demo";
import { removeSample } from "@/db/seed/remove";
import { testDatabase } from "@/db/test";
import { prepareFacts } from "./follow";
import { settled } from "./test-live";

testDatabase();

test("of the sample's whole past exactly those wait in the facts who wait on the desk, and nothing of it stays behind", async () => {
  await seedDemoWithPast(new Date());
  await prepareFacts();
  await settled();
  const differing = await db.execute(sql`
    select c.number, c.subject, c.status, c.kind, c.waiting_since, f.from_at, c.due_at, f.due_at as "factDueAt"
    from conversations c full join (select * from facts where kind = 'wait' and to_at is null) f on f.conversation_id = c.id
    where case when c.status = 'spam' or c.merged_into_id is not null then null else c.waiting_since end is distinct from f.from_at
      or (c.status <> 'spam' and c.waiting_since is not null and c.due_at is distinct from f.due_at)`);
  expect(differing.rows).toEqual([]);
  const unended = await db.execute(sql`
    select c.number, c.status, f.to_at from conversations c left join facts f on f.conversation_id = c.id and f.kind = 'resolution' and f.cycle =
      (select max(cycle) from facts g where g.conversation_id = c.id and g.kind = 'resolution')
    where c.kind <> 'proactive' and c.status <> 'spam' and c.merged_into_id is null and (c.status = 'resolved') is distinct from (f.to_at is not null)`);
  expect(unended.rows).toEqual([]);
  const cells = await db.execute<{ n: number }>(
    sql`select sum(n)::int as n from cells where by = 'all' and clock = 'wall' and measure = 'next_response'`,
  );
  const facts = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from facts where kind = 'wait' and ending in ('replied', 'called', 'elsewhere')`,
  );
  expect(cells.rows).toEqual(facts.rows);
  expect(facts.rows[0]?.n).toBeGreaterThan(1_000);

  await removeSample({ kind: "system", name: "operator" });
  await settled();
  const left = await db.execute(sql`
    select (select count(*)::int from facts) as facts, (select count(*)::int from cells) as cells,
      (select coalesce(sum(received + opened + answered + resolved), 0)::int from counts) as counts`);
  expect(left.rows).toEqual([{ facts: 0, cells: 0, counts: 0 }]);
});
