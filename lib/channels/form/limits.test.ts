import { expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { openLimits, passLimit } from "./limits";
import { networkOf } from "./network";

testDatabase();

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
  ["[2001:0DB8:0001:0002::9]", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["not an address", "unknown"],
  [null, "unknown"],
])("%s is counted as %s", (peer, network) => {
  expect(networkOf(peer)).toBe(network);
});

test("the fourth message without JavaScript waits; one with work done passes; the neighbour is not counted", async () => {
  const limits = openLimits();
  for (let visit = 0; visit < 3; visit++) {
    expect(await passLimit(limits, "plain", "contact", "2001:db8::1")).toBeNull();
  }
  const wait = await passLimit(limits, "plain", "contact", "2001:db8::2");
  expect(wait).toBeGreaterThan(500);
  expect(wait).toBeLessThanOrEqual(600);
  expect(await passLimit(limits, "worked", "contact", "2001:db8::2")).toBeNull();
  expect(await passLimit(limits, "plain", "contact", "2001:db8:0:1::1")).toBeNull();
  expect(await passLimit(limits, "plain", "returns", "2001:db8::1")).toBeNull();
});
