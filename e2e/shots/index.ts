// `npm run shots`: pictures of the screens, to be looked at. Words given as arguments choose scenes by their names;
// --out says the folder, --url takes a product that runs already instead of starting one on the demo data.
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { findChromium } from "@/scripts/chromium.mjs";
import { dataFolder, startProduct } from "../support/product";
import { type Look, type Scene, scenes } from "./scenes";

const { values, positionals } = parseArgs({
  options: { out: { type: "string" }, url: { type: "string" } },
  allowPositionals: true,
});
const folder = resolve(values.out ?? join(tmpdir(), "avant-shots"));
mkdirSync(folder, { recursive: true });

const data = values.url ? null : dataFolder("avant-shots-data-");
const product = data ? await startProduct({ dataDir: data.path, env: { DEMO: "on" } }) : null;
const baseURL = values.url ?? product?.url ?? "";
const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const seats = new Map<string, BrowserContextOptions["storageState"]>();
let taken = 0;
let missed = 0;

try {
  const wanted = scenes.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  for (const scene of wanted) for (const look of scene.looks) await shoot(scene, look);
} finally {
  await browser.close();
  await product?.stop();
  data?.remove();
}
console.log(`${taken} pictures in ${folder}${missed > 0 ? `, ${missed} missed` : ""}`);
process.exitCode = missed > 0 ? 1 : 0;

/** One picture; a scene that cannot be set is named and left out, so that the others still come. */
async function shoot(scene: Scene, look: Look): Promise<void> {
  const { language, theme, width } = look;
  const name = `${scene.name}-${width}-${language}-${theme}`;
  const context = await browser.newContext({
    baseURL,
    locale: language === "fr" ? "fr-FR" : "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width, height: width < 500 ? 812 : 900 },
    deviceScaleFactor: width < 500 ? 2 : 1,
    hasTouch: width < 500,
    colorScheme: theme,
    reducedMotion: "reduce",
    storageState: scene.who ? await seatOf(browser, scene.who) : undefined,
  });
  await context.addCookies([{ name: "avant-language", value: language, url: baseURL }]);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  try {
    await scene.set(page, look);
    await settle(page);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: scene.whole ?? false });
    taken += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    missed += 1;
    console.log(`✗ ${name}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    await page.screenshot({ path: join(folder, `${name}.missed.png`) }).catch(() => {});
  } finally {
    await context.close();
  }
}

async function seatOf(on: Browser, who: string): Promise<BrowserContextOptions["storageState"]> {
  const known = seats.get(who);
  if (known) return known;
  const context = await on.newContext({ baseURL, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: who }).click();
  await page.waitForURL("**/queue", { waitUntil: "commit" });
  const seat = await context.storageState();
  seats.set(who, seat);
  await context.close();
  return seat;
}

/** Nothing moves any more, and the pointer rests where it changes nothing. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(350);
}
