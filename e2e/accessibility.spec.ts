import type { Locator, Page } from "@playwright/test";
import {
  ask,
  expect,
  expectAccessible,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
} from "./support/desk";
import { sendMail } from "./support/mail";

/** Everything in the light; in the dark the page is the same but for its colours, so only these are looked at. */
async function expectBothLooks(page: Page, where: string, within = ""): Promise<void> {
  await test.step(where, async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await expectAccessible(page, { within });
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, { within, rules: ["color-contrast"] });
  });
}

test.beforeEach(() => test.setTimeout(120_000));

test("axe finds nothing grave on the pages before the desk and beside it", async ({ page }) => {
  for (const path of ["/sign-in", "/sign-in?own", "/f/contact", "/api/docs", "/nothing-here"]) {
    await page.goto(path);
    await expectBothLooks(page, path);
  }
});

test("axe finds nothing grave on the desk: queue, each kind of conversation, menus, palette, keys", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  await openDesk(page);
  const rows = itemsOf(await ask(page, "GET /conversations?limit=200"));
  const first = (fits: (row: (typeof rows)[number]) => boolean) => rows.find(fits)?.number;
  await page.goto(`/queue?c=${first((row) => row.channelKind === "email")}`);
  await page.getByRole("log").waitFor();
  await expectBothLooks(page, "the whole desk with a mail");

  // The rail and the list are the same beside every conversation.
  await page.goto(`/queue?c=${first((row) => row.isPublic === true)}`);
  await page.getByRole("log").waitFor();
  await expectBothLooks(page, "a public post", "main");
  await page.getByRole("tab", { name: "Note" }).click();
  await expectAccessible(page, { within: "[aria-label=Write]" });
  await page.keyboard.press("Escape");

  const opened: Array<[key: string, name: string, within: string]> = [
    ["h", "Snooze until", "[popover][role=dialog]"],
    ["Control+k", "Do, find or go", "dialog"],
    ["?", "Keys", "dialog"],
  ];
  for (const [key, name, within] of opened) {
    await page.keyboard.press(key);
    await page.getByRole("dialog", { name }).waitFor();
    await expectBothLooks(page, name, within);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name })).toHaveCount(0);
  }
});

test("axe finds nothing grave in the settings", async ({ sitDown }) => {
  // Some thirty pages, one after the other.
  test.setTimeout(240_000);
  const page = await sitDown("Hannah Whitlock");
  await page.goto("/settings");
  const links = page.getByRole("navigation", { name: "Settings" }).getByRole("link");
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const channel = itemsOf(await ask(page, "GET /channels")).find((one) => one.kind === "email");
  paths.push(
    `/settings/channels/${channel?.id}`,
    "/settings/channels/new?kind=email",
    "/settings/profile/keys",
  );
  const own = paths.filter((one) => one.startsWith("/settings"));
  for (const path of own) {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    await page.locator("html[data-ready]").waitFor();
    // What stands around the pages is the same on all of them, and so are the colours of their parts: all are looked
    // at in the light, those with the most parts in the dark too.
    if (path === own[0]) await expectBothLooks(page, path);
    else if (/channels\/new|people|profile/.test(path)) await expectBothLooks(page, path, "main");
    else {
      await page.emulateMedia({ colorScheme: "light" });
      await test.step(path, () => expectAccessible(page, { within: "main" }));
    }
  }
});

test("without a pointer: past the rail to the list, into a conversation, its menu, and back where one was", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  await arrive(page, "Ottoline Brandt");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "To the list" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-row]:focus")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.getByRole("log").waitFor();

  const more = page.getByRole("button", { name: "More" });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "More" });
  await expect(menu.getByRole("option", { selected: true })).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();

  // A dialog keeps the focus inside, and gives it back.
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await sheet.waitFor();
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("dialog, body")?.tagName)).not.toBe(
      "MAIN",
    );
    expect(await page.evaluate(() => document.activeElement?.closest("main") === null)).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();

  // Every focus can be seen.
  const outline = await more.evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe("solid");
});

test("what a screen reader hears of the desk", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi");
  await arrive(page, "Philippine Morel");
  await openConversation(page, "Philippine Morel");
  await expect(page.getByRole("navigation", { name: "Places" })).toMatchAriaSnapshot(`
    - navigation "Places":
      - list:
        - listitem:
          - link /Queue \\d+/
        - listitem:
          - link /Mine/
      - button "Keys"
  `);
  await expect(page.getByRole("region", { name: "List" })).toMatchAriaSnapshot(`
    - region "List":
      - heading "Queue" [level=1]
  `);
  await expect(page.getByRole("region", { name: "Conversation", exact: true })).toMatchAriaSnapshot(`
    - region "Conversation":
      - heading "Philippine Morel" [level=2]
      - button "Resolve"
      - button "Snooze"
      - button "More"
      - log
      - region "Write":
        - tablist:
          - tab "Private reply" [selected]
          - tab "Note"
        - textbox "Write to Philippine"
  `);
});

test("text at 200 %, no motion and forced colours take nothing away", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi", { reducedMotion: "reduce", forcedColors: "active" });
  await arrive(page, "Quentin Roussel");
  // As the reader's own setting of the browser does it: what is measured in letters grows, breakpoints too.
  const browser = await page.context().newCDPSession(page);
  await browser.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
  await page.reload();
  await rowOf(page, "Quentin Roussel").click();
  await page.getByRole("log").waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440);
  await expect(page.getByRole("button", { name: "Resolve" }).first()).toBeInViewport();
  await expect(page.getByRole("region", { name: "Write" })).toBeInViewport();
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 0).length,
  );
  expect(moving).toBe(0);
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

async function arrive(page: Page, name: string): Promise<void> {
  await sendMail({
    from: { name, address: `${name.toLowerCase().replace(" ", ".")}@example.org` },
    to: "care@marmelune.example",
    subject: "Question",
    text: `A question of ${name}'s.`,
  });
  await openDesk(page, name);
  await expect(rowOf(page, name)).toHaveCount(1);
}

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab does not get there");
}
