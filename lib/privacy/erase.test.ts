import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import { readLane } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { editCustomer } from "@/lib/customers/edit";
import { getCustomer } from "@/lib/customers/get-customer";
import { addIdentity } from "@/lib/customers/identities";
import { merge } from "@/lib/customers/merge";
import { previewMerge } from "@/lib/customers/preview-merge";
import { newId } from "@/lib/id";
import { eraseCustomer } from "./erase";
import { places } from "./places";
import { previewErasure } from "./preview-erasure";
import { scopeOf } from "./scope";
import { address, type Canary, canary, findCanary, plantCanary } from "./test-canary";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
let planted: Canary;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  planted = await plantCanary(desk);
}, 120_000);
afterAll(stopParsing);

const erase = (confirmed: string, actor = hannah) =>
  eraseCustomer(actor, { customerId: planted.customerId, confirmed, despiteHold: false });
const nameNow = async () =>
  (await db.execute<{ name: string }>(sql`select name from customers where id = ${planted.customerId}`))
    .rows[0]!.name;

test("the canary sits in every table of the list, in files and among the words", async () => {
  const scope = await scopeOf(db, hannah, planted.customerId);
  const empty: string[] = [];
  for (const place of places) {
    const rows = await db.execute(
      sql`select 1 from ${sql.identifier(place.table)} t where ${place.of(scope)} limit 1`,
    );
    if (rows.rows.length === 0) empty.push(place.table);
  }
  expect(empty).toEqual([]);
  const found = await findCanary();
  expect(found).toEqual(
    expect.arrayContaining(["public.messages.text", "public.search_words.word", "public.inbound.body"]),
  );
  expect(found.filter((one) => one.startsWith("file")).length).toBeGreaterThanOrEqual(5);
  expect(found.filter((one) => one.startsWith("public.events"))).toEqual([]);
});

test("only who may erase can, and only with the name typed", async () => {
  await expect(erase(await nameNow(), desk.salma)).rejects.toThrow("access.action");
  await expect(erase("Ben Okafor")).rejects.toThrow("privacy.not_confirmed");
  const preview = await previewErasure(hannah, { customerId: planted.customerId });
  expect(preview).toMatchObject({ name: await nameNow(), records: 1, holds: [] });
  expect(preview.counts.messages).toBeGreaterThanOrEqual(2);
  expect(preview.files).toBeGreaterThanOrEqual(4);
});

test("a legal matter is weighed first", async () => {
  await db.execute(sql`update teams set is_legal = true where id = ${desk.teamId}`);
  await db.execute(
    sql`update conversations set team_id = ${desk.teamId} where id = ${planted.conversationId}`,
  );
  await expect(erase(await nameNow())).rejects.toThrow("privacy.on_hold");
  await db.execute(sql`update teams set is_legal = false where id = ${desk.teamId}`);
});

test("afterwards the canary is found in no table and no file, while times and counts stay", async () => {
  const before = await db.execute(
    sql`select count(*)::int as n, min(sent_at)::text as first from messages where conversation_id = ${planted.conversationId}`,
  );
  const erased = await erase(await nameNow());
  expect(erased.counts.messages).toBeGreaterThanOrEqual(3);
  expect(await findCanary()).toEqual([]);
  const after = await db.execute(
    sql`select count(*)::int as n, min(sent_at)::text as first from messages where conversation_id = ${planted.conversationId}`,
  );
  expect(after.rows).toEqual(before.rows);
  const stub = await db.execute(
    sql`select status, subject, excerpt from conversations where id = ${planted.conversationId}`,
  );
  expect(stub.rows).toEqual([{ status: "resolved", subject: null, excerpt: "" }]);
  const rows = await db.execute<{ counts: Record<string, number> }>(sql`select counts, files from erasures`);
  expect(rows.rows).toHaveLength(1);
  const told = await db.execute(sql`select after from events where type = 'customer.erased'`);
  expect(told.rows).toEqual([{ after: { records: 1, files: erased.files } }]);
});

test("what is delivered again is known and brings nobody back", async () => {
  const item = {
    externalId: `<${canary}@courriel.example>`,
    body: Buffer.from(`From: ${address}\r\n\r\n${canary}`),
    contentType: "message/rfc822",
    meta: {},
  };
  expect(await accept(desk.channelId, [item], null)).toEqual({ accepted: 0, known: 1 });
  await readLane("canary", "live");
  expect(await findCanary()).toEqual([]);
});

test("who was erased is shown as erased, and cannot be edited, merged or given an address", async () => {
  const { customerId } = planted;
  const shown = await getCustomer(hannah, { customerId, exceptId: null });
  expect(shown.erasedAt).not.toBeNull();
  expect(shown.identities).toEqual([]);
  const other = await db.execute<{ id: string }>(sql`
    insert into customers (id, brand_id, name) values (${newId()}, ${desk.brandId}, 'Ben Okafor') returning id`);
  const otherId = other.rows[0]!.id;
  expect((await getCustomer(hannah, { customerId: otherId, exceptId: null })).erasedAt).toBeNull();
  const refused = { code: "conflict", key: "customer.erased" };
  await expect(editCustomer(hannah, { customerId, edit: { note: "Kind." } })).rejects.toMatchObject(refused);
  await expect(
    addIdentity(hannah, { customerId, kind: "email", value: "ben@post.example" }),
  ).rejects.toMatchObject(refused);
  for (const pair of [
    { oneId: customerId, otherId },
    { oneId: otherId, otherId: customerId },
  ]) {
    await expect(previewMerge(hannah, pair)).rejects.toMatchObject(refused);
    await expect(merge(hannah, { ...pair, choices: {}, despite: "nothing" })).rejects.toMatchObject(refused);
  }
});
