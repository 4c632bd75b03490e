import { QueryClient } from "@tanstack/react-query";
import { beforeEach, expect, test } from "vitest";
import type { Counts, QueueRow } from "@/lib/conversations/types";
import type { ChangePush } from "@/lib/live/protocol";
import { applyGap, applyPushes, dropHope, keepHope, showHope } from "./cache";
import { held } from "./keys";
import { firstPage, type LoadedList } from "./lists";
import { nextOf } from "./load";
import { row } from "./test-row";

const me = { id: "salma", teamIds: ["care"] };
const queue = { view: "queue", sort: "left", q: "" } as const;
let client: QueryClient;
let seq = 0;

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(held.list(queue), firstPage({ items: [], next: null, seq: at(seq) }));
  client.setQueryData<Counts>(held.counts, { queue: 0, mine: 0, team: 0, waiting: 0, snoozed: 0 });
});

test("a hope is shown at once, counts move once, and the push that confirms it changes nothing", () => {
  const ben = row("ben-1");
  applyPushes(client, [push(ben, null)], me);
  expect([shown(), counts().queue]).toEqual([["ben-1"], 1]);

  const one = showHope(client, ben, { status: "resolved" }, me);
  expect([shown(), counts().queue]).toEqual([[], 0]);
  keepHope(client, ben.id, one, 2, me);
  applyPushes(client, [push({ ...ben, status: "resolved", version: 2 }, ben)], me);
  expect([shown(), counts().queue]).toEqual([[], 0]);
});

test("a refused hope brings the row back to its place", () => {
  const [ben, paul] = [row("ben-2", { dueAt: "2026-11-23T09:00:00Z" }), row("paul-2")];
  applyPushes(client, [push(ben, null), push(paul, null)], me);
  const one = showHope(client, ben, { status: "resolved" }, me);
  dropHope(client, ben.id, one, me);
  expect([shown(), counts().queue]).toEqual([["ben-2", "paul-2"], 2]);
});

test("a colleague's change that comes before the answer does not bring a resolved row back for a moment", () => {
  const ben = row("ben-3");
  applyPushes(client, [push(ben, null)], me);
  const one = showHope(client, ben, { status: "resolved" }, me);
  applyPushes(client, [push({ ...ben, version: 2, tags: ["refund"] }, ben)], me);
  expect([shown(), counts().queue]).toEqual([[], 0]);
  keepHope(client, ben.id, one, 3, me);
  applyPushes(client, [push({ ...ben, version: 3, tags: ["refund"], status: "resolved" }, ben)], me);
  expect([shown(), counts().queue]).toEqual([[], 0]);
});

test("a refused hope keeps what a colleague changed meanwhile, and what else is hoped for", () => {
  const ben = row("ben-4");
  applyPushes(client, [push(ben, null)], me);
  const mine = showHope(client, ben, { assigneeId: "salma" }, me);
  const pinned = showHope(client, ben, { pin: -1 }, me);
  expect(counts().mine).toBe(1);
  applyPushes(client, [push({ ...ben, version: 2, tags: ["refund"] }, ben)], me);
  dropHope(client, ben.id, mine, me);
  expect(list().rows[0]).toMatchObject({ assigneeId: null, pin: -1, tags: ["refund"], version: 2 });
  expect(counts()).toMatchObject({ queue: 1, mine: 0 });
  keepHope(client, ben.id, pinned, 3, me);
  applyPushes(client, [push({ ...ben, version: 3, pin: -1, tags: ["refund"] }, ben)], me);
  expect(list().rows[0]).toMatchObject({ pin: -1, version: 3 });
});

test("the push may come before the answer of the request", () => {
  const ben = row("ben-5");
  applyPushes(client, [push(ben, null)], me);
  const one = showHope(client, ben, { status: "waiting" }, me);
  applyPushes(client, [push({ ...ben, version: 2, status: "waiting" }, ben)], me);
  keepHope(client, ben.id, one, 2, me);
  expect(counts()).toMatchObject({ queue: 0, waiting: 1 });
  applyPushes(client, [push({ ...ben, version: 3 }, { ...ben, status: "waiting" })], me);
  expect([shown(), counts()]).toMatchObject([["ben-5"], { queue: 1, waiting: 0 }]);
});

test("a page that was read before a push, and arrives after it, does not bring the old row back", () => {
  const ben = row("ben-6");
  const before = at(seq);
  applyPushes(client, [push({ ...ben, version: 5, status: "resolved" }, ben)], me);
  const late = nextOf(list(), { items: [{ ...ben, readAt: null }], next: null, seq: before }, queue, me);
  expect(late.rows).toEqual([]);
});

test("only what was not in the view before is news, and a gap brings none", () => {
  const [ben, paul, odile] = [row("ben-7"), row("paul-7"), row("odile-7")];
  applyPushes(client, [push(ben, null), push(paul, { ...paul })], me);
  expect([...list().news]).toEqual(["ben-7"]);
  applyGap(client, push(odile, null), me);
  expect(shown()).toContain("odile-7");
  expect([...list().news]).toEqual(["ben-7"]);
  expect(counts().queue).toBe(1);
});

function list(): LoadedList {
  return client.getQueryData<LoadedList>(held.list(queue))!;
}

function shown(): string[] {
  return list().rows.map(({ id }) => id);
}

function counts(): Counts {
  return client.getQueryData<Counts>(held.counts)!;
}

function at(n: number): string {
  return String(n).padStart(6, "0");
}

function push(after: QueueRow, before: QueueRow | null): ChangePush {
  seq += 1;
  return { seq: at(seq), rows: [{ row: after, before, touched: true }], gone: [] };
}
