import fc from "fast-check";
import { expect, test } from "vitest";
import { matches, statusesOf } from "./match";
import { nameProblems, type Reader } from "./names";
import { parseFilter } from "./parse";
import { printFilter } from "./print";
import { anyFilter } from "./test-filter";
import { row } from "./test-row";

const salma = "01a20000-0000-7000-8000-000000000001";
const ines = "01a20000-0000-7000-8000-000000000002";
const me: Reader = {
  id: salma,
  teamIds: ["care"],
  zone: "Europe/Paris",
  agents: [
    { id: salma, name: "Salma Idrissi" },
    { id: ines, name: "Inès Carpentier" },
  ],
  teams: [
    { id: "care", name: "Care" },
    { id: "legal", name: "Legal" },
  ],
  brands: [{ id: "marmelune", name: "Marmelune" }],
  channels: [
    { id: "mail", name: "care@marmelune", words: ["email"] },
    { id: "shop", name: "Shop notes", words: ["shop"] },
  ],
};
const now = Date.parse("2026-11-23T11:00:00Z");

test("the typed syntax of the whole product in one line", () => {
  const { terms, text, problems } = parseFilter(
    'is:open channel:email,form tag:refund -assignee:me team:legal from:"Ana Ruiz" risk:now before:2026-11-01 "exact words" kettle',
  );
  expect(terms).toEqual([
    { key: "is", not: false, values: ["open"] },
    { key: "channel", not: false, values: ["email", "form"] },
    { key: "tag", not: false, values: ["refund"] },
    { key: "assignee", not: true, values: ["me"] },
    { key: "team", not: false, values: ["legal"] },
    { key: "from", not: false, values: ["Ana Ruiz"] },
    { key: "risk", not: false, values: ["now"] },
    { key: "before", not: false, values: ["2026-11-01"] },
  ]);
  expect(text).toEqual([
    { words: "exact words", exact: true, not: false },
    { words: "kettle", exact: false, not: false },
  ]);
  expect(problems).toEqual([]);
});

test.each([
  ["color:blue", "unknown_key", { text: [{ words: "color:blue", exact: false, not: false }], terms: [] }],
  ["is:opn", "unknown_value", { text: [], terms: [] }],
  ["before:2026-02-30", "unknown_date", { text: [], terms: [] }],
  ["tag:", "no_value", { text: [], terms: [] }],
])("%s is said to be not understood, and nothing breaks", (typed, code, left) => {
  const { problems, ...filter } = parseFilter(typed);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(filter).toEqual(left);
});

test("an address on the web and a time of day are words", () => {
  expect(parseFilter("https://x.example 10:30").text.map(({ words }) => words)).toEqual([
    "https://x.example",
    "10:30",
  ]);
  expect(parseFilter("https://x.example 10:30").problems).toEqual([]);
});

test("a quotation mark that is never closed reaches to the end", () => {
  expect(parseFilter('from:"Ana Ruiz').terms).toEqual([{ key: "from", not: false, values: ["Ana Ruiz"] }]);
});

test("whatever is typed, reading it never fails", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."-:,\"# isabtg1@'") })),
      (text) => {
        const { problems, ...filter } = parseFilter(text);
        expect(problems.length).toBeLessThanOrEqual(text.length);
        const { problems: _, ...again } = parseFilter(printFilter(filter));
        expect(again).toEqual(filter);
      },
    ),
    { numRuns: 2000 },
  );
});

test("a filter that is printed reads back as the same filter", () => {
  fc.assert(
    fc.property(anyFilter(), (filter) => {
      const { problems, ...again } = parseFilter(printFilter(filter));
      expect(again).toEqual(filter);
      expect(problems).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["assignee:ines", { assigneeId: ines }, true],
  ["assignee:idr", { assigneeId: salma }, true],
  ["assignee:me,none", { assigneeId: null }, true],
  ["-assignee:me", { assigneeId: null }, true],
  ["team:mine", { teamId: "care" }, true],
  ["channel:shop", { channelId: "shop" }, true],
  ["channel:note", { channelId: null }, true],
  ["tag:Refund", { tags: ["refund"] }, true],
  ["tag:refund tag:vip", { tags: ["refund"] }, false],
  ["tag:refund,vip", { tags: ["vip"] }, true],
  ["is:overdue", { dueAt: "2026-11-23T10:59:00.000Z" }, true],
  ["is:overdue", { dueAt: "2026-11-23T10:59:00.000Z", status: "waiting" }, false],
  ["risk:now", { band: "now" }, true],
  ["risk:today", { band: "now" }, false],
  ["risk:today,week", { band: "week" }, true],
  ["risk:now", { band: "now", lane: 3 }, false],
  ["risk:now", { band: "now", lane: 0 }, true],
  ["risk:danger", { band: "now", lane: 0 }, true],
  ["risk:first", { lane: 1 }, true],
  ["risk:later", { lane: 3 }, true],
  ["kind:proactive", { kind: "proactive" }, true],
  ["-kind:privacy", { kind: "privacy" }, false],
  ["after:today", { lastMessageAt: "2026-11-22T23:00:00.000Z" }, true],
  ["after:today", { lastMessageAt: "2026-11-22T22:59:59.000Z" }, false],
  ["before:hier", { lastMessageAt: "2026-11-21T22:59:59.000Z" }, true],
  ["before:7d", { lastMessageAt: "2026-11-16T11:00:00.000Z" }, false],
  ["#1042", { number: 1042 }, true],
] as const)("%s of a row with %j: %s", (typed, change, fits) => {
  expect(
    matches(parseFilter(typed), row({ ...change, tags: "tags" in change ? [...change.tags] : [] }), me, now),
  ).toBe(fits);
});

test("a name that nobody has is said, and finds nothing", () => {
  const filter = parseFilter("assignee:zork tag:refnd");
  expect(nameProblems(filter, me, new Set(["refund"]))).toEqual([
    { code: "unknown_name", key: "assignee", value: "zork" },
    { code: "unknown_name", key: "tag", value: "refnd" },
  ]);
  expect(matches(parseFilter("assignee:zork"), row({ assigneeId: null }), me, now)).toBe(false);
});

test("only a status that is asked for by itself takes the place of the view's", () => {
  expect(statusesOf(parseFilter("is:waiting,resolved"))).toEqual(["waiting", "resolved"]);
  expect(statusesOf(parseFilter("is:public"))).toBeNull();
  expect(statusesOf(parseFilter("-is:open"))).toBeNull();
  expect(statusesOf(parseFilter("is:open,unread"))).toBeNull();
  expect(statusesOf(parseFilter("is:open is:waiting"))).toEqual([]);
});
