import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { chooseImport } from "@/lib/imports/choose";
import { loadImport } from "@/lib/imports/load";
import { previewImport } from "@/lib/imports/preview";
import { startImport, undoImport } from "@/lib/imports/start";
import { uploadImport } from "@/lib/imports/upload";
import { workOnImports } from "@/lib/imports/work";
import { editCustomer } from "./edit";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeEach(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

const upload = (text: string) =>
  uploadImport(ines, {
    brandId: desk.brandId,
    what: "customers",
    name: "customers.csv",
    content: Buffer.from(text),
  });

async function store(text: string): Promise<string> {
  const { id } = await upload(text);
  await startImport(ines, { importId: id });
  await workAll();
  return id;
}

async function workAll(): Promise<void> {
  while (await workOnImports());
}

async function people() {
  const found = await db.execute(sql`
    select k.name, k.city, k.language, k.tags, k.note, k.facts,
      array(select i.kind || ' ' || i.value from identities i where i.customer_id = k.id and i.revoked_at is null order by 1) as addresses
    from customers k where k.brand_id = ${desk.brandId}::uuid order by k.name`);
  return found.rows;
}

const file = `Nom complet;Adresse e-mail;Téléphone;N° client;Ville;Langue;Étiquettes;Remarque;Filleuls
Claire Dumontet;claire@courriel.example;+33 6 12 34 56 78;K-7;Lyon;fr;Fidèle; appelle le matin;3
Marek Nowak;marek@poczta.example; marek.n@praca.example;;;;;;
Nobody Atall;;;;Paris;;;;
`;

test("a file of customers is shown before, makes people with all that it says, and is taken back whole", async () => {
  const text = file
    .replace("marek@poczta.example; marek", '"marek@poczta.example; marek')
    .replace("praca.example", 'praca.example"');
  const view = await upload(text);
  expect(view.mapping).toMatchObject({
    name: "Nom complet",
    email: "Adresse e-mail",
    customerNumber: "N° client",
  });
  await chooseImport(ines, { importId: view.id, mapping: { ...view.mapping, fact1: "Filleuls" } });
  const before = await people();
  const shown = await previewImport(ines, { importId: view.id });
  expect(shown).toMatchObject({ missing: null, faulty: 1, faults: [{ line: 4, code: "nobody" }] });
  expect(shown.would).toMatchObject({ newCustomers: 2, knownCustomers: 0, stored: 2, conflicting: 0 });
  expect(await people()).toEqual(before);
  await startImport(ines, { importId: view.id });
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({
    state: "done",
    newCustomers: 2,
    faulty: 1,
  });
  expect(await people()).toEqual([
    {
      name: "Claire Dumontet",
      city: "Lyon",
      language: "fr",
      tags: ["fidèle"],
      note: "appelle le matin",
      facts: { Filleuls: "3" },
      addresses: ["customer_number K-7", "email claire@courriel.example", "phone +33612345678"],
    },
    expect.objectContaining({
      name: "Marek Nowak",
      addresses: ["email marek.n@praca.example", "email marek@poczta.example"],
    }),
  ]);
  await undoImport(ines, { importId: view.id });
  await workAll();
  expect(await loadImport(ines, { importId: view.id })).toMatchObject({ state: "undone" });
  expect(await people()).toEqual(before);
});

test("who is known keeps what is known and gets the missing address; what contradicts is left out with its line", async () => {
  await store(
    "name,email,city,phone\nOdile Aubry,odile@courriel.example,Nantes,\nPaul Rey,,Lille,+33611111111\n",
  );
  const before = await people();
  const more = `name,email,city,phone,customer id
Odile Aubry,odile@courriel.example,Paris,,K-1
Odile Aubry,odile@courriel.example,Paris,,K-1
Odile Aubry,odile@courriel.example,,+33611111111,
Henrik Sørensen,odile@courriel.example,,,
`;
  const view = await upload(more);
  expect((await previewImport(ines, { importId: view.id })).would).toMatchObject({
    newCustomers: 0,
    knownCustomers: 1,
    stored: 1,
    known: 1,
    conflicting: 2,
  });
  await startImport(ines, { importId: view.id });
  await workAll();
  const done = await loadImport(ines, { importId: view.id });
  expect(done).toMatchObject({ stored: 1, alreadyKnown: 1, newCustomers: 0, faulty: 2 });
  expect(done.faults.map(({ line, code }) => [line, code])).toEqual([
    [4, "two"],
    [5, "other_name"],
  ]);
  expect(await people()).toEqual([
    expect.objectContaining({
      name: "Odile Aubry",
      city: "Nantes",
      addresses: ["customer_number K-1", "email odile@courriel.example"],
    }),
    expect.objectContaining({ name: "Paul Rey" }),
  ]);
  await undoImport(ines, { importId: view.id });
  await workAll();
  expect(await people()).toEqual(before);
});

test("whom a colleague has edited since stays when the file is taken back", async () => {
  const importId = await store(
    "name,email\nGiulia Conti,giulia@posta.example\nLucie Ferrand,lucie@courriel.example\n",
  );
  const giulia = await db.execute<{ id: string }>(sql`select id from customers where name = 'Giulia Conti'`);
  await editCustomer(ines, { customerId: giulia.rows[0]!.id, edit: { note: "Bakes every Sunday" } });
  await undoImport(ines, { importId });
  await workAll();
  expect(await people()).toEqual([
    expect.objectContaining({ name: "Giulia Conti", addresses: ["email giulia@posta.example"] }),
  ]);
});

test("only who may import may", async () => {
  const tom = await testAgent("Tom Verhaegen", "agent", [desk.teamId], [desk.brandId]);
  await expect(
    uploadImport(tom, {
      brandId: desk.brandId,
      what: "customers",
      name: "x.csv",
      content: Buffer.from("email\na@b.example\n"),
    }),
  ).rejects.toMatchObject({ code: "forbidden" });
});
