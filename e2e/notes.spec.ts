import type { Page } from "@playwright/test";
import { ask, expect, itemsOf, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";
import { startLine } from "./support/line";

async function write(page: Page, who: string, text: string) {
  await page.getByLabel("Who?").fill(who);
  await page.getByLabel("What happened?").fill(text);
  await page.getByRole("button", { name: "Write down", exact: true }).click();
}

async function inQueue(page: Page, words: string): Promise<number> {
  return itemsOf(await ask(page, `GET /conversations?view=queue&limit=50&q=${words}`)).length;
}

test("notes taken in the shop without a line are sent once it is back, once, and only for their author", async ({
  sitDown,
}) => {
  const line = await startLine(Number(process.env.E2E_PORT));
  const salma = await sitDown("Salma Idrissi", {
    baseURL: line.url,
    viewport: { width: 375, height: 740 },
    isMobile: true,
    hasTouch: true,
  });
  await salma.goto("/note");
  await expect(salma.getByText("Salma Idrissi")).toBeVisible();
  await salma.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => salma.evaluate(async () => (await caches.match("/note")) !== undefined)).toBe(true);

  line.cut();
  await write(salma, "Lady with a basket", "Lid cracked, shopnote-one.");
  await expect(salma.getByRole("status")).toContainText("Waiting to be sent (1)");
  // The telephone was in a pocket: the page opens anew, without a line.
  await salma.reload();
  await expect(salma.getByRole("status")).toContainText("Waiting to be sent (1)");
  await salma.getByLabel("Who?").fill("Marek’s brother");
  await salma.getByRole("textbox", { name: /^Phone/ }).fill("06 11 22 33 44");
  await salma.getByLabel("Somebody is hurt").check();
  await write(salma, "Marek’s brother", "Handle came off, shopnote-two.");
  await expect(salma.getByRole("status")).toContainText("Waiting to be sent (2)");

  // Somebody else signs in on the same telephone.
  const tom = await sitDown("Tom Verhaegen");
  await openDesk(tom, "shopnote");
  const own = await salma.context().cookies();
  line.mend();
  await salma.context().clearCookies();
  await salma.context().addCookies(await tom.context().cookies());
  await salma.reload();
  await expect(salma.locator("#me")).toHaveText("Tom Verhaegen");
  await expect(salma.getByRole("status")).toContainText("kept until they sign in here: 2");
  await expect(salma.getByText("shopnote-one")).toHaveCount(0);
  expect(await inQueue(tom, "shopnote")).toBe(0);

  await salma.context().clearCookies();
  await salma.context().addCookies(own);
  await salma.reload();
  await expect(salma.getByRole("status")).toContainText("Sent.");
  await expect(rowOf(tom, "Lady with a basket")).toHaveCount(1);
  await expect(rowOf(tom, "Marek’s brother")).toHaveCount(1);
  expect(await inQueue(tom, "shopnote")).toBe(2);
  await salma.close();
  await line.stop();
});

test("one key at the desk opens the form, and what was promised stands with the note", async ({
  sitDown,
}) => {
  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "desknote");
  await salma.keyboard.press("Shift+N");
  const form = salma.getByRole("dialog", { name: "Write down what somebody said" });
  await expect(form.getByLabel("Who?")).toBeFocused();
  await form.getByLabel("Who?").fill("Ingrid Holm");
  await form.getByRole("textbox", { name: /^Phone/ }).fill("+46 70 123 45 67");
  await form.getByLabel("What happened?").fill("Her desknote kettle hums at night.");
  await form.getByLabel("Promised what?").fill("Tom calls her back");
  await form.getByLabel("Until when?").fill("tomorrow 9");
  await expect(form.getByText(/09:00|9:00/)).toBeVisible();
  await salma.keyboard.press("Control+Enter");
  await expect(salma.getByText("Written down: Ingrid Holm is in the queue.")).toBeVisible();
  await openConversation(salma, "Ingrid Holm");
  await expect(timeline(salma).getByText("Tom calls her back")).toBeVisible();
  await expect(timeline(salma).getByText("Written down by Salma Idrissi, on the phone")).toBeVisible();
});
