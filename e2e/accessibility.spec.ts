import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, itemsOf, openDesk, test } from "./support/desk";

const looks = ["light", "dark"] as const;

async function inBothLooks(page: Page, check: () => Promise<void>): Promise<void> {
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme });
    await check();
  }
}

test("axe finds nothing grave on the pages before the desk and beside it", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-in?own", "/f/contact", "/api/docs", "/nothing-here"]) {
    await page.goto(path);
    await inBothLooks(page, () => test.step(path, () => expectAccessible(page)));
  }
});

test("axe finds nothing grave on the desk: queue, each kind of conversation, menus, keys", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  await openDesk(page);
  await inBothLooks(page, () => expectAccessible(page));

  const rows = itemsOf(await ask(page, "GET /conversations?limit=200"));
  const kinds = new Map(rows.map((row) => [`${row.channelKind} ${row.isPublic}`, row.number]));
  for (const [kind, number] of kinds) {
    await page.goto(`/queue?c=${number}`);
    await page.getByRole("log").waitFor();
    await inBothLooks(page, () => test.step(kind, () => expectAccessible(page)));
  }

  await page.getByRole("tab", { name: "Note" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("h");
  await page.getByRole("dialog", { name: "Snooze until" }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await expectAccessible(page);
});

test("axe finds nothing grave in the settings", async ({ sitDown }) => {
  const page = await sitDown("Hannah Whitlock");
  await page.goto("/settings");
  const links = page.getByRole("navigation", { name: "Settings" }).getByRole("link");
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const channel = itemsOf(await ask(page, "GET /channels")).find((one) => one.kind === "email");
  paths.push(
    `/settings/channels/${channel?.id}`,
    "/settings/channels/new",
    "/settings/channels/new?kind=email",
  );
  for (const path of paths.filter((one) => one.startsWith("/settings"))) {
    await page.goto(path);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await inBothLooks(page, () => test.step(path, () => expectAccessible(page)));
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test("axe finds nothing grave, and nothing is wider than the screen", async ({ sitDown }) => {
    const page = await sitDown("Hannah Whitlock");
    await openDesk(page);
    const [row] = itemsOf(await ask(page, "GET /conversations?limit=1"));
    for (const path of ["/queue", `/queue?c=${row?.number}`, "/settings/channels", "/settings/team"]) {
      await page.goto(path);
      await page.getByRole("main").waitFor();
      await test.step(path, () => expectAccessible(page));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375);
    }
  });
});
