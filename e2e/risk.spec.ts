import type { Page } from "@playwright/test";
import { ask, expect, itemsOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

/** A word of their own, so that the desk can be narrowed to these people; a second try has others. */
let word = "";
test.beforeEach(() => {
  word = test.info().retry === 0 ? "Quarzelle" : "Brimborion";
});
const angry = "Odette Marin";

test("an angry mail outranks forty older questions and says why, a second one raises it, and people have the last word", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  const write = (name: string, text: string) =>
    sendMail({
      from: { name, address: `${name.toLowerCase().replace(" ", ".")}@${word.toLowerCase()}.example` },
      to: "care@marmelune.example",
      subject: `About the ${word}`,
      text,
    });
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      write(`Asker ${n}`, `Is the ${word} sold in Ghent? Number ${n} asks.`),
    ),
  );
  await expect.poll(async () => (await names(page)).length, { timeout: 30_000 }).toBe(40);
  await write(
    angry,
    "My kettle leaks and is broken. If nothing happens today I will tell everybody on social media.",
  );
  await expect.poll(async () => (await names(page))[0]).toBe(angry);

  await page.goto(`/queue?q=${word}`);
  const row = page.locator("[data-line]", { hasText: angry }).first();
  await expect(row).toContainText(/public|no answer|complaint/);
  const before = await rankOf(page);
  await write(angry, "I am still waiting. I want my money back.");
  await expect.poll(() => rankOf(page)).toBeLessThan(before);
  await expect(row).toContainText(/about|min| h/);

  await row.locator("a").focus();
  await page.keyboard.press("y");
  const why = page.getByRole("dialog", { name: "Why Odette stands here" });
  await expect(why.getByText(/had no answer|2nd|complaint/).first()).toBeVisible();
  await expect(why.getByText("(not yet calibrated)").first()).toBeVisible();
  await why.getByLabel("Not a risk, because…").fill("She rang, it is settled");
  await why.getByRole("button", { name: "Not a risk" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^Odette waits like anybody/ })).toBeVisible();
  await expect.poll(() => rankOf(page)).toBeGreaterThan(before);
  await page.keyboard.press("z");
  await expect.poll(() => rankOf(page)).toBeLessThan(before);
  expect((await names(page))[0]).toBe(angry);
});

async function rows(page: Page) {
  return itemsOf(await ask(page, `GET /conversations?view=queue&limit=100&q=${word}`));
}

async function names(page: Page): Promise<unknown[]> {
  return (await rows(page)).map((row) => row.customerName);
}

async function rankOf(page: Page): Promise<number> {
  const found = (await rows(page)).find((row) => row.customerName === angry);
  return typeof found?.rank === "number" ? found.rank : Number.NaN;
}
