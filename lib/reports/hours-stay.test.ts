import fc from "fast-check";
import { expect, test } from "vitest";
import type { Schedule } from "@/lib/clock/schedule";
import { alwaysOpen, hoursFor } from "@/lib/targets/pick";
import type { Rules } from "@/lib/targets/rules";
import { hoursStay } from "./hours-stay";

const moments = fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 5 });
const between = fc.tuple(fc.integer({ min: -5, max: 55 }), fc.nat(20), fc.nat(20));

test("where hours stay, whoever asks between the two moments gets the same", () => {
  fc.assert(
    fc.property(moments, moments, moments, between, (ofBrand, ofTeam, versions, [from, more, further]) => {
      const rules = rulesOf({ ofBrand, ofTeam, versions });
      const to = from + more + further;
      if (!hoursStay(rules, from, to)) return;
      for (const teamId of ["team", null]) {
        const first = hoursFor(rules, { brandId: "brand", teamId, at: from }).hours;
        expect(hoursFor(rules, { brandId: "brand", teamId, at: from + more }).hours).toBe(first);
      }
    }),
    { numRuns: 2_000 },
  );
});

function rulesOf(lists: { ofBrand: number[]; ofTeam: number[]; versions: number[] }): Rules {
  const newestFirst = (list: readonly number[]) => list.toSorted((a, b) => b - a);
  const uses = (list: readonly number[]) => newestFirst(list).map((from) => ({ from, scheduleId: "hours" }));
  const hours = (): Schedule => ({ ...alwaysOpen });
  return {
    targets: [],
    uses: new Map([
      ["brand", uses(lists.ofBrand)],
      ["team", uses(lists.ofTeam)],
    ]),
    versions: new Map([["hours", newestFirst(lists.versions).map((from) => ({ from, hours: hours() }))]]),
    hasTags: false,
    hasBands: false,
    readAt: 0,
  };
}
