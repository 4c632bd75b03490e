import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Actor } from "@/lib/access";
import { findChromium } from "@/scripts/chromium.mjs";
import { sessionOf } from "../signed-in";
import { instrument } from "./probe";

export type Screen = { page: Page; context: BrowserContext; close(): Promise<void> };

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}

/** The desk of somebody, signed in, behind a line that takes so many milliseconds to answer. */
export async function openScreen(
  browser: Browser,
  url: string,
  actor: Actor,
  delayMs: number,
): Promise<Screen> {
  const cookie = await sessionOf(actor);
  const [name = "", value = ""] = cookie.split("=");
  // A service worker asks the network by itself, past the delay that the page's line has.
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    serviceWorkers: "block",
  });
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await instrument(page);
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: delayMs,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await page.goto(`${url}/queue`);
  await page.locator("[data-row]").first().waitFor();
  return { page, context, close: () => context.close() };
}
