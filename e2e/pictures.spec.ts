import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { expect, rowOf, test } from "./support/desk";
import { dataFolder, startProduct } from "./support/product";

const picture = "docs/pictures/queue.png";

// A desk of its own: on the shared one the other journeys have left their traces.
test("the picture of the README: a Monday morning at Marmelune with Claire's conversation open", async ({
  browser,
}, info) => {
  // It starts a server of its own.
  test.setTimeout(120_000);
  const folder = dataFolder("avant-picture-");
  const product = await startProduct({ dataDir: folder.path });
  const context = await browser.newContext({
    baseURL: product.url,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  try {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Salma Idrissi" }).click();
    await page.waitForURL("**/queue");
    await rowOf(page, "Claire Dumontet").first().click();
    await page.getByRole("log").waitFor();
    // Neither pointer nor focus on the row: its quick actions would cover its time.
    await page.mouse.move(720, 4);
    await page.getByRole("log").focus();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    const shot = info.outputPath("queue.png");
    await page.screenshot({ path: shot });
    await expect(page.getByRole("region", { name: "Write" })).toBeVisible();
    // Its times are of today, so it differs with each run: kept only when asked for, or when there is none.
    if (info.config.updateSnapshots === "all" || !existsSync(picture)) {
      mkdirSync(dirname(picture), { recursive: true });
      await page.screenshot({ path: picture });
    }
  } finally {
    await context.close();
    await product.stop();
    folder.remove();
  }
});
