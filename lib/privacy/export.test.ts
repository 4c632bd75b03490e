import { inflateRawSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { stopParsing } from "@/lib/channels/parse-pool";
import { newId } from "@/lib/id";
import { refreshFacts } from "@/lib/signals/facts";
import { exportCustomer } from "./export";
import { forgetOldProfiles } from "./forget-old";
import { places } from "./places";
import { resumeProfiling, stopProfiling } from "./profiling";
import { readableFields } from "./readable-fields";
import { address, type Canary, canary, plantCanary } from "./test-canary";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let planted: Canary;
beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  planted = await plantCanary(desk);
}, 120_000);
afterAll(stopParsing);

/** Reads the archive as any program would: from the directory at its end. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [size, name, extra, comment] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const begin = bytes.readUInt32LE(at + 42);
    const data = begin + 30 + bytes.readUInt16LE(begin + 26) + bytes.readUInt16LE(begin + 28);
    const body = bytes.subarray(data, data + size);
    const packed = bytes.readUInt16LE(at + 10) === 8;
    files.set(bytes.subarray(at + 46, at + 46 + name).toString(), packed ? inflateRawSync(body) : body);
    at += 46 + name + extra + comment;
  }
  return files;
}

async function exported(language: "en" | "fr" = "en"): Promise<Map<string, Buffer>> {
  const { stream } = await exportCustomer(ines, { customerId: planted.customerId, language });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return unzip(Buffer.concat(chunks));
}

test("an export holds every table of the list, the files, and the score with its reasons in words", async () => {
  await db.execute(sql`
    update risks set hazard = 0.0012, model = 3, reasons = '[{"code": "complaint", "params": {}}]' where conversation_id = ${planted.conversationId}`);
  const files = await exported();
  const data = JSON.parse(files.get("data.json")!.toString());
  for (const place of places) {
    if (place.unexported === "table") continue;
    expect(data[place.table].length, place.table).toBeGreaterThan(0);
  }
  expect(data.messages.map(({ text }: { text: string }) => text).join()).toContain(canary);
  expect(data.risks[0]).toMatchObject({ model: 3, hazard: 0.0012 });
  expect(data.risks[0].in_words).toContain("0.120%, by model 3, not yet calibrated");
  expect(data.customers[0]).toHaveProperty("no_profile_at");
  expect(data.identities[0].value).toBe(address);
  expect([...files.keys()].filter((name) => name.startsWith("files/")).length).toBeGreaterThanOrEqual(2);
  expect([...files].some(([name, bytes]) => name.startsWith("as it came/") && bytes.includes(canary))).toBe(
    true,
  );
  const page = files.get("read me.html")!.toString();
  expect(page).toContain("Silent signs");
  expect(page).not.toContain("<script");
  expect((await exported("fr")).has("à lire.html")).toBe(true);
  const events = await db.execute(sql`select after from events where type = 'customer.exported'`);
  expect(events.rows).toHaveLength(2);
});

test("the page to read is plain words in the person's language: dates, amounts and meanings, no codes and no ids", async () => {
  await db.execute(sql`
    update customers set facts = '{"orders": 2, "lastOrder": "2026-11-02", "spent": 29.9, "currency": "EUR", "spentIn": {"EUR": 29.9}}'
    where id = ${planted.customerId}`);
  await db.execute(sql`
    update signals set kind = 'order_placed', amount_minor = 2990, currency = 'EUR', occurred_at = '2026-11-02T09:30:00Z'
    where customer_id = ${planted.customerId}`);
  const zone = await db.execute<{ zone: string | null }>(sql`select zone from organisation`);
  for (const language of ["en", "fr"] as const) {
    const files = await exported(language);
    const page = files.get(language === "fr" ? "à lire.html" : "read me.html")!.toString();
    const words = page.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, "\n");
    expect(words).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/);
    expect(words).not.toMatch(/\d{4}-\d\d-\d\dT/);
    expect(words).not.toContain("{");
    // Labels of columns and codes have words: what has none would stand there as the database calls it.
    expect([...page.matchAll(/<dt>([^<]*)<\/dt>/g)].filter(([, label]) => /_|^[a-z]/.test(label!))).toEqual(
      [],
    );
    expect(words).not.toMatch(/^[a-z]+(_[a-z]+)+$|^[a-z]+\.[a-z_]+$/m);
    const amount = new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(29.9);
    expect(words).toContain(`${language === "fr" ? "Dépensé" : "Spent"}: ${amount}`);
    expect(words).toContain(
      new Intl.DateTimeFormat(language, {
        dateStyle: "long",
        timeStyle: "short",
        timeZone: zone.rows[0]?.zone ?? "UTC",
      }).format(new Date("2026-11-02T09:30:00Z")),
    );
    expect(words).toContain(language === "fr" ? "Commande" : "Ordered");
    expect(words).toContain(language === "fr" ? "Plus le nombre est grand" : "A higher number means");
    const data = JSON.parse(files.get("data.json")!.toString());
    expect(data.signals[0]).toMatchObject({ kind: "order_placed", amount_minor: 2990 });
  }
});

test("the page to read knows every table that is exported, and only columns that exist", async () => {
  const tables = [
    ...places.filter(({ unexported }) => unexported !== "table").map(({ table }) => table),
  ].sort();
  expect(tables.filter((table) => !(table in readableFields))).toEqual([]);
  for (const [table, fields] of Object.entries(readableFields)) {
    if (table === "events") continue;
    const found = await db.execute<{ name: string }>(
      sql`select column_name as name from information_schema.columns where table_name = ${table} and table_schema = 'public'`,
    );
    const known = [...found.rows.map(({ name }) => name), "in_words"];
    expect(
      fields.map(([column]) => column).filter((column) => !known.includes(column)),
      table,
    ).toEqual([]);
  }
});

test("third parties are not named, what they said is", async () => {
  const thread = await db.execute<{ id: string }>(sql`select id from side_threads limit 1`);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, side_thread_id, author_name, author_address, text, external_id, sent_at)
    values (${planted.conversationId}, ${newId()}, 'side_in', ${thread.rows[0]!.id}, 'Marek Nowak', 'marek@parcels.example', 'The parcel is at the depot', 'x1', now())`);
  const data = (await exported()).get("data.json")!.toString();
  expect(data).toContain("The parcel is at the depot");
  expect(data).not.toContain("marek@parcels.example");
  expect(data).not.toContain("Marek Nowak");
});

test("who may not handle requests exports nobody", async () => {
  await expect(
    exportCustomer(desk.salma, { customerId: planted.customerId, language: "en" }),
  ).rejects.toThrow("access.action");
});

test("signs, scores and suggestions that are too old are forgotten; words and what is newer stay", async () => {
  const brand = desk.brandId;
  await db.execute(sql`
    insert into signals (id, brand_id, customer_id, kind, occurred_at, external_id)
    select ${newId()}, ${brand}, ${planted.customerId}, 'visited', now() - interval '4 years', 'old'`);
  await db.execute(sql`update message_marks set said_at = now() - interval '4 years'`);
  await db.execute(
    sql`update customer_links set created_at = now() - interval '4 years', verdict = 'perhaps'`,
  );
  const count = async () =>
    (await db.execute<{ n: number }>(sql`select count(*)::int as n from messages`)).rows[0]!.n;
  const before = await count();
  expect(await forgetOldProfiles()).toEqual({
    signals: 1,
    message_marks: expect.any(Number),
    customer_links: 1,
  });
  expect(await count()).toBe(before);
  expect((await db.execute(sql`select external_id from signals`)).rows).toHaveLength(1);
  expect(await forgetOldProfiles()).toEqual({});
});

test("whoever objects to a profile has none afterwards, and keeps words and promises", async () => {
  const factsOf = async () =>
    (await db.execute<{ facts: object }>(sql`select facts from customers where id = ${planted.customerId}`))
      .rows[0]!.facts;
  const told = { plan: "gold" };
  const counted = { orders: 3, lastOrder: "2026-11-02", spent: 120, currency: "EUR", spentIn: { EUR: 120 } };
  await db.execute(sql`
    update customers set facts = ${JSON.stringify({ ...told, ...counted, segment: "loyal" })}::jsonb where id = ${planted.customerId}`);
  const forgotten = await stopProfiling(desk.salma, { customerId: planted.customerId });
  expect(forgotten).toMatchObject({ signals: 1, risks: 1, facts: 1 });
  expect(await factsOf()).toEqual(told);
  // What a shop said with a message was not counted from signs, and stays.
  await db.execute(sql`
    update customers set facts = ${JSON.stringify({ orders: 2, segment: "lost" })}::jsonb where id = ${planted.customerId}`);
  await stopProfiling(desk.salma, { customerId: planted.customerId });
  expect(await factsOf()).toEqual({ orders: 2 });
  await refreshFacts({ brandId: desk.brandId, customerIds: null });
  expect(await factsOf()).toEqual({ orders: 2 });
  const left = await db.execute(sql`
    select (select count(*)::int from signals) as signals, (select count(*)::int from risk_spans) as spans, (select count(*)::int from outreaches) as outreaches,
      (select no_profile_at is not null from customers where id = ${planted.customerId}) as "isPrivate",
      (select count(*)::int from commitments) as promises`);
  expect(left.rows).toEqual([{ signals: 0, spans: 0, outreaches: 0, isPrivate: true, promises: 1 }]);
  await resumeProfiling(desk.salma, { customerId: planted.customerId });
  const again = await db.execute(sql`select no_profile_at from customers where id = ${planted.customerId}`);
  expect(again.rows).toEqual([{ no_profile_at: null }]);
});
