import { sql } from "drizzle-orm";
import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { learnWords } from "./learn-words";
import { listQueue } from "./list-queue";
import { search, toSnippet } from "./search";
import { steps } from "./search-words";

testDatabase();
let desk: TestDesk;
let claire: string;
let ben: string;

beforeAll(async () => {
  desk = await testDesk();
  claire = await said("Claire Dumontet", "claire.dumontet@courriel.example", [
    ["customer", "Ma cocotte est arrivée fêlée, commande 48213.", "2019-03-04T09:00:00Z"],
    ["reply", "Nous vous envoyons un remboursement aujourd’hui.", "2019-03-05T09:00:00Z"],
  ]);
  await db.execute(
    sql`update conversations set status = 'resolved', resolved_at = now() where id = ${claire}`,
  );
  await db.execute(sql`delete from queue where conversation_id = ${claire}`);
  ben = await said("Ben Okafor", "b.okafor@mail.example", [
    ["customer", "Second kettle leaking. The first one leaked as well.", "2026-11-20T09:00:00Z"],
    ["note", "He has told the shop in Ghent already.", "2026-11-20T10:00:00Z"],
  ]);
  for (let n = 0; n < 30; n++)
    await said(`Person ${n}`, `person.${n}@mail.example`, [
      [
        "customer",
        `Bonjour, une question sur le moulin ${n}.`,
        `2026-10-${String(1 + n).padStart(2, "0")}T09:00:00Z`,
      ],
    ]);
  await learnWords();
});

test.each([
  ["a word of an old, resolved one", "cocotte", "claire"],
  ["without its accent", "felee", "claire"],
  ["with an accent that is not there", "còcotte", "claire"],
  ["misspelt", "cocote", "claire"],
  ["two letters swapped", "remboursemnet", "claire"],
  ["the beginning of a word", "rembours", "claire"],
  ["a misspelt name with an accent too many", "Dumontét", "claire"],
  ["a misspelt name", "Dumontait", "claire"],
  ["both names misspelt", "Clair Dumonnet", "claire"],
  ["an address", "claire.dumontet@courriel.example", "claire"],
  ["a part of an address", "okafor@mail", "ben"],
  ["words of a note", "Ghent", "ben"],
  ["words in their order", '"first one leaked"', "ben"],
  ["a name and a word", "okafor kettle", "ben"],
  ["a number", "48213", "claire"],
  ["capitals", "KETTLE", "ben"],
])("%s: %s", async (_, text, who) => {
  const { items } = await search(desk.salma, { text, limit: 10 });
  expect(items.map((row) => row.id)).toEqual([who === "claire" ? claire : ben]);
});

test("words in another order, and words that are turned round, are not it", async () => {
  expect((await search(desk.salma, { text: '"leaked one first"', limit: 10 })).items).toEqual([]);
  expect((await search(desk.salma, { text: "kettle -ghent", limit: 10 })).items).toEqual([]);
});

test("an address that was taken away from somebody still finds them", async () => {
  await db.execute(sql`
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence, revoked_at)
    select ${newId()}, customer_id, brand_id, 'handle', 'old_ben_1987', '@old_ben_1987', 'claimed', now() from conversations where id = ${ben}`);
  const { items, snippets } = await search(desk.salma, { text: "old_ben_1987", limit: 10 });
  expect(items.map((row) => row.id)).toEqual([ben]);
  expect(snippets[ben]?.text).toBe("@old_ben_1987");
});

test("what hits stands between marks", async () => {
  const { snippets } = await search(desk.salma, { text: "felee", limit: 10 });
  const { text = "", marks = [] } = snippets[claire] ?? {};
  expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(["fêlée"]);
});

test("a message is found in the transaction that stores it, and by nobody else before", async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into messages (conversation_id, id, kind, text, sent_at) values (${ben}, ${newId()}, 'customer', 'The wok is unobtainium.', now())`);
    expect(
      (await search(desk.salma, { text: "unobtainium", limit: 5 }, tx)).items.map((row) => row.id),
    ).toEqual([ben]);
    expect((await search(desk.salma, { text: "unobtainium", limit: 5 })).items).toEqual([]);
  });
  expect((await search(desk.salma, { text: "unobtainium", limit: 5 })).items.map((row) => row.id)).toEqual([
    ben,
  ]);
});

test("what is not mine to see is not found, by words, name, address or number", async () => {
  const hidden = await said("Lucie Ferrand", "lucie@mail.example", [
    ["customer", "I will tell the regulator about the secateurs.", "2026-11-21T09:00:00Z"],
  ]);
  await db.execute(sql`update conversations set is_restricted = true where id = ${hidden}`);
  await db.execute(sql`update queue set is_restricted = true where conversation_id = ${hidden}`);
  await learnWords();
  const number = (
    await db.execute<{ number: string }>(sql`select number from conversations where id = ${hidden}`)
  ).rows[0]!.number;
  const stranger = await testAgent("Jules Lemaire", "agent", [], []);
  for (const text of ["secateurs", "secatuers", "Lucie", "lucie@mail", `#${number}`]) {
    expect((await search(desk.salma, { text, limit: 5 })).items).toEqual([]);
    expect((await list(desk.salma, "queue", text)).items).toEqual([]);
    expect((await list(desk.salma, "all", text)).items).toEqual([]);
    expect((await search(stranger, { text, limit: 5 })).items).toEqual([]);
  }
});

test("in the queue, words narrow what is open; in everything, they look through history, the newest hit first", async () => {
  expect((await list(desk.salma, "queue", "cocotte")).items).toEqual([]);
  const found = await list(desk.salma, "all", "cocotte");
  expect(found.items.map((row) => row.id)).toEqual([claire]);
  expect(found.snippets?.[claire]?.text).toContain("cocotte");
  const open = await list(desk.salma, "queue", "moulin");
  expect(open.items).toHaveLength(30);
});

test.each(["queue", "all"] as const)(
  "pages of a search in %s hold every hit once, however small they are",
  async (view) => {
    const whole = await list(desk.salma, view, "bonjour");
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(desk.salma, {
        view,
        sort: "left",
        q: "bonjour",
        cursor,
        limit: 7,
      });
      ids.push(...page.items.map((row) => row.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(ids).toEqual(whole.items.map((row) => row.id));
    expect(new Set(ids).size).toBe(30);
  },
);

test("a frequent word is read slice by slice, and the whole still comes", async () => {
  await db.execute(sql`update search_words set seen = 100000 where word = 'bonjour'`);
  expect((await list(desk.salma, "all", "bonjour")).items).toHaveLength(30);
  expect((await list(desk.salma, "queue", "bonjour")).items).toHaveLength(30);
  expect((await list(desk.salma, "all", "bonjour is:waiting")).items).toEqual([]);
});

test("a status in the filter takes the place of the view's own", async () => {
  expect((await list(desk.salma, "queue", "is:resolved")).items.map((row) => row.id)).toEqual([claire]);
  expect((await list(desk.salma, "queue", "is:open,resolved cocotte")).items.map((row) => row.id)).toEqual([
    claire,
  ]);
});

test.each([
  ["kettle", "kettel", 1],
  ["cocotte", "cocote", 1],
  ["wok", "work", 1],
  ["", "abc", 3],
])("from %s to %s", (from, to, count) => expect(steps(from, to)).toBe(count));

test("a headline becomes plain text and places", () => {
  expect(toSnippet("a \u0002b\u0003  c \u0002d\u0003")).toEqual({
    text: "a b c d",
    marks: [
      [2, 3],
      [6, 7],
    ],
  });
});

test("in a transaction a page is read by one question after the other", async () => {
  const { query } = pg.Client.prototype;
  let [running, most] = [0, 0];
  const seen = vi.spyOn(pg.Client.prototype, "query").mockImplementation(async function (
    this: unknown,
    ...args
  ) {
    most = Math.max(most, ++running);
    return Promise.resolve(Reflect.apply(query, this, args)).finally(() => running--);
  });
  const found = await db.transaction((tx) =>
    listQueue(desk.salma, { view: "all", sort: "left", q: "kettle", cursor: null, limit: 10 }, tx),
  );
  seen.mockRestore();
  expect([found.items.length > 0, most]).toEqual([true, 1]);
});

function list(actor: Actor, view: "queue" | "all", q: string) {
  return listQueue(actor, { view, sort: "left", q, cursor: null, limit: 100 });
}

/** Somebody new, and a conversation of theirs, open, with these messages. */
async function said(
  name: string,
  address: string,
  messages: Array<[kind: "customer" | "reply" | "note", text: string, at: string]>,
): Promise<string> {
  const [id, customerId] = [newId(), newId()];
  const last = messages.at(-1)![2];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, ${name})`,
  );
  await db.execute(sql`
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
    values (${newId()}, ${customerId}, ${desk.brandId}, 'email', ${address}, ${address}, 'claimed')`);
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, last_message_at, created_at)
    values (${id}, ${desk.brandId}, ${customerId}, ${desk.channelId}, ${last}, ${last}, ${messages[0]![2]})`);
  await db.execute(sql`
    insert into queue (conversation_id, status, brand_id, customer_id, channel_id, is_public, is_restricted, pin, since_at, last_message_at, is_new, version)
    values (${id}, 'open', ${desk.brandId}, ${customerId}, ${desk.channelId}, false, false, 0, ${last}, ${last}, true, 1)`);
  for (const [kind, text, at] of messages) {
    const agentId = kind === "customer" ? null : desk.salma.id;
    await db.execute(sql`
      insert into messages (conversation_id, id, kind, agent_id, author_name, author_address, text, sent_at)
      values (${id}, ${newId()}, ${kind}, ${agentId}::uuid, ${kind === "customer" ? name : null},
        ${kind === "customer" ? address : null}, ${text}, ${at})`);
  }
  return id;
}
