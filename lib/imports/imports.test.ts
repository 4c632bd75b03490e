import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { recordSignals } from "@/lib/signals/record";
import { saveOutreachCap, saveSignalRule } from "@/lib/signals/save-rule";
import { chooseImport } from "./choose";
import { loadImport } from "./load";
import { previewImport } from "./preview";
import { readCsv } from "./read-csv";
import { cancelImport, startImport, undoImport } from "./start";
import { uploadImport } from "./upload";
import { dateOrderOf, decimalOf, momentOf, moneyOf } from "./values";
import { workOnImports } from "./work";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeEach(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await saveOutreachCap(ines, { perDay: 500 });
});

const upload = (text: string | Uint8Array) =>
  uploadImport(ines, {
    brandId: desk.brandId,
    what: "signals",
    name: "orders.csv",
    content: Buffer.from(text),
  });

async function workAll(): Promise<void> {
  while (await workOnImports());
}

function day(ago: number): string {
  return new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
}

async function counts() {
  const found = await db.execute<{
    signals: number;
    customers: number;
    identities: number;
    outreaches: number;
    open: number;
  }>(sql`
    select (select count(*)::int from signals where brand_id = ${desk.brandId}::uuid) as signals,
      (select count(*)::int from customers where brand_id = ${desk.brandId}::uuid) as customers,
      (select count(*)::int from identities where brand_id = ${desk.brandId}::uuid and revoked_at is null) as identities,
      (select count(*)::int from outreaches where brand_id = ${desk.brandId}::uuid) as outreaches,
      (select count(*)::int from queue where brand_id = ${desk.brandId}::uuid) as open`);
  return found.rows[0]!;
}

/** Ten customers with three orders each; the first three stopped long ago. */
function orders(more = ""): string {
  const rows = Array.from({ length: 10 }, (_, n) =>
    [0, 20, 40].map(
      (gap) =>
        `${day((n < 3 ? 100 : 10) + gap)};lotte${n}@post.example;Lotte Verbeke;10${n}${gap};"1 0${n}9,90 €"`,
    ),
  ).flat();
  return `Date de commande;Adresse e-mail;Nom complet;N° de commande;Montant TTC\r\n${rows.join("\r\n")}\r\n${more}`;
}

test("a French shop's file is understood by its headings, shown before, stored, and taken back whole", async () => {
  await saveSignalRule(ines, {
    brandId: desk.brandId,
    kind: "rhythm_broken",
    isOn: true,
    settings: {},
    coolDownDays: 90,
  });
  await recordSignals(ines, {
    brandId: desk.brandId,
    items: [{ kind: "visited", at: new Date().toISOString(), customer: { email: "lotte9@post.example" } }],
  });
  const before = await counts();
  const view = await upload(orders("not a date;x@post.example;;1;1\r\n"));
  expect(view.mapping).toMatchObject({
    date: "Date de commande",
    email: "Adresse e-mail",
    amount: "Montant TTC",
    orderNumber: "N° de commande",
  });
  expect(view.reading).toMatchObject({ delimiter: ";", decimal: ",", encoding: "utf-8" });
  expect(await previewImport(ines, { importId: view.id })).toMatchObject({ missing: "kind", would: null });
  await expect(startImport(ines, { importId: view.id })).rejects.toMatchObject({
    key: "imports.missing.kind",
  });
  await chooseImport(ines, { importId: view.id, mapping: view.mapping, choices: { kind: "order_placed" } });
  const preview = await previewImport(ines, { importId: view.id });
  expect(preview).toMatchObject({
    missing: null,
    faulty: 1,
    faults: [{ line: 32, code: "date", params: { value: "not a date" } }],
  });
  expect(preview.would).toMatchObject({ stored: 30, known: 0, knownCustomers: 1, newCustomers: 9 });
  expect(preview.would?.rules.find(({ kind }) => kind === "rhythm_broken")).toEqual({
    kind: "rhythm_broken",
    isOn: true,
    count: 3,
  });
  expect(await counts()).toEqual(before);

  await startImport(ines, { importId: view.id });
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({
    state: "done",
    stored: 30,
    newCustomers: 9,
    faulty: 1,
    readRows: 31,
  });
  expect(await counts()).toMatchObject({ signals: 31, customers: 10, outreaches: 3, open: 3 });
  const paid = await db.execute(
    sql`select amount_minor::int as amount, currency from signals where external_id = '1020'`,
  );
  expect(paid.rows).toEqual([{ amount: 102990, currency: "EUR" }]);
  const again = await upload(orders());
  expect(again.reading.choices).toEqual({ kind: "order_placed" });
  expect((await previewImport(ines, { importId: again.id })).would).toMatchObject({ stored: 0, known: 30 });

  await undoImport(ines, { importId: view.id });
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({ state: "undone" });
  expect(await counts()).toEqual(before);
  const facts = await db.execute(sql`select facts from customers where brand_id = ${desk.brandId}::uuid`);
  expect(facts.rows).toEqual([{ facts: {} }]);
});

test("who has something else by then stays; a consent that the file took back is given again", async () => {
  const view = await upload(
    `date,email,type\n${day(5)},nora@noracooks.example,unsubscribed\n${day(5)},paul.rey@courriel.example,unsubscribed\n`,
  );
  await startImport(ines, { importId: view.id });
  await workAll();
  await db.execute(
    sql`update customers set note = 'Called her' where brand_id = ${desk.brandId}::uuid and id in (select customer_id from identities where value = 'nora@noracooks.example')`,
  );
  await undoImport(ines, { importId: view.id });
  await workAll();
  const left = await db.execute(
    sql`select note, unsubscribed_at, (select i.value from identities i where i.customer_id = k.id) as address from customers k
      where brand_id = ${desk.brandId}::uuid`,
  );
  expect(left.rows).toEqual([
    { note: "Called her", unsubscribed_at: null, address: "nora@noracooks.example" },
  ]);
});

test("a worker that dies in the middle leaves an import that another one ends, and nothing is stored twice", async () => {
  const rows = Array.from(
    { length: 3500 },
    (_, n) => `${day(n % 300)},lotte${n % 400}@post.example,order,${n}`,
  ).join("\n");
  const view = await upload(`date,email,type,order id\n${rows}\n`);
  await startImport(ines, { importId: view.id });
  // Its second batch meets a database that is gone.
  await db.execute(
    sql`create function die() returns trigger language plpgsql as $$ begin if NEW.read_rows >= 2000 and NEW.state = 'running' and current_setting('avant.alive', true) is distinct from 'on' and OLD.read_rows < NEW.read_rows then raise exception using errcode = '57P01'; end if; return NEW; end $$`,
  );
  await db.execute(sql`create trigger dies before update on imports for each row execute function die()`);
  await expect(workAll()).rejects.toThrow();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({
    state: "running",
    readRows: 1000,
    stored: 1000,
  });
  await db.execute(sql`drop trigger dies on imports`);
  // Its lease still holds: nobody else works on it.
  expect(await workOnImports()).toBe(false);
  await db.execute(
    sql`update imports set lease_until = now() - interval '1 second' where id = ${view.id}::uuid`,
  );
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({
    state: "done",
    readRows: 3500,
    stored: 3500,
    newCustomers: 400,
  });
  expect(await counts()).toMatchObject({ signals: 3500, customers: 400 });
});

test("cancelled, it stores no more, and what it stored can be taken back", async () => {
  const view = await upload(`date,email,type\n${day(1)},a@post.example,order\n`);
  await startImport(ines, { importId: view.id });
  await cancelImport(ines, { importId: view.id });
  await workAll();
  expect((await counts()).signals).toBe(0);
  await undoImport(ines, { importId: view.id });
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({ state: "undone" });
});

test("a file of an older office program, and what is no table", async () => {
  const old = Buffer.from(
    "date;email;nom complet;type\n01/02/2026;a@post.example;Odile Lef\xe8vre;commande\n",
    "latin1",
  );
  const view = await upload(old);
  expect(view.reading).toMatchObject({ encoding: "windows-1252", dateOrder: "ask" });
  expect(await previewImport(ines, { importId: view.id })).toMatchObject({ missing: "order" });
  await chooseImport(ines, { importId: view.id, mapping: view.mapping, dateOrder: "dmy" });
  await startImport(ines, { importId: view.id });
  await workAll();
  const there = await db.execute(
    sql`select k.name, s.occurred_at::text as at from signals s join customers k on k.id = s.customer_id where s.brand_id = ${desk.brandId}::uuid`,
  );
  expect(there.rows).toEqual([{ name: "Odile Lefèvre", at: "2026-02-01 12:00:00+00" }]);
  for (const bytes of [
    Buffer.from("PK\u0003\u0004xl/workbook"),
    Buffer.alloc(5000),
    Buffer.from(""),
    Buffer.from("date,email\n"),
  ])
    await expect(upload(bytes)).rejects.toMatchObject({ code: "invalid" });
});

test("every row of a file is accounted for, before and after: new, told before, or left out by its line", async () => {
  await recordSignals(ines, {
    brandId: desk.brandId,
    items: [
      { kind: "visited", at: new Date().toISOString(), customer: { email: "nora@noracooks.example" } },
      {
        kind: "order_placed",
        at: new Date().toISOString(),
        id: "Z-0",
        customer: { email: "b@post.example" },
      },
    ],
  });
  await db.execute(sql`
    update customers set no_profile_at = now()
    where id in (select customer_id from identities where brand_id = ${desk.brandId}::uuid and value = 'nora@noracooks.example')`);
  const view = await upload(
    [
      "Num cmde;Quand;Mail du client;Montant TTC;Devise",
      `Z-0;${day(9)};b@post.example;49,90;EUR`,
      `Z-1;${day(9)};a@post.example;49,90;EUR`,
      `Z-1;${day(9)};a@post.example;49,90;EUR`,
      `Z-2;${day(9)};nobody;abc;EUR`,
      `;${day(9)};a@post.example;10;GBP`,
      "Z-5;32/13/2026;a@post.example;10;EUR",
      `Z-6;${day(9)};;20;EUR`,
      `;${day(9)};;20;EUR`,
      `Z-8;${day(9)};nora@noracooks.example;20;EUR`,
    ].join("\n"),
  );
  const mapping = {
    date: "Quand",
    email: "Mail du client",
    orderNumber: "Num cmde",
    amount: "Montant TTC",
    currency: "Devise",
  };
  await chooseImport(ines, {
    importId: view.id,
    mapping,
    dateOrder: "ymd",
    decimal: ",",
    choices: { kind: "order_placed" },
  });
  const leftOut = [
    { line: 5, code: "amount", params: { value: "abc" } },
    { line: 7, code: "date", params: { value: "32/13/2026" } },
    { line: 8, code: "unknown_order", params: { value: "Z-6" } },
    { line: 9, code: "nobody" },
    { line: 10, code: "objected", params: {} },
  ];
  const preview = await previewImport(ines, { importId: view.id });
  expect(preview).toMatchObject({ looked: 9, faulty: 5, would: { stored: 2, known: 2 } });
  expect(preview.faults).toMatchObject(leftOut);
  await startImport(ines, { importId: view.id });
  await workAll();
  const done = await loadImport(ines, { importId: view.id });
  expect(done).toMatchObject({ state: "done", readRows: 9, stored: 2, alreadyKnown: 2, faulty: 5 });
  expect([...done.faults].sort((a, b) => a.line - b.line)).toMatchObject(leftOut);
});

test("hostile rows are faults with their line, never an error and never a formula", async () => {
  const view = await upload(
    [
      "date,email,type,name",
      `${day(1)},a@post.example,order,"He said ""never"""`,
      `${day(1)},b@post.example,order,=HYPERLINK("http://evil.example")`,
      `${day(1)},c@post.example,order,"two\nlines"`,
      `${day(1)},d@post.example,order,nul\u0000here`,
      `${day(1)},${"x".repeat(100_000)}@post.example,order,long`,
      `${day(1)},nobody,order,Nobody`,
      `${day(1)},e@post.example,eaten,Ben`,
      `${day(1)},f@post.example`,
      `${day(1)},g@post.example,order,last`,
    ].join("\n"),
  );
  await startImport(ines, { importId: view.id });
  await workAll();
  const done = await loadImport(ines, { importId: view.id });
  expect(done).toMatchObject({ state: "done", stored: 5 });
  expect(done.faults.map(({ line, code }) => [line, code])).toEqual([
    [7, "nobody"],
    [8, "nobody"],
    [9, "kind"],
    [10, "kind"],
  ]);
});

test("a quote that is never closed costs its row, not the file", async () => {
  const rest = Array.from({ length: 9000 }, (_, n) => `${n},"b${n}",some more words to fill the line`).join(
    "\n",
  );
  const rows = [];
  const text = `a,b,c\n1,"never closed,${rest.replaceAll('"', "")}\n${"2,x,y\n".repeat(10)}`;
  for await (const some of readCsv(Readable.from(text.match(/[\s\S]{1,1000}/g) ?? []), ","))
    rows.push(...some);
  expect(rows.filter(({ fault }) => fault === "long").map(({ line }) => line)).toEqual([2]);
  expect(rows.at(-1)).toMatchObject({ cells: ["2", "x", "y"], line: 9011 });
});

test("dates and amounts as files write them", () => {
  expect(dateOrderOf(["03/04/2026", "25/04/2026"])).toBe("dmy");
  expect(dateOrderOf(["04/25/2026", "03/04/2026"])).toBe("mdy");
  expect(dateOrderOf(["03/04/2026"])).toBe("ask");
  expect(dateOrderOf(["2026-04-03T10:00:00Z"])).toBe("ymd");
  const at = (text: string, order: "dmy" | "mdy" | "ymd") =>
    momentOf(text, order, () => 120)?.toISOString() ?? null;
  expect(at("25/04/2026 14h30", "dmy")).toBe("2026-04-25T12:30:00.000Z");
  expect(at("4/25/26 2:30 PM", "mdy")).toBe("2026-04-25T12:30:00.000Z");
  expect(at("2026-04-25T14:30:00+02:00", "ymd")).toBe("2026-04-25T12:30:00.000Z");
  expect(at("31/02/2026", "dmy")).toBeNull();
  expect(decimalOf(["1.234,50 €", "12"], ",")).toBe(",");
  expect(moneyOf("1.234,50 €", ",")).toEqual({ amount: 1234.5, currency: "EUR" });
  expect(moneyOf("USD 1,234.50", ".")).toEqual({ amount: 1234.5, currency: "USD" });
  expect(moneyOf("free", ".")).toBeNull();
});
