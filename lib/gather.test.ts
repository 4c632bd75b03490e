import { expect, test } from "vitest";
import { gathering } from "./gather";

const one = { most: 3, weight: () => 1 };
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

test("the first goes at once, the others together, no more at a time than allowed", async () => {
  const lots: number[][] = [];
  const ask = gathering(async (inputs: number[]) => {
    lots.push(inputs);
    await pause(5);
    return inputs.map((n) => n * 2);
  }, one);
  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10]);
  expect(lots).toEqual([[1], [2, 3, 4], [5]]);
  expect(await ask(6)).toBe(12);
});

test("what the database refuses of one fails alone, and its neighbours get their answers", async () => {
  const ask = gathering(async (inputs: string[]) => {
    await pause(1);
    if (inputs.includes("bad"))
      throw new Error("failed query", { cause: Object.assign(new Error("no"), { code: "23514" }) });
    return inputs.map((word) => word.toUpperCase());
  }, one);
  const [first, good, bad, last] = await Promise.allSettled(["first", "good", "bad", "last"].map(ask));
  expect([first, good, last].map((each) => each?.status === "fulfilled" && each.value)).toEqual([
    "FIRST",
    "GOOD",
    "LAST",
  ]);
  expect(bad?.status).toBe("rejected");
});

test("when the database is away everybody hears it once, and who comes later is heard again", async () => {
  let calls = 0;
  let isAway = true;
  const ask = gathering(async (inputs: number[]) => {
    calls++;
    await pause(1);
    if (isAway) throw Object.assign(new Error("terminated"), { code: "57P01" });
    return inputs;
  }, one);
  const answers = await Promise.allSettled([1, 2, 3, 4].map(ask));
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
  expect(calls).toBe(2);
  isAway = false;
  expect(await ask(5)).toBe(5);
});

test("a heavy one does not take others with it", async () => {
  const lots: number[][] = [];
  const ask = gathering(
    async (inputs: number[]) => {
      lots.push(inputs);
      await pause(1);
      return inputs;
    },
    { most: 10, weight: (n) => n },
  );
  await Promise.all([1, 4, 9, 3].map(ask));
  expect(lots).toEqual([[1], [4], [9], [3]]);
});
