import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "./client";
import { tableOf } from "./table-of";
import { testDatabase } from "./test";

testDatabase();

test("rows come out as they went in, whatever is written in them", async () => {
  const rows = [
    {
      id: "019aa000-0000-7000-8000-000000000001",
      text: `She wrote: "c:\\pots", {hot}, it's\nNULL`,
      n: 1,
      yes: true,
    },
    { id: "019aa000-0000-7000-8000-000000000002", text: "NULL", n: -0.5, yes: false },
    { id: "019aa000-0000-7000-8000-000000000003", text: "", n: 1_763_844_000_123, yes: null },
    { id: null, text: null, n: null, yes: null },
  ];
  const table = tableOf(rows, {
    id: ["uuid", ({ id }) => id],
    text: ["text", ({ text }) => text],
    n: ["float8", ({ n }) => n],
    yes: ["boolean", ({ yes }) => yes],
  });
  expect((await db.execute(sql`select id, text, n, yes from ${table}`)).rows).toEqual(rows);
  const bytes = tableOf(["\\x00ff5c22"], { bytes: ["bytea", (hex) => hex] });
  expect((await db.execute(sql`select encode(bytes, 'hex') as hex from ${bytes}`)).rows).toEqual([
    { hex: "00ff5c22" },
  ]);
  const none = tableOf<string>([], { text: ["text", (text) => text] });
  expect((await db.execute(sql`select * from ${none}`)).rows).toEqual([]);
});
