import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { exportCustomers } from "@/lib/customers/export-csv";
import { merge } from "@/lib/customers/merge";
import { unmerge } from "@/lib/customers/unmerge";
import { newId } from "@/lib/id";
import { endPause, setPause } from "@/lib/pauses/set-pause";
import { eraseCustomer } from "@/lib/privacy/erase";
import { exportCustomer } from "@/lib/privacy/export";
import { readAudit } from "./read-audit";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
});

async function customer(name: string): Promise<string> {
  const id = newId();
  await db.execute(sql`insert into customers (id, brand_id, name) values (${id}, ${desk.brandId}, ${name})`);
  return id;
}

test("pauses, exports, merges and erasures are listed with who and what; an erasure names nobody", async () => {
  const [oneId, otherId] = [await customer("Ben Okafor"), await customer("B. Okafor")];
  await setPause(hannah, { until: new Date(Date.now() + 3_600_000).toISOString(), because: "The flood" });
  await endPause(hannah);
  for await (const _line of exportCustomers(hannah));
  const { linkId } = await merge(hannah, { oneId, otherId, choices: {}, despite: "nothing" });
  await unmerge(hannah, { linkId });
  const { stream } = await exportCustomer(hannah, { customerId: otherId, language: "en" });
  for await (const _chunk of stream);

  const before = await readAudit(hannah, { cursor: null });
  expect(before.items.map(({ event, about }) => [event, about])).toEqual([
    ["customer.exported", "B. Okafor"],
    ["customer.unmerged", "Ben Okafor"],
    ["customer.merged", "Ben Okafor"],
    ["customer.exported", null],
    ["pause.ended", null],
    ["pause.set", null],
  ]);
  expect(before.items.every(({ by }) => by === "Hannah Whitlock")).toBe(true);
  expect(before.names).toMatchObject({ [oneId]: "Ben Okafor", [otherId]: "B. Okafor" });
  expect(JSON.stringify(before)).not.toContain("flood");

  await eraseCustomer(hannah, { customerId: otherId, confirmed: "B. Okafor", despiteHold: false });
  const after = await readAudit(hannah, { cursor: null });
  expect(after.items[0]).toMatchObject({ event: "customer.erased", by: "Hannah Whitlock", about: null });
  expect(JSON.stringify(after)).not.toContain("B. Okafor");
});

test("a customer whose conversations the reader may not see is not named", async () => {
  const [oneId, otherId] = [await customer("Claire Dumontet"), await customer("C. Dumontet")];
  await merge(hannah, { oneId, otherId, choices: {}, despite: "nothing" });
  for (const id of [oneId, otherId])
    await db.execute(sql`
      insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at, is_restricted)
      values (${newId()}, ${desk.brandId}, ${id}, now(), now(), true)`);
  const seen = await readAudit(hannah, { cursor: null });
  expect(seen.items[0]).toMatchObject({ event: "customer.merged", about: null });
  expect(JSON.stringify(seen)).not.toContain("Dumontet");
});
