import { expect, test } from "vitest";
import type { QueueRow } from "@/lib/conversations/types";
import { type LoadedList, moveCounts, patchRows, withPage } from "./lists";
import { row } from "./test-row";

const me = { id: "salma", teamIds: ["care"] };
const queue = { view: "queue", sort: "left", q: "", me } as const;

function patch(list: LoadedList, changed: QueueRow, where: typeof queue): LoadedList {
  return patchRows(list, [{ row: changed, isNews: false }], where);
}

test("a new conversation takes its place by the time left", () => {
  const list = loaded([row("ben", { rank: 1 }), row("paul", { rank: 7 })]);
  const after = patch(list, row("claire", { rank: 2 }), queue);
  expect(names(after)).toEqual(["ben", "claire", "paul"]);
});

test("a calm conversation comes after a pressing one, and one put first before both", () => {
  const list = loaded([row("ben", { rank: 1 }), row("yanis", { rank: 900 })]);
  expect(names(patch(list, row("odile", { rank: 900, lane: 1 }), queue))).toEqual(["odile", "ben", "yanis"]);
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
  const list = { ...loaded([row("ben", { rank: 1 })]), next: "more" };
  expect(patch(list, row("nora", { rank: 900 }), queue)).toBe(list);
});

test("what I have read is read when it comes back into the list", () => {
  const read = (id: string) => (id === "ben" ? "2026-11-23T08:00:00Z" : null);
  const left = patch(loaded([row("ben"), row("paul")]), row("ben", { status: "waiting", version: 2 }), queue);
  const back = patchRows(left, [{ row: row("ben", { version: 3 }), isNews: false }], queue, read);
  expect(back.rows.find(({ id }) => id === "ben")?.readAt).toBe("2026-11-23T08:00:00Z");
});

test("an own reading mark survives a push", () => {
  const list = loaded([{ ...row("ben"), readAt: "2026-11-23T08:00:00Z" }]);
  expect(patch(list, row("ben", { version: 2 }), queue).rows[0]?.readAt).toBe("2026-11-23T08:00:00Z");
});

test("what arrives below the loaded pages is remembered as news, and comes with its page", () => {
  const list = { ...loaded([row("ben", { rank: 1 })]), next: "more" };
  const nora = row("nora", { rank: 900 });
  const after = patchRows(list, [{ row: nora, isNews: true }], queue);
  expect(names(after)).toEqual(["ben"]);
  expect(after.below.map(({ id }) => id)).toEqual(["nora"]);
  const all = withPage(after, { items: [{ ...nora, readAt: null }], next: null, seq: "2" });
  expect(names(all)).toEqual(["ben", "nora"]);
  expect([...all.news]).toEqual(["nora"]);
  expect(all.below).toEqual([]);
});

test("many changes at once leave the same list as one after the other", () => {
  const start = loaded(Array.from({ length: 40 }, (_, n) => row(`r${n}`, { rank: n })));
  const changes = Array.from({ length: 30 }, (_, n) =>
    row(`r${(n * 7) % 50}`, {
      version: 2 + n,
      rank: (n * 13) % 60,
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
