import { expect, test } from "vitest";
import { hoursFor, pickTarget, type Traits } from "./pick";
import type { Rules, Target } from "./rules";

const [brandId, channelId, tagId, teamId] = ["brand", "channel", "tag", "team"];
const of: Traits = { brandId, channelId, teamId, pin: -1, tagIds: [tagId], band: "now" };

function rules(...targets: Array<Partial<Target>>): Rules {
  return {
    targets: targets.map((one, place) => ({
      id: String(place),
      kind: "first_response",
      brandId: null,
      channelId: null,
      pin: null,
      tagId: null,
      band: null,
      seconds: 3600,
      warnSeconds: null,
      escalateAgentId: null,
      escalateTeamId: null,
      isHandedOver: false,
      from: 0,
      until: Number.POSITIVE_INFINITY,
      ...one,
    })),
    uses: new Map(),
    versions: new Map(),
    hasTags: true,
    hasBands: true,
    readAt: 0,
  };
}
const picked = (...targets: Array<Partial<Target>>) =>
  pickTarget(rules(...targets), "first_response", 10, of)?.id ?? null;

test("the target that names more holds, also when it is the longer one", () => {
  expect(picked({ seconds: 60 }, { brandId })).toBe("1");
  expect(picked({ brandId }, { channelId, seconds: 7200 })).toBe("1");
  expect(picked({ channelId }, { channelId, tagId }, { channelId, tagId, band: "now" })).toBe("2");
  expect(picked({ brandId, pin: -1, tagId, seconds: 7200 }, { channelId, seconds: 60 })).toBe("0");
});

test("of two that name as much the shorter one holds", () => {
  expect(picked({ tagId, seconds: 7200 }, { band: "now", seconds: 3600 })).toBe("1");
  expect(picked({ channelId, seconds: 7200 }, { tagId, seconds: 600 })).toBe("1");
  expect(picked({ channelId, seconds: 600 }, { tagId, seconds: 7200 })).toBe("0");
});

test("a target for something else does not hold, nor one that began later or is over", () => {
  expect(picked({ tagId: "other" }, { pin: 0 }, { band: "calm" }, { channelId: "other" })).toBeNull();
  expect(picked({ from: 11 }, { until: 10 }, { kind: "resolution" })).toBeNull();
  expect(picked({ from: 10, until: 11 })).toBe("0");
});

test("a team's own opening hours win over its brand's, each as it counted at that moment", () => {
  const day = (from: string): [string, string][] => [[from, "18:00"]];
  const hours = (from: string) => ({
    zone: "Europe/Paris",
    week: {
      mon: day(from),
      tue: day(from),
      wed: day(from),
      thu: day(from),
      fri: day(from),
      sat: [],
      sun: [],
    },
    exceptions: [],
  });
  const [nine, ten, eleven] = [hours("09:00"), hours("10:00"), hours("11:00")];
  const all: Rules = {
    ...rules(),
    uses: new Map([
      [brandId, [{ from: Number.NEGATIVE_INFINITY, scheduleId: "of brand" }]],
      [
        teamId,
        [
          { from: 100, scheduleId: "of team" },
          { from: 0, scheduleId: null },
        ],
      ],
    ]),
    versions: new Map([
      ["of brand", [{ from: 0, hours: nine }]],
      [
        "of team",
        [
          { from: 200, hours: eleven },
          { from: 50, hours: ten },
        ],
      ],
    ]),
  };
  const at = (moment: number) => hoursFor(all, { brandId, teamId, at: moment });
  expect(at(50)).toMatchObject({ of: "brand", hours: nine });
  expect(at(150)).toMatchObject({ of: "team", hours: ten });
  expect(at(250)).toMatchObject({ of: "team", hours: eleven });
  expect(hoursFor(all, { brandId: "another", teamId: null, at: 50 })).toMatchObject({
    of: "nobody",
    id: null,
  });
});
