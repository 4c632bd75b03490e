import { expect, test } from "vitest";
import type { TargetView } from "@/lib/targets/list-targets";
import { oneTarget } from "./target-line";

const everything = { channelId: null, brandId: null, clock: "business" } as const;
const house = target({ seconds: 7_200 });
const mail = target({ channelId: "mail", seconds: 14_400 });

test("the target of the house stands where nothing else holds", () => {
  expect(oneTarget([house], "first_response", everything)).toBe(7_200);
  expect(oneTarget([house], "resolution", everything)).toBeNull();
});

test("where a channel has its own, only that channel has a line", () => {
  expect(oneTarget([house, mail], "first_response", everything)).toBeNull();
  expect(oneTarget([house, mail], "first_response", { ...everything, channelId: "mail" })).toBe(14_400);
});

test("no line for what is over, for some only, or on the customer's own watch", () => {
  expect(
    oneTarget([target({ validUntil: "2026-01-01T00:00:00Z" })], "first_response", everything),
  ).toBeNull();
  expect(oneTarget([target({ band: "now" })], "first_response", everything)).toBeNull();
  expect(oneTarget([house], "first_response", { ...everything, clock: "wall" })).toBeNull();
});

function target(given: Partial<TargetView>): TargetView {
  return {
    id: "one",
    kind: "first_response",
    brandId: null,
    channelId: null,
    scopeName: null,
    pin: null,
    tagId: null,
    tagName: null,
    band: null,
    seconds: 3_600,
    warnSeconds: null,
    escalateAgentId: null,
    escalateTeamId: null,
    escalateName: null,
    isHandedOver: false,
    validFrom: "2025-01-01T00:00:00Z",
    validUntil: null,
    by: null,
    ...given,
  };
}
