import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { reactions } from "@/lib/reactions";
import { recordSignals } from "@/lib/signals/record";
import { recogniseCustomers, recogniseImported } from "./recognise-many";
import { arrive, by } from "./test-arrive";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
beforeEach(async () => {
  desk = await testDesk();
});

const order = (email: string, name: string) => ({
  kind: "order_placed",
  at: new Date().toISOString(),
  id: newId(),
  customer: { email, name },
});

async function asked(customerId: string): Promise<number> {
  const found = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from customer_links where revoked_at is null and ${customerId}::uuid in (a_id, b_id)`);
  return found.rows[0]!.n;
}

test("a sign of somebody new is followed by one job that looks who else they are", async () => {
  const known = await arrive(desk, "b.okafor@gmail.com", "Hello", by("Ben Okafor", "b.okafor@gmail.com"));
  await recordSignals(desk.tom, {
    brandId: desk.brandId,
    items: [order("bokafor+shop@gmail.com", "Ben Okafor")],
  });
  const event = await db.execute<{ after: { recognise: string[] } }>(sql`
    select after from events where type = 'signal.recorded' and brand_id = ${desk.brandId} order by id desc limit 1`);
  const { after } = event.rows[0]!;
  expect(after.recognise).toHaveLength(1);
  await recogniseCustomers({ customerIds: after.recognise });
  await recogniseCustomers({ customerIds: after.recognise });
  expect(await asked(known.customerId)).toBe(1);
  expect(await asked(after.recognise[0]!)).toBe(1);
});

test("a sign of somebody whose address is known asks for nothing", async () => {
  await arrive(desk, "marek@post.example", "Hello", by("Marek Nowak", "marek@post.example"));
  await recordSignals(desk.tom, {
    brandId: desk.brandId,
    items: [order("marek@post.example", "Marek Nowak")],
  });
  const event = await db.execute<{ after: { recognise?: string[] } }>(sql`
    select after from events where type = 'signal.recorded' and brand_id = ${desk.brandId} order by id desc limit 1`);
  expect(event.rows[0]!.after.recognise).toBeUndefined();
});

test("a file that is done is looked through, one that is taken back is not", async () => {
  const known = await arrive(
    desk,
    "c.dumontet@gmail.com",
    "Bonjour",
    by("Claire Dumontet", "c.dumontet@gmail.com"),
  );
  const [importId, recordId] = [newId(), newId()];
  await db.execute(sql`
    insert into imports (id, brand_id, what, state, name, mapping, settings) values (${importId}, ${desk.brandId}, 'signals', 'undoing', 'orders.csv', '{}', '{}')`);
  await db.execute(sql`
    insert into customers (id, brand_id, name, import_id) values (${recordId}, ${desk.brandId}, 'Claire Dumontet', ${importId})`);
  await db.execute(sql`
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence, import_id)
    values (${newId()}, ${recordId}, ${desk.brandId}, 'email', 'cdumontet@gmail.com', 'cdumontet@gmail.com', 'import', ${importId})`);
  await recogniseImported({ importId, after: null });
  expect(await asked(known.customerId)).toBe(0);
  await db.execute(sql`update imports set state = 'done' where id = ${importId}`);
  await recogniseImported({ importId, after: null });
  expect(await asked(known.customerId)).toBe(1);
});

test("only the end of a file that was stored starts it", () => {
  const ended = (state: string) =>
    reactions["import.ended"]!({ type: "import.ended", after: { importId: "one", state } } as never, "e").map(
      ({ name }) => name,
    );
  expect(ended("done")).toEqual(["customers.recognise_imported"]);
  expect(ended("undone")).toEqual([]);
});
