import { expect, test } from "vitest";
import { bandOf } from "./bands";
import { type Signal, shippedModel } from "./model";
import { isOldestsTurn, type Ranked, rankOf, sortByTimeLeft } from "./order";
import { timeLeft } from "./time-left";

const now = Date.parse("2026-11-23T09:42:00Z");
const hour = 3_600_000;

test("danger to people comes first, however calmly they wrote, then what people pinned, then the least time", () => {
  const odile = row("odile", { isSafety: true, waited: 1 });
  const claire = row("claire", {
    known: ["complaint", "threat", "unanswered", "recoveryFailed"],
    waited: 30,
  });
  const pinned = row("pinned", { pin: -1 });
  const paul = row("paul", { waited: 66 });
  const later = row("later", { pin: 1, known: ["complaint", "threat", "anger"], waited: 99 });
  const order = sortByTimeLeft(shippedModel, [later, paul, claire, pinned, odile], now);
  expect(order.map(({ id }) => id)).toEqual(["odile", "pinned", "claire", "paul", "later"]);
});

test("a threat alone does not win over somebody who was left without an answer twice", () => {
  const marek = row("marek", { known: ["complaint", "urgent", "unanswered"], waited: 20 });
  const lucie = row("lucie", { known: ["threat"], waited: 20 });
  expect(sortByTimeLeft(shippedModel, [lucie, marek], now)[0]?.id).toBe("marek");
});

test("a target or a promise can only pull the time forward", () => {
  const calm = row("giulia", {});
  const patience = timeLeft(shippedModel, calm.phase, now);
  const hoursWith = (at: { targetAt: number | null; promiseAt: number | null }) =>
    rankOf(patience, at, now).hours;
  expect(hoursWith({ targetAt: null, promiseAt: null })).toBe(patience.hours);
  expect(hoursWith({ targetAt: now + 9 * hour, promiseAt: now + 5 * hour })).toBe(5);
  expect(hoursWith({ targetAt: now + 9_000 * hour, promiseAt: null })).toBe(patience.hours);
});

test("every fifth pick is the oldest's turn", () => {
  expect([0, 1, 2, 3, 4, 5, 9].filter(isOldestsTurn)).toEqual([4, 9]);
});

test("bands are named by their hours", () => {
  expect([0, 1, 2, 24, 25, 168, 169].map(bandOf)).toEqual([
    "now",
    "now",
    "today",
    "today",
    "week",
    "week",
    "calm",
  ]);
});

function row(
  id: string,
  is: { known?: readonly Signal[]; waited?: number; pin?: -1 | 0 | 1; isSafety?: boolean },
): Ranked {
  const known = is.known ?? [];
  return {
    id,
    isSafety: is.isSafety ?? false,
    pin: is.pin ?? 0,
    targetAt: null,
    promiseAt: null,
    phase: {
      patience: "email",
      waitingSince: now - (is.waited ?? 0) * hour,
      known: {
        complaint: known.includes("complaint"),
        threat: known.includes("threat"),
        anger: known.includes("anger"),
        urgent: known.includes("urgent"),
        unanswered: known.includes("unanswered"),
        unansweredAgain: known.includes("unansweredAgain"),
        recoveryFailed: known.includes("recoveryFailed"),
        lapsed: known.includes("lapsed"),
        publicProfile: known.includes("publicProfile"),
      },
    },
  };
}
