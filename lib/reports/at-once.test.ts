import { expect, test } from "vitest";
import { atOnce } from "./at-once";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("what is asked for at once is read once, and later again", async () => {
  let reads = 0;
  const read = atOnce(async (of: { day: string }) => {
    await turn();
    return `${of.day} ${++reads}`;
  });
  const first = [read({ day: "Mon" }), read({ day: "Mon" }), read({ day: "Tue" })];
  await turn();
  // The first is not back yet, and may speak of what was true before.
  const later = read({ day: "Mon" });
  expect(await Promise.all(first)).toEqual(["Mon 1", "Mon 1", "Tue 2"]);
  expect(await later).toBe("Mon 3");
});

test("a reading that fails fails for those who asked with it, and the next one tries again", async () => {
  let tries = 0;
  const read = atOnce(async () => {
    if (++tries === 1) throw new Error("gone");
    return tries;
  });
  const failed = await Promise.allSettled([read(), read()]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await turn();
  expect(await read()).toBe(2);
});
