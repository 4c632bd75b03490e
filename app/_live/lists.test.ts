import { expect, test } from "vitest";
import type { QueueRow } from "@/lib/conversations/types";
import { type LoadedList, moveCounts, patchRows, withPage } from "./lists";
import { row } from "./test-row";

const me = { id: "salma", teamIds: ["care"] };
const queue = { view: "queue", sort: "due", q: "", me } as const;

function patch(list: LoadedList, changed: QueueRow, where: typeof queue): LoadedList {
  return patchRows(list, [{ row: changed, isNews: false }], where);
}

test("a new conversation takes its place by due time", () => {
  const list = loaded([
    row("ben", { dueAt: "2026-11-23T09:00:00Z" }),
    row("paul", { dueAt: "2026-11-23T15:00:00Z" }),
  ]);
  const after = patch(list, row("claire", { dueAt: "2026-11-23T10:00:00Z" }), queue);
  expect(names(after)).toEqual(["ben", "claire", "paul"]);
});

test("a conversation without a due time comes after those with one, and a pinned one before", () => {
  const list = loaded([row("ben", { dueAt: "2026-11-23T09:00:00Z" }), row("yanis", { dueAt: null })]);
  expect(names(patch(list, row("odile", { dueAt: null, pin: -1 }), queue))).toEqual([
    "odile",
    "ben",
    "yanis",
  ]);
});

test("an older version never replaces a newer one", () => {
  const list = loaded([row("ben", { version: 4, excerpt: "new" })]);
  expect(patch(list, row("ben", { version: 3, excerpt: "old" }), queue)).toBe(list);
});

test("a resolved conversation leaves the queue", () => {
  const list = loaded([row("ben"), row("paul")]);
  expect(names(patch(list, row("ben", { status: "resolved", version: 2 }), queue))).toEqual(["paul"]);
});

test("what belongs below the loaded pages waits for the next page", () => {
  const list = { ...loaded([row("ben", { dueAt: "2026-11-23T09:00:00Z" })]), next: "more" };
  expect(patch(list, row("nora", { dueAt: null }), queue)).toBe(list);
});

test("an own reading mark survives a push", () => {
  const list = loaded([{ ...row("ben"), readAt: "2026-11-23T08:00:00Z" }]);
  expect(patch(list, row("ben", { version: 2 }), queue).rows[0]?.readAt).toBe("2026-11-23T08:00:00Z");
});

test("what arrives below the loaded pages is remembered as news, and comes with its page", () => {
  const list = { ...loaded([row("ben", { dueAt: "2026-11-23T09:00:00Z" })]), next: "more" };
  const nora = row("nora", { dueAt: null });
  const after = patchRows(list, [{ row: nora, isNews: true }], queue);
  expect(names(after)).toEqual(["ben"]);
  expect(after.below.map(({ id }) => id)).toEqual(["nora"]);
  const all = withPage(after, { items: [{ ...nora, readAt: null }], next: null, seq: "2" });
  expect(names(all)).toEqual(["ben", "nora"]);
  expect([...all.news]).toEqual(["nora"]);
  expect(all.below).toEqual([]);
});

test("many changes at once leave the same list as one after the other", () => {
  const due = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, "0")}:00Z`;
  const start = loaded(Array.from({ length: 40 }, (_, n) => row(`r${n}`, { dueAt: due(n) })));
  const changes = Array.from({ length: 30 }, (_, n) =>
    row(`r${(n * 7) % 50}`, {
      version: 2 + n,
      dueAt: due((n * 13) % 60),
      status: n % 5 === 0 ? "resolved" : "open",
    }),
  );
  const last = new Map(changes.map((change) => [change.id, change]));
  const oneByOne = changes.reduce((list, change) => patch(list, change, queue), start);
  const atOnce = patchRows(
    start,
    [...last.values()].map((one) => ({ row: one, isNews: false })),
    queue,
  );
  expect(atOnce.rows).toEqual(oneByOne.rows);
});

test("counts move from where a row was to where it is", () => {
  const counts = { queue: 14, mine: 5, team: 9, waiting: 21, snoozed: 6 };
  const before = { status: "open", assigneeId: "salma", teamId: "care" } as const;
  expect(moveCounts(counts, before, { ...before, status: "waiting" }, me)).toEqual({
    queue: 13,
    mine: 4,
    team: 8,
    waiting: 22,
    snoozed: 6,
  });
});

function loaded(rows: Array<QueueRow & { readAt?: string | null }>): LoadedList {
  return {
    rows: rows.map((each) => ({ readAt: null, ...each })),
    next: null,
    seq: "1",
    news: new Set(),
    below: [],
  };
}

function names(list: LoadedList): string[] {
  return list.rows.map((each) => each.id);
}
