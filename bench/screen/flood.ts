import { inFlight, type Size } from "../slices";
import { type Row, round } from "../table";
import type { Arrivals } from "./arrivals";
import type { Screen } from "./open";
import { told } from "./probe";

type Ask = (path: string) => Promise<string>;

/**
 * Two agents at one queue while customers write faster than anybody can read. One has a conversation open, the other
 * the pointer and the focus on a row; neither may lose their place, and in the end both lists are the server's.
 */
export async function flood(
  size: Size,
  one: Screen,
  other: Screen,
  arrivals: Arrivals,
  ask: Ask,
): Promise<Row[]> {
  const seconds = size === "ci" ? 3 : 30;
  await one.page.locator("[data-row]").nth(4).click();
  await one.page.locator("[role=log] article").first().waitFor();
  const row = other.page.locator("[data-row]").nth(5);
  await row.hover();
  await row.focus();
  await settle(1_500);
  const [heapOne, heapOther] = [await heap(one), await heap(other)];
  await Promise.all([told(one.page), told(other.page)]);
  const [placeOne, placeOther] = [await placeOf(one), await placeOf(other)];

  let jumps = 0;
  let looks = 0;
  const flooding = arrivals.flood(50, seconds);
  let isOver = false;
  void flooding.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await settle(250);
    looks += 2;
    if ((await placeOf(one)) !== placeOne) jumps += 1;
    if ((await placeOf(other)) !== placeOther) jumps += 1;
  }
  const count = await flooding;
  await settle(2_500);
  const [tasksOne, tasksOther] = [await told(one.page), await told(other.page)];
  const long = [...tasksOne.longTasks, ...tasksOther.longTasks];
  const [grownOne, grownOther] = [(await heap(one)) / heapOne, (await heap(other)) / heapOther];
  const stale = await staleRows([one, other], ask, size === "ci" ? 40 : 150);
  return [
    {
      path: `flood, ${count} arrivals in ${seconds} s: rows or focus that moved`,
      ratio: jumps,
      unit: "times",
      goal: { atMost: 0 },
      detail: `the open row of one agent, the focused and pointed row of the other, looked at ${looks} times`,
    },
    {
      path: "flood: rows that are not as the server has them in the end",
      ratio: stale.wrong,
      unit: "rows",
      goal: { atMost: 0 },
      detail: `${stale.compared} rows compared on two screens, in their order, after the pill was opened`,
    },
    {
      path: "flood: longest task",
      ratio: Math.max(0, ...long),
      unit: "ms",
      goal: { atMost: 50 },
      detail: `${long.length} tasks over 50 ms on two screens of one machine that also runs the server`,
    },
    {
      path: "flood: memory of a tab after it, against before",
      ratio: Math.max(grownOne, grownOther),
      goal: { atMost: 1.5 },
      detail: `${round(heapOne / 1e6)} and ${round(heapOther / 1e6)} MB before, collected; what arrived stays in memory`,
    },
  ];
}

/** What stands where the reader is: the open and the focused row, and how far down they are. */
function placeOf({ page }: Screen): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement?.closest("[data-row]");
    const open = document.querySelector("[data-row][aria-current=true]");
    return [focused, open]
      .map(
        (row) => row && `${row.getAttribute("data-row")} at ${Math.round(row.getBoundingClientRect().top)}`,
      )
      .join(", ");
  });
}

async function heap({ context, page }: Screen): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

async function staleRows(
  screens: Screen[],
  ask: Ask,
  compared: number,
): Promise<{ wrong: number; compared: number }> {
  const [first, second] = await truth(ask);
  let wrong = 0;
  await inFlight(1, screens, async ({ page }) => {
    await page.mouse.move(900, 10);
    await page.keyboard.press("Escape");
    await page
      .locator("[data-pill]")
      .click({ timeout: 2_000 })
      .catch(() => {});
    await settle(600);
    const shown = await walk(page, compared);
    for (const [index, row] of [...first, ...second].slice(0, compared).entries()) {
      if (shown.get(index + 1) !== row) wrong += 1;
    }
  });
  return { wrong, compared: compared * screens.length };
}

async function truth(ask: Ask): Promise<[string[], string[]]> {
  const page = JSON.parse(await ask("/conversations?limit=100"));
  const next = JSON.parse(await ask(`/conversations?limit=100&cursor=${page.next}`));
  const line = (row: { number: number; customerName: string }) => `${row.number} ${row.customerName}`;
  return [page.items.map(line), next.items.map(line)];
}

/** Every row from the top, by its place: only what is in sight is drawn. */
async function walk(page: Screen["page"], compared: number): Promise<Map<number, string>> {
  const shown = new Map<number, string>();
  for (let top = 0; shown.size < compared + 20 && top < 20_000; top += 500) {
    await page.evaluate((to) => document.querySelector("[role=list]")?.parentElement?.scrollTo(0, to), top);
    await settle(120);
    const drawn = await page.evaluate(() =>
      [...document.querySelectorAll("[data-line]")].map((row) => ({
        place: Number(row.getAttribute("aria-posinset")),
        line: `${row.getAttribute("data-line")} ${row.querySelector("[dir=auto]")?.textContent}`,
      })),
    );
    for (const { place, line } of drawn) shown.set(place, line);
  }
  return shown;
}

function settle(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
