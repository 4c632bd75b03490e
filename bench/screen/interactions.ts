import type { Page } from "@playwright/test";
import { percentile } from "../slices";
import { type Row, round } from "../table";
import type { Screen } from "./open";
import { expectNext, seen, told } from "./probe";

const frameMs = 1000 / 60;

/** The open thread is that of the row which is marked as open, and its words stand there. */
const threadIsThere = (not: string) => `(() => {
  const name = document.querySelector('section h2.type-zone')?.textContent;
  const author = document.querySelector('[role=log] article header span')?.textContent;
  return name && name !== ${JSON.stringify(not)} && author === name;
})()`;

/** From one conversation to the next by its key, with neighbours fetched beforehand. */
export async function nextByKey({ page }: Screen, times: number, delayMs: number): Promise<Row[]> {
  await page.locator("[data-row]").first().click();
  await page.locator("[role=log] article").first().waitFor();
  await told(page);
  for (let n = 0; n < times; n++) {
    await page.waitForTimeout(delayMs * 3 + 150);
    await expectNext(page, threadIsThere(await openName(page)));
    await page.keyboard.press("j");
    await seen(page);
  }
  const { painted, longTasks } = await told(page);
  return [
    {
      path: "next conversation by key, fetched beforehand, p50",
      ratio: percentile(painted, 0.5),
      unit: "ms",
      goal: { atMost: 20 },
      detail: `from the key to the painted thread, ${times} times, ${delayMs} ms of network; waits for the next of 60 frames a second included`,
    },
    {
      path: "next conversation by key, fetched beforehand, p95",
      ratio: percentile(painted, 0.95),
      unit: "ms",
      goal: { atMost: 50 },
      detail: `slowest ${round(Math.max(...painted))} ms; tasks over 50 ms: ${longTasks.length}`,
    },
  ];
}

/** A conversation that nobody fetched, by a click on its row. */
export async function coldThread({ page }: Screen, times: number, delayMs: number): Promise<Row> {
  await told(page);
  for (let n = 0; n < times; n++) {
    await page.locator("[role=list]").hover();
    await page.mouse.wheel(0, 60 * (7 + (n % 5)));
    await page.waitForTimeout(200);
    const before = await openName(page);
    const target = await page.evaluate(() => {
      const rows = [...document.querySelectorAll("[data-row]:not([aria-current])")].map((row) =>
        row.getBoundingClientRect(),
      );
      const row = rows.find(({ top }) => top > 450);
      return row ? { x: row.left + 120, y: row.top + 20 } : null;
    });
    if (!target) continue;
    await expectNext(page, threadIsThere(before));
    await page.mouse.click(target.x, target.y);
    await seen(page);
  }
  const { painted } = await told(page);
  return {
    path: `a thread that was not fetched, ${delayMs} ms of network, p95`,
    ratio: percentile(painted, 0.95),
    unit: "ms",
    goal: delayMs === 0 ? { atMost: 100 } : null,
    detail: `p50 ${round(percentile(painted, 0.5))} ms over ${times} clicks`,
  };
}

/** Assign to me, and resolve with the next one opening: how many frames pass without it. */
export async function acts({ page }: Screen, times: number): Promise<Row[]> {
  await told(page);
  for (let n = 0; n < times; n++) {
    await page.waitForTimeout(500);
    await expectNext(
      page,
      `document.querySelector('[aria-current=true] [class*=size]') !== null && [...document.querySelectorAll('[data-row][aria-current=true] .sr-only')].some((one) => /assigned/.test(one.textContent))`,
    );
    await page.keyboard.press("i");
    await seen(page);
    await page.waitForTimeout(500);
    await page.keyboard.press("z");
    await page.waitForTimeout(400);
  }
  const assigned = await told(page);
  for (let n = 0; n < times; n++) {
    await page.waitForTimeout(700);
    const number = await page.locator("[data-row][aria-current=true]").getAttribute("data-row");
    await expectNext(
      page,
      `!document.querySelector('[data-row="${number}"]') && ${threadIsThere(await openName(page))}`,
    );
    await page.keyboard.press("e");
    await seen(page);
  }
  const resolved = await told(page);
  return [
    line("assign, on screen after the key", assigned.painted, assigned.frames),
    line("resolve, on screen after the key, the next one open", resolved.painted, resolved.frames),
  ];
}

function line(path: string, painted: readonly number[], frames: readonly number[]): Row {
  return {
    path: `${path}: frames without it, p95`,
    ratio: percentile(frames, 0.95),
    unit: "frames",
    goal: { atMost: 1 },
    detail: `painted after p50 ${round(percentile(painted, 0.5))}, p95 ${round(percentile(painted, 0.95))} ms; a frame is ${round(frameMs)} ms`,
  };
}

export async function openName(page: Page): Promise<string> {
  return (
    (await page
      .locator("section h2.type-zone")
      .first()
      .textContent()
      .catch(() => "")) ?? ""
  );
}
