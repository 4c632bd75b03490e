import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, itemsOf, openDesk, test } from "./support/desk";

/** Everything in the light; in the dark the page is the same but for its colours. */
async function expectBothLooks(page: Page, where: string): Promise<void> {
  await test.step(where, async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, ["color-contrast"]);
  });
}

test.beforeEach(() => test.setTimeout(120_000));

test("axe finds nothing grave on the pages before the desk and beside it", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-in?own", "/f/contact", "/api/docs", "/nothing-here"]) {
    await page.goto(path);
    await expectBothLooks(page, path);
  }
});

test("axe finds nothing grave on the desk: queue, each kind of conversation, menus, keys", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  await openDesk(page);
  const rows = itemsOf(await ask(page, "GET /conversations?limit=200"));
  const first = (fits: (row: (typeof rows)[number]) => boolean) => rows.find(fits)?.number;
  const kinds = {
    mail: first((row) => row.channelKind === "email"),
    post: first((row) => row.isPublic === true),
  };
  for (const [kind, number] of Object.entries(kinds)) {
    await page.goto(`/queue?c=${number}`);
    await page.getByRole("log").waitFor();
    await expectBothLooks(page, kind);
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
    await expectBothLooks(page, path);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test("axe finds nothing grave, and nothing is wider than the screen", async ({ sitDown }) => {
    const page = await sitDown("Hannah Whitlock");
    await openDesk(page);
    const [row] = itemsOf(await ask(page, "GET /conversations?limit=1"));
    for (const path of ["/queue", `/queue?c=${row?.number}`, "/settings/channels", "/settings/people"]) {
      await page.goto(path);
      await page.getByRole("main").waitFor();
      await test.step(path, () => expectAccessible(page));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375);
    }
  });
});
