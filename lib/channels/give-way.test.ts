import { expect, test } from "vitest";
import { giveWay, noteArrivals } from "./give-way";

async function restAfter(workedMs: number): Promise<number> {
  const begun = performance.now();
  await giveWay(workedMs);
  return performance.now() - begun;
}

test("without a rush reading never rests", async () => {
  noteArrivals(1);
  expect(await restAfter(100)).toBeLessThan(40);
});

test("reading rests until the rush is over", async () => {
  noteArrivals(16);
  const rested = await restAfter(400);
  expect(rested).toBeGreaterThan(40);
  expect(rested).toBeLessThan(1_200);
});

test("in a rush that does not end reading goes on after three times its own work", async () => {
  const knocking = setInterval(() => noteArrivals(16), 5);
  noteArrivals(16);
  const rested = await restAfter(60);
  clearInterval(knocking);
  expect(rested).toBeGreaterThan(150);
  expect(rested).toBeLessThan(10_000);
});
