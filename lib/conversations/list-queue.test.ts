import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { seedDemo } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { head } from "@/lib/live/tail";
import { listQueue } from "./list-queue";
import { viewNames } from "./types";

testDatabase();
let hannah: Actor;

beforeAll(async () => {
  await seedDemo(new Date());
  const found = await db.execute<{ id: string; name: string }>(
    sql`select id, name from agents where role = 'admin'`,
  );
  const { id, name } = found.rows[0]!;
  hannah = {
    kind: "agent",
    id,
    name,
    role: "admin",
    language: "en",
    teamIds: [],
    brandIds: [],
    sessionId: id,
  };
});

test.each(viewNames)("the pages of %s hold every row once, however small they are", async (view) => {
  const whole = await listQueue(hannah, { view, sort: "left", cursor: null, limit: 200 });
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listQueue>> = await listQueue(hannah, {
      view,
      sort: "left",
      cursor,
      limit: 3,
    });
    ids.push(...page.items.map((row) => row.id));
    cursor = page.next;
  } while (cursor !== null);
  expect(ids).toEqual(whole.items.map((row) => row.id));
  expect(whole.next).toBeNull();
});

test("a page, also an empty one, says where the stream of changes stood", async () => {
  const full = await listQueue(hannah, { view: "queue", sort: "left", cursor: null, limit: 10 });
  const nobody = { ...hannah, id: newId(), role: "agent" } as const;
  const empty = await listQueue(nobody, { view: "queue", sort: "left", cursor: null, limit: 10 });
  expect(full.items).toHaveLength(10);
  expect(empty).toEqual({ items: [], next: null, seq: full.seq });
  expect(full.seq).toBe(await head());
});
