import { existsSync } from "node:fs";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/access";
import { addOpenConversations } from "../grow";
import { type Place, withDatabase } from "../place";
import { freePort } from "../processes";
import { up } from "../serve-built";
import { signIn } from "../signed-in";
import { percentile, type Size } from "../slices";
import { type Row, round } from "../table";
import { arrivalsAt } from "./arrivals";
import { flood } from "./flood";
import { acts, coldThread, nextByKey } from "./interactions";
import { openBrowser, openScreen, type Screen } from "./open";
import { type Told, told } from "./probe";
import { scrollList } from "./scroll";
import { within } from "./within";

const delayMs = 100;

/** The desk in a real browser, the built product behind a line of 100 ms. */
export async function measureScreen(size: Size): Promise<Row[]> {
  if (!existsSync("dist/server.mjs") || !existsSync(".next/.avant-build")) {
    return [
      { path: "the desk in a browser", ratio: null, goal: null, detail: "needs the build: npm run build" },
    ];
  }
  const count = size === "ci" ? 300 : 10_000;
  return withDatabase(4, async (place) => {
    await addOpenConversations(place, count);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const server = await up(
      [process.execPath, "scripts/start.mjs"],
      { PORT: String(port), HOST: "127.0.0.1", APP_URL: url, DEMO: "on", DATABASE_URL: place.url },
      `${url}/health`,
      {},
    );
    try {
      return await measured(size, place, url, count);
    } finally {
      await server.stop();
    }
  });
}

async function measured(size: Size, place: Place, url: string, count: number): Promise<Row[]> {
  const times = size === "ci" ? 3 : size === "full" ? 120 : 40;
  const browser = await openBrowser();
  const arrivals = arrivalsAt(place);
  const { authorization } = await signIn(place.admin);
  const ask = async (path: string) =>
    (await fetch(`${url}/api/v1${path}`, { headers: { authorization } })).text();
  const rows: Row[] = [];
  const add = async (seconds: number, part: string, work: () => Promise<Row | Row[]>) => {
    for (const row of await within(size === "full" ? seconds * 3 : seconds, part, work)) {
      rows.push(row);
      console.log(`  ${row.path}: ${row.ratio === null ? "not measured" : round(row.ratio)}`);
    }
  };
  const isCi = size === "ci";
  try {
    const screen = await openScreen(browser, url, place.admin, delayMs);
    await screen.page.waitForTimeout(1_500);
    await add(5, "first paint", async () => firstPaint(await told(screen.page), count));
    await add(60, "next by key", () => nextByKey(screen, times, delayMs));
    await add(40, "cold thread", () => coldThread(screen, Math.ceil(times / 2), delayMs));
    await add(60, "acts", () => acts(screen, Math.ceil(times / 4)));
    await add(40, "busy desk", () => busyDesk(screen, arrivals, isCi ? 2 : 15));
    await screen.close();

    const near = await openScreen(browser, url, place.admin, 0);
    await near.page.locator("[data-row]").first().click();
    await add(40, "cold thread", () => coldThread(near, Math.ceil(times / 2), 0));
    await add(150, "scrolling", () => scrollList(browser, near, count, isCi ? 1 : 5));
    await near.close();

    const one = await openScreen(browser, url, place.admin, 0);
    const other = await openScreen(browser, url, await colleague(place), 0);
    await add(120, "flood", () => flood(size, one, other, arrivals, ask));
    await one.close();
    await other.close();
    return rows;
  } finally {
    await arrivals.stop();
    await browser.close();
  }
}

function firstPaint({ lcp, cls }: Told, count: number): Row[] {
  return [
    {
      path: `largest paint of the queue, ${count} open`,
      ratio: lcp,
      unit: "ms",
      goal: null,
      detail: `${delayMs} ms of network, nothing in the browser's cache`,
    },
    { path: "layout shift of the queue", ratio: cls, unit: "", goal: { atMost: 0.02 }, detail: "CLS" },
  ];
}

/** Somebody walks on by key while ten things a second happen. */
async function busyDesk(
  { page }: Screen,
  arrivals: ReturnType<typeof arrivalsAt>,
  seconds: number,
): Promise<Row> {
  await told(page);
  let isOver = false;
  const flooding = arrivals.flood(10, seconds).finally(() => {
    isOver = true;
  });
  for (let n = 0; !isOver; n++) {
    await page.keyboard.press(n % 5 === 4 ? "k" : "j");
    await page.waitForTimeout(400);
  }
  await flooding;
  const { longTasks, interactions } = await told(page);
  return {
    path: "INP while ten things a second happen, p75",
    ratio: Math.max(16, percentile(interactions, 0.75) || 16),
    unit: "ms",
    goal: { atMost: 100 },
    detail: `over ${interactions.length} keys that took 16 ms or more; tasks over 50 ms: ${longTasks.length}${longTasks.length > 0 ? `, longest ${round(Math.max(...longTasks))}` : ""}`,
  };
}

async function colleague(place: Place): Promise<Actor> {
  const found = await db.execute<{ id: string; name: string }>(
    sql`select id, name from agents where role = 'manager' limit 1`,
  );
  const { id, name } = found.rows[0]!;
  return { ...place.admin, id, name, role: "manager" };
}
