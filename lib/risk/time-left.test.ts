import fc from "fast-check";
import { expect, test } from "vitest";
import { patiences, type Signal, shippedModel, signals } from "./model";
import { chanceWithin, hazardAt, multiplierOf, type Phase, timeLeft } from "./time-left";

const hour = 3_600_000;
const now = Date.parse("2026-11-23T09:42:00Z");

const nothing = phaseOf([]).known;

const phases = fc
  .record({
    patience: fc.constantFrom(...patiences),
    waited: fc.double({ min: 0, max: 400, noNaN: true }),
    known: fc.subarray([...signals]),
  })
  .map(({ patience, waited, known }) => ({
    ...phaseOf(known),
    patience,
    waitingSince: now - waited * hour,
  }));

test("a calm question by mail has days, a second complaint with a threat has hours", () => {
  expect(timeLeft(shippedModel, phaseOf([]), now).hours).toBeGreaterThan(5 * 24);
  const pressed = timeLeft(shippedModel, phaseOf(["complaint", "threat", "unanswered"]), now).hours;
  expect(pressed).toBeLessThan(16);
  expect(pressed).toBeGreaterThan(1);
});

test("after the hours that are left, exactly the budget of risk has been added", () => {
  fc.assert(
    fc.property(phases, (phase) => {
      const { hours } = timeLeft(shippedModel, phase, now);
      expect(chanceWithin(shippedModel, phase, now, hours)).toBeCloseTo(shippedModel.budget, 9);
    }),
  );
});

test("nothing that is known gives anybody more time", () => {
  fc.assert(
    fc.property(phases, fc.constantFrom(...signals), (phase, signal) => {
      const knowing = { ...phase, known: { ...phase.known, [signal]: true } };
      expect(timeLeft(shippedModel, knowing, now).hours).toBeLessThanOrEqual(
        timeLeft(shippedModel, phase, now).hours + 1e-9,
      );
    }),
  );
});

test("until the moment it names, the hours left stay what they are, but for a twentieth where they drift", () => {
  fc.assert(
    fc.property(phases, fc.double({ min: 0, max: 1, noNaN: true }), (phase, part) => {
      const { hours, validUntil } = timeLeft(shippedModel, phase, now);
      expect(validUntil).toBeGreaterThan(now);
      if (!Number.isFinite(validUntil)) return;
      const before = now + (validUntil - now) * part * 0.999;
      const later = timeLeft(shippedModel, phase, before).hours;
      expect(Math.abs(later - hours)).toBeLessThanOrEqual(hours * 0.2 + 1e-6);
    }),
  );
});

test("threats upon threats do not multiply without end", () => {
  expect(multiplierOf(shippedModel, phaseOf([...signals]).known)).toBe(50);
});

test("the chance for one hour follows the clock of waiting, in multiples of the channel's patience", () => {
  const at = (waited: number) =>
    hazardAt(shippedModel, { patience: "email", waitingSince: now - waited * hour, known: nothing }, now) /
    shippedModel.levelPerHour;
  expect([1, 13, 30, 60, 100, 300].map(at).map((value) => Math.round(value * 100) / 100)).toEqual([
    0.37, 0.6, 1, 1.35, 1.35, 1,
  ]);
});

test("the same wait presses sooner in a direct message than in a mail", () => {
  const waited = { waitingSince: now - 3 * hour, known: phaseOf(["complaint"]).known };
  expect(timeLeft(shippedModel, { patience: "directMessage", ...waited }, now).hours).toBeLessThan(
    timeLeft(shippedModel, { patience: "email", ...waited }, now).hours,
  );
});

function phaseOf(known: readonly Signal[]): Phase {
  const is = (signal: Signal) => known.includes(signal);
  return {
    patience: "email",
    waitingSince: now,
    known: {
      complaint: is("complaint"),
      threat: is("threat"),
      anger: is("anger"),
      urgent: is("urgent"),
      unanswered: is("unanswered"),
      unansweredAgain: is("unansweredAgain"),
      recoveryFailed: is("recoveryFailed"),
      lapsed: is("lapsed"),
      publicProfile: is("publicProfile"),
    },
  };
}
