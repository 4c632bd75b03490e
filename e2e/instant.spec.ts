import type { Page } from "@playwright/test";
import { ask, composer, expect, itemsOf, openConversation, openDesk, rowOf, test } from "./support/desk";
import { startLine } from "./support/line";
import { sendMail } from "./support/mail";

const DAY = 86_400_000;

/** Words of this try alone: what an earlier one left must not stand in its list. */
const ownWords = (words: string) => `${words}${test.info().retry}`;

/** A mail of somebody's own, found on the desk by `words`; `daysAgo` decides where it stands in the queue. */
async function write(name: string, words: string, daysAgo = 0): Promise<void> {
  await sendMail({
    from: { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@example.org` },
    to: "care@marmelune.example",
    subject: "Question",
    text: `A question, ${words}.`,
    date: new Date(Date.now() - daysAgo * DAY),
  });
}

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const topOf = async (page: Page, name: string) => (await rowOf(page, name).boundingBox())?.y;

test("what the server refuses comes back to its place, with the server's own sentence", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  const words = ownWords("refusedone");
  await openDesk(page, words);
  await write("Amandine Roux", words);
  await openConversation(page, "Amandine Roux");
  await page.route("**/resolve", async (route) => {
    await new Promise((done) => setTimeout(done, 4_000));
    await route.fulfill({
      status: 409,
      json: {
        error: { code: "conflict", key: "conversation.resolved", message: "Tom was quicker.", params: {} },
      },
    });
  });
  await page.keyboard.press("e");
  await expect(rowOf(page, "Amandine Roux")).toHaveCount(0, { timeout: 3_000 });
  await expect(said(page, "Tom was quicker.")).toBeVisible();
  await expect(rowOf(page, "Amandine Roux")).toHaveCount(1);
});

test("a list that nobody has scrolled draws what arrives and fills a tall screen, and scrolled, all there is", async ({
  sitDown,
}) => {
  const words = `onerow${test.info().retry}`;
  await write("Maud Perrin", words);
  const page = await sitDown("Salma Idrissi", { viewport: { width: 1440, height: 2000 } });
  await openDesk(page, words);
  await expect(rowOf(page, "Maud Perrin")).toBeVisible();
  // The page comes from the server with one row in it.
  await page.reload();
  await expect(rowOf(page, "Maud Perrin")).toBeVisible();
  await write("Noé Garnier", words);
  await expect(rowOf(page, "Noé Garnier")).toBeVisible();

  await page.goto("/queue");
  await expect(page.locator("[data-row]").nth(20)).toBeVisible();
  const list = page.locator(".scrolls").filter({ has: page.locator("[data-row]") });
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const last = page.locator("[data-row]").last();
    const [place, total] = await last.evaluate((row) => {
      const line = row.closest("[aria-posinset]") ?? row;
      return [line.getAttribute("aria-posinset"), line.getAttribute("aria-setsize")];
    });
    expect(Number(total)).toBeGreaterThan(20);
    expect(place).toBe(total);
  }).toPass();
});

test("no row moves under the pointer; what arrives waits for the full stop", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi");
  const words = ownWords("stillrow");
  await openDesk(page, words);
  await write("Basile Martin", words, 1);
  await write("Coralie Noël", words, 1);
  await rowOf(page, "Coralie Noël").hover();
  await rowOf(page, "Coralie Noël").focus();
  const before = await topOf(page, "Coralie Noël");
  const pill = page.locator("[data-pill]");
  // On a busy machine one may come into sight before it has its place; then it stands below and moves nothing.
  let name = "";
  const names = ["Denis Aubert", "Denis Brunet", "Denis Charon", "Denis Dumas"];
  await expect(async () => {
    name = names.shift() ?? name;
    await write(name, words, 3);
    await expect(pill).toContainText(/\d new/, { timeout: 4_000 });
  }).toPass();
  expect(await topOf(page, "Coralie Noël")).toBe(before);
  await expect(rowOf(page, "Coralie Noël")).toBeFocused();
  await page.keyboard.press(".");
  await expect(pill).toHaveCount(0);
  expect(await topOf(page, name)).toBeLessThan((await topOf(page, "Coralie Noël")) ?? 0);
  await expect(rowOf(page, "Coralie Noël")).toBeFocused();
});

test("after five seconds without a line: nothing was begun, the draft stands, and what happened is there", async ({
  sitDown,
}) => {
  const line = await startLine(Number(process.env.E2E_PORT));
  const page = await sitDown("Salma Idrissi", { baseURL: line.url });
  const subject = ownWords("fiveseconds");
  await openDesk(page, subject);
  await write("Élodie Caron", subject);
  await openConversation(page, "Élodie Caron");
  const words = composer(page).getByRole("textbox").last();
  await words.click();
  await words.fill("Dear Élodie, we have");
  line.cut();
  await expect(page.getByText(/^Offline\./)).toBeVisible({ timeout: 15_000 });
  await words.fill("Dear Élodie, we have found it.");
  await words.blur();
  await page.keyboard.press("e");
  await expect(said(page, "Not done: there is no connection")).toBeVisible();
  await expect(rowOf(page, "Élodie Caron")).toHaveCount(1);
  await write("Fernand Petit", subject);
  await page.waitForTimeout(4_500);
  line.mend();
  await expect(said(page, /^You were offline for/)).toBeVisible({ timeout: 15_000 });
  await expect(rowOf(page, "Fernand Petit")).toHaveCount(1);
  await expect(words).toHaveValue("Dear Élodie, we have found it.");
  await page.close();
  await line.stop();
});

for (const [screen, viewport, taps] of [
  ["on a phone", { width: 375, height: 740 }, [0, 100, 400]],
  ["on a desktop", { width: 1440, height: 900 }, [50, 200, 800]],
] as const)
  test(`a tap in the first moments of a page opens its conversation, ${screen}`, async ({ sitDown }) => {
    test.slow();
    const page = await sitDown("Salma Idrissi", { viewport });
    // Read where the press lands: before it, the list may still move down under what comes above it.
    await page.addInitScript(() =>
      addEventListener(
        "pointerdown",
        ({ target }) => {
          const row = target instanceof Element ? target.closest("[data-row]") : null;
          sessionStorage.setItem("pressed", row?.getAttribute("data-row") ?? "");
        },
        true,
      ),
    );
    const slow = await page.context().newCDPSession(page);
    const row = page.locator("[data-line]:not(:has(button[aria-expanded])) [data-row]").nth(2);
    for (const ms of taps) {
      await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
      await page.goto("/queue", { waitUntil: "commit" });
      await row.waitFor();
      await page.waitForTimeout(ms);
      const { x, y } = (await row.boundingBox()) ?? { x: 0, y: 0 };
      await page.mouse.click(x + 120, y + 20);
      await expect(page).toHaveURL(/[?&]c=\d+$/, { timeout: 15_000 });
      await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
      await expect(composer(page)).toBeVisible();
      const pressed = await page.evaluate(() => sessionStorage.getItem("pressed"));
      // What the rest of the page brings puts nothing back.
      await page.waitForTimeout(700);
      await expect(page).toHaveURL(new RegExp(`c=${pressed}$`));
      await expect(composer(page)).toBeVisible();
      await page.goBack();
      await expect(page).toHaveURL(/\/queue$/);
    }
  });

test("the open conversation stands from the first paint on, though the line comes before its code", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi", { serviceWorkers: "block" });
  await openDesk(page);
  await page.locator("[data-line]:not(:has(button[aria-expanded])) [data-row]").first().click();
  await expect(composer(page)).toBeVisible();
  await page.addInitScript(() => {
    const parts = ["[role='log']", "aside h2, aside h3"];
    const stood = new Set<string>();
    const look = () => {
      for (const part of parts) {
        const stands = document.querySelector(part) !== null;
        if (stood.has(part) && !stands) sessionStorage.setItem("vanished", part);
        if (stands) stood.add(part);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // Socket.IO's answer to what happened since the page was drawn.
  const isLive = page
    .waitForEvent("websocket")
    .then((line) => line.waitForEvent("framereceived", ({ payload }) => String(payload).startsWith("43")));
  let held = 0;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    if (code.includes("timeline-")) {
      held++;
      await isLive;
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    await route.fulfill({ response, body: code });
  });
  await page.reload({ waitUntil: "commit" });
  await page.waitForFunction(() => {
    const log = document.querySelector("[role='log']");
    return log !== null && Object.keys(log).some((key) => key.startsWith("__react"));
  });
  expect(held).toBeGreaterThan(0);
  await expect(composer(page)).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("vanished"))).toBeNull();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test("the list stands where it was left", async ({ sitDown }) => {
    const page = await sitDown("Salma Idrissi");
    await openDesk(page);
    const list = page.getByRole("list").filter({ has: page.locator("[data-row]") });
    // On a row near the top: the middle of a long list lies under the bar at the foot.
    await page.locator("[data-row]:visible").nth(2).hover();
    await page.mouse.wheel(0, 300);
    const scroll = () => list.evaluate((element) => element.parentElement?.scrollTop);
    await expect.poll(scroll).toBe(300);
    // In the middle of the screen, so that opening it scrolls nothing, and one conversation, not a fold of many.
    const rows = page.locator("[data-line]:not(:has(button[aria-expanded])) [data-row]:visible");
    const places = await rows.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    const number = await rows.nth(places.findIndex((top) => top > 250 && top < 450)).getAttribute("data-row");
    // By its number: several may have the same name.
    const row = page.locator(`[data-row="${number}"]`);
    // Within the list: what is said above it comes a moment later and moves all of it.
    const topNow = async () =>
      ((await row.boundingBox())?.y ?? 0) - ((await list.locator("..").boundingBox())?.y ?? 0);
    // What arrives meanwhile lengthens the list above and moves nothing on the screen.
    const top = await topNow();
    await row.click();
    await expect(composer(page)).toBeVisible();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await expect(row).toBeVisible();
    expect(Math.abs((await topNow()) - top)).toBeLessThan(70);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });

  test("who comes back finds the row where it was, whatever has come and gone above it", async ({
    sitDown,
  }) => {
    const page = await sitDown("Salma Idrissi");
    const words = ownWords("comeback");
    await openDesk(page, words);
    const people = ["Ulysse Faure", "Victor Garcin", "Wanda Huet", "Xavier Imbert"];
    for (const [at, name] of people.entries()) await write(name, words, 6 - at);
    const [first = "", second = "", , last = ""] = people;
    await expect(page.locator("[data-row]")).toHaveCount(people.length);
    await expect(page.locator("[data-row]").last()).toContainText(last);
    const list = page.getByRole("list").filter({ has: page.locator("[data-row]") });
    const place = async () =>
      ((await topOf(page, last)) ?? 0) - ((await list.locator("..").boundingBox())?.y ?? 0);
    const before = await place();
    await openConversation(page, last);
    const tom = await sitDown("Tom Verhaegen");
    await tom.goto("/queue");
    const held = itemsOf(await ask(tom, `GET /conversations?view=queue&sort=left&limit=20&q=${words}`));
    for (const { id, customerName } of held)
      if (customerName === first || customerName === second)
        await ask(tom, `POST /conversations/${id}/resolve`);
    await write("Yvonne Jacob", words, 7);
    await page.getByRole("button", { name: "Back to the list" }).click();
    await expect(rowOf(page, last)).toBeVisible();
    // What comes below is drawn at once, and everything above it is asked again whether it may move.
    await write("Zoé Kohler", words);
    await expect(rowOf(page, "Zoé Kohler")).toBeVisible();
    expect(await place()).toBe(before);
  });
});
