import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outcomeOf } from "@/lib/commitments/outcome";
import { causeOf } from "@/lib/leaks/cause";
import { percentile } from "@/lib/reports/percentile";
import { wilson } from "@/lib/reports/wilson";
import { medianWithWaiting } from "@/lib/reports/with-waiting";
import { poissonInterval } from "@/lib/risk/calibration";
import { expectedAt } from "@/lib/spikes/expect";
import { tailOf } from "@/lib/spikes/tail";
import { hoursFor } from "@/lib/targets/pick";
import en from "@/messages/en.json";
import { deriveFacts } from "./derive";
import type { Fact, Tally } from "./fact";
import { history, ids, iso, testRules } from "./test-history";

const doc = readFileSync("docs/metrics.md", "utf8");
const later = testRules("2026-02-20T12:00:00Z");
const hour = 3_600;

type Log = ReturnType<typeof history>;

function of(kind: Fact["kind"], log: Log, now = later): Fact[] {
  return deriveFacts(log.events, now).facts.filter((fact) => fact.kind === kind);
}

function sum(tally: Tally, log: Log): number {
  return deriveFacts(log.events, later).counts.reduce((all, count) => all + count[tally], 0);
}

/** The worked example under a heading, on one line. */
function example(key: string): string {
  const part = doc.split(`\n## ${key}\n`)[1]?.split("\n## ")[0] ?? "";
  return part
    .split("\n")
    .filter((line) => line.startsWith("> "))
    .map((line) => line.slice(2))
    .join(" ");
}

test("every figure that a page explains has its definition and a worked example here", () => {
  for (const [key, said] of Object.entries(en.metrics)) {
    if (typeof said !== "object" || !("text" in said)) continue;
    expect(doc, key).toContain(`\n## ${key}\n`);
    expect(example(key), key).not.toBe("");
  }
});

test("the examples of response and wait are right", () => {
  const friday = history();
  friday.opens("2026-01-09T17:58");
  friday.answers("2026-01-12T09:04", "r1");
  expect(of("response", friday)).toMatchObject([{ business: 6 * 60, wall: 63 * hour + 6 * 60 }]);
  expect(example("first_response")).toContain("6 minutes of opening hours, 63 h 6 min of all hours");

  const bumped = history();
  bumped.opens("2026-01-12T09:00");
  bumped.writes("2026-01-12T11:00");
  expect(of("wait", bumped, testRules("2026-01-12T11:00:00Z"))).toMatchObject([
    { toAt: null, fromAt: Date.parse(iso("2026-01-12T09:00")) },
  ]);
  bumped.answers("2026-01-12T12:00", "r1");
  expect(of("wait", bumped)).toMatchObject([{ wall: 3 * hour }]);
  expect(sum("answered", bumped)).toBe(1);
  const bounce = { status: "open", waiting_since: iso("2026-01-12T09:00") };
  bumped.add("2026-01-12T13:00", "reply.failed", bounce, { actorKind: "system", messageId: "r1" });
  bumped.answers("2026-01-12T15:00", "r2");
  expect(of("wait", bumped).map(({ wall }) => wall)).toEqual([6 * hour]);
  expect(example("next_response")).toMatch(/one wait of 3 h\..*one wait of 6 h/);
});

test("the examples of resolution, handling and reopening are right", () => {
  const log = history();
  log.opens("2026-01-12T09:00");
  log.answers("2026-01-12T10:00", "r1");
  log.writes("2026-01-13T09:00");
  log.answers("2026-01-13T10:00", "r2");
  log.resolves("2026-01-13T12:00");
  const [done] = of("resolution", log);
  expect(example("resolution")).toContain(
    `${(done?.wall ?? 0) / hour} h in all, ${(done?.theirWall ?? 0) / hour} h of them their turn`,
  );
  expect(example("resolution")).toContain(
    `in opening hours ${(done?.business ?? 0) / hour} h and ${(done?.theirBusiness ?? 0) / hour} h`,
  );

  const long = history();
  long.opens("2026-01-12T09:00");
  long.replies("2026-01-12T10:00", "r1", { handled_seconds: 95 });
  long.arrives("2026-01-12T10:00:11", "r1");
  long.replies("2026-01-12T12:00", "r2", { handled_seconds: 9_000 });
  long.arrives("2026-01-12T12:00:11", "r2");
  expect(of("handling", long).map(({ wall }) => wall)).toEqual([95, 3_600]);
  expect(example("handling")).toContain("95 s and 3,600 s");

  const again = history();
  again.opens("2026-01-12T09:00");
  again.answers("2026-01-12T09:30", "r1");
  again.resolves("2026-01-12T10:00");
  again.reopens("2026-01-26T09:00");
  again.writes("2026-01-26T09:00");
  again.answers("2026-01-26T09:30", "r2");
  again.resolves("2026-01-26T10:00");
  expect(of("resolution", again).map(({ wall }) => wall)).toEqual([hour, hour]);
  expect(sum("reopened", again)).toBe(1);
});

test("the examples of medians and shares are right", () => {
  const minutes = (list: number[]) => list.map((each) => each * 60);
  expect(medianWithWaiting(minutes([10, 20, 30]), minutes([25])).median).toBe(20 * 60);
  expect(medianWithWaiting(minutes([10, 20, 30]), minutes([25, 25, 25])).median).toBe(30 * 60);
  expect(medianWithWaiting(minutes([10]), minutes([60, 60]))).toMatchObject({
    median: null,
    atLeast: 60 * 60,
  });
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9);
  expect(percentile([10, 20, 30, 40], 0.5)).toBe(20);
  for (const [key, hits, n] of [
    ["leak_rate", 3, 60],
    ["linked", 60, 240],
    ["told", 3, 1000],
    ["kept", 18, 20],
    ["csat", 45, 50],
  ] as const) {
    const { low, high } = wilson(hits, n);
    const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
    expect(example(key)).toContain(
      `${hits} of ${n}: ${Number(((hits / n) * 100).toFixed(1))} %, between ${percent(low)} and ${percent(high)}`,
    );
  }
  expect((12 * 300) / hour).toBe(1);
});

test("the examples of what went public, promises, spikes and the order are right", () => {
  const { hours } = hoursFor(later.opening, {
    brandId: ids.brand,
    teamId: null,
    at: Date.parse(iso("2026-01-09T17:58")),
  });
  const told = {
    toldAt: new Date(iso("2026-01-09T17:58")),
    answeredAt: null,
    schedule: hours,
    servedLater: 1,
  };
  expect(causeOf({ ...told, postedAt: new Date(iso("2026-01-10T12:00")) })).toBe("closed_hours");
  expect(
    outcomeOf({
      state: "kept",
      dueAt: new Date(iso("2026-01-12T18:00")),
      closedAt: new Date(iso("2026-01-12T12:00")),
      brokenAt: new Date(iso("2026-01-09T18:00")),
    }),
  ).toBe("kept_late");
  const weeks = Array.from({ length: 13 * 168 }, () => 4);
  const usual = expectedAt({ counts: weeks, flagged: weeks.map(() => false) }, 12 * 168);
  expect(usual?.mean).toBeCloseTo(4, 6);
  expect(tailOf(20, usual?.mean ?? 0, usual?.dispersions[0] ?? 1)).toBeLessThan(1e-4);
  expect(example("expected")).toContain("4 are expected");
  expect(poissonInterval(10).map((each) => each.toFixed(1))).toEqual(["4.8", "18.4"]);
  expect(example("said_came")).toBe("10 came: between 4.8 and 18.4.");
  expect((2 / 3).toFixed(2)).toBe("0.67");
});

test("the examples of targets, closing and counting are right", () => {
  const due = { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" };
  const missed = (answeredAt: string) => {
    const log = history();
    log.opens("2026-01-12T09:00", due);
    log.answers(answeredAt, "r1");
    return of("response", log)[0]?.missed;
  };
  expect(missed("2026-01-12T12:59")).toBe(null);
  expect(missed("2026-01-12T14:00")).toBe("nobody_had_it");

  const closed = history();
  closed.opens("2026-01-12T09:00");
  closed.resolves("2026-01-12T10:00", { waiting_since: null });
  expect(of("wait", closed)).toMatchObject([{ ending: "closed", wall: hour }]);
  expect([sum("closed", closed), sum("answered", closed)]).toEqual([1, 0]);

  const three = history();
  three.opens("2026-01-12T09:00");
  three.writes("2026-01-12T09:30");
  three.answers("2026-01-12T10:00", "r1");
  three.writes("2026-01-12T11:00", { status: "waiting", quiet: true });
  expect([sum("received", three), sum("opened", three), sum("answered", three)]).toEqual([3, 1, 1]);
  expect([sum("asked", three), example("asked")]).toEqual([1, "A question, a bump and a thank-you: 1."]);
  expect(of("response", three)).toMatchObject([{ wroteAgain: false }]);
  three.writes("2026-01-15T09:59");
  expect(of("response", three)).toMatchObject([{ wroteAgain: true }]);

  const day = (n: number) => `2026-01-1${n}T`;
  const cycles = [null, `${day(2)}15:00`, `${day(3)}15:00`].map((end) => {
    const log = history();
    log.opens(`${day(2)}09:00`);
    if (end) log.resolves(end);
    return of("resolution", log)[0];
  });
  const openAt = (at: string) =>
    cycles.filter((cycle) => cycle && (cycle.toAt === null || cycle.toAt > Date.parse(iso(at)))).length;
  expect([openAt("2026-01-13T00:00"), openAt("2026-01-14T00:00")]).toEqual([2, 1]);
});
