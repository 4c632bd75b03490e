import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { findIds } from "@/lib/conversations/list-queue";
import { countSavedViews } from "./count-views";
import { listViews } from "./list-views";
import { orderViews } from "./order-views";
import { createView, deleteView, updateView } from "./save-view";

testDatabase();
let ines: Actor;
let salma: Actor;

beforeAll(async () => {
  await seedDemo(new Date());
  const places = await db.execute<{ teamIds: string[]; brandIds: string[] }>(sql`
    select (select array_agg(id::text) from teams) as "teamIds", (select array_agg(id::text) from brands) as "brandIds"`);
  const { teamIds, brandIds } = places.rows[0]!;
  ines = await testAgent("Inès C.", "manager", teamIds, brandIds);
  salma = await testAgent("Salma I.", "agent", teamIds, brandIds);
  await db.execute(sql`delete from views`);
});

const plain = { sort: "left", shared: "me", teamId: null } as const;

test("every view of work is counted as its list would be, and one of history is not", async () => {
  const queries = [
    "tag:refund",
    "is:open,waiting -is:public",
    "is:waiting assignee:none,me",
    "moulin",
    "risk:now,today is:public",
  ];
  const ids = await Promise.all(queries.map((query) => createView(salma, { ...plain, name: query, query })));
  const old = await createView(salma, { ...plain, name: "Done", query: "is:resolved" });
  const counts = await countSavedViews(salma);
  for (const [at, { id }] of ids.entries()) {
    const found = await findIds(salma, { view: "queue", sort: "left", q: queries[at]!, limit: 1000 });
    expect([queries[at], counts[id]]).toEqual([queries[at], found.length]);
  }
  expect(Object.keys(counts)).not.toContain(old.id);
  expect(Object.values(counts).some((count) => count > 0)).toBe(true);
});

test("a shared view is there for everybody, one's own for oneself; sharing takes a permission", async () => {
  const { id } = await createView(ines, {
    ...plain,
    name: "Refunds",
    query: "tag:refund",
    shared: "everybody",
  });
  expect((await listViews(salma)).map((view) => view.name)).toContain("Refunds");
  expect((await listViews(ines)).map((view) => view.name)).toEqual(["Refunds"]);
  await expect(
    createView(salma, { ...plain, name: "Mine", query: "x", shared: "everybody" }),
  ).rejects.toThrow();
  await expect(deleteView(salma, { viewId: id })).rejects.toThrow();
  await updateView(ines, {
    ...plain,
    viewId: id,
    name: "Money back",
    query: "tag:refund",
    shared: "everybody",
  });
  expect((await listViews(salma)).map((view) => view.name)).toContain("Money back");
});

test("each puts the views in an order of their own", async () => {
  const before = await listViews(salma);
  const ids = before.map((view) => view.id).reverse();
  await orderViews(salma, { ids });
  expect((await listViews(salma)).map((view) => view.id)).toEqual(ids);
  expect((await listViews(ines)).map((view) => view.name)).toEqual(["Money back"]);
});
