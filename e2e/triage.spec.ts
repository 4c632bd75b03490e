import type { Page } from "@playwright/test";
import { ask, expect, itemsOf, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";
import { sendMail } from "./support/mail";

/** A mail of its own for each test, so that they can run in any order, and the desk with nothing else in sight. */
async function arrive(page: Page, name: string): Promise<void> {
  const address = `${name.toLowerCase().replace(" ", ".")}@example.org`;
  await sendMail({
    from: { name, address },
    to: "care@marmelune.example",
    subject: "Question",
    text: `A question of ${name}'s.`,
  });
  await openDesk(page, name);
  await openConversation(page, name);
}

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

test("by keyboard: take next, snooze, resolve, undo, tag, no reply needed", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi");
  await openDesk(page);

  await page.keyboard.press("Shift+Enter");
  await expect(page.getByRole("button", { name: "Salma Assign" })).toBeVisible();
  await expect(page).toHaveURL(/\/queue\/?.*\d+/);

  await arrive(page, "Emeric Vasseur");
  await page.keyboard.press("t");
  await page.getByRole("combobox", { name: "Tags" }).fill("enamel");
  await page.keyboard.press("Enter");
  await expect(said(page, "Tagged enamel.")).toBeVisible();

  await page.keyboard.press("h");
  await page.getByRole("dialog", { name: "Snooze until" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(said(page, /^Emeric sleeps until/)).toBeVisible();
  await expect(rowOf(page, "Emeric Vasseur")).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(rowOf(page, "Emeric Vasseur")).toHaveCount(1);

  await openConversation(page, "Emeric Vasseur");
  await page.keyboard.press("e");
  await expect(said(page, "Emeric resolved.")).toBeVisible();
  await expect(rowOf(page, "Emeric Vasseur")).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(rowOf(page, "Emeric Vasseur")).toHaveCount(1);

  await openConversation(page, "Emeric Vasseur");
  await page.keyboard.press("d");
  await page.getByRole("dialog", { name: "No reply needed, because" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(said(page, "Emeric closed without a reply: Praise.")).toBeVisible();
  await expect(rowOf(page, "Emeric Vasseur")).toHaveCount(0);

  const resolved = itemsOf(await ask(page, "GET /conversations?view=resolved&limit=5"));
  expect(resolved.find((row) => row.customerName === "Emeric Vasseur")).toMatchObject({
    status: "resolved",
    tags: ["enamel"],
  });
});

test("by mouse: assign, note, I called, their turn", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi");
  await arrive(page, "Fabienne Guyot");

  await page.getByRole("button", { name: "Nobody Assign" }).click();
  await page.getByRole("option", { name: /Tom Verhaegen/ }).click();
  await expect(page.getByRole("button", { name: "Tom Assign" })).toBeVisible();

  await page.getByRole("tab", { name: "Note" }).click();
  await page.getByRole("textbox", { name: "Tell the team about Fabienne" }).fill("She has the old model.");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(timeline(page).getByText("She has the old model.")).toBeVisible();
  await expect(timeline(page).getByText("Note, team only")).toBeVisible();

  await page.getByRole("button", { name: "I called" }).click();
  await page.getByRole("dialog").getByText("Voicemail", { exact: true }).click();
  await page.getByRole("dialog").getByLabel("What was said").fill("Asked her to call back.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(timeline(page).getByText("Called, voicemail")).toBeVisible();

  await page.getByRole("button", { name: "Their turn" }).click();
  await expect(said(page, "It is Fabienne’s turn.")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await openConversation(page, "Fabienne Guyot");
  await expect(page.getByRole("button", { name: "Resolve" }).last()).toBeVisible();
});

test("in French the same keys do the same things", async ({ sitDown }) => {
  const page = await sitDown("Inès Carpentier", { locale: "fr-FR" });
  await arrive(page, "Gaëlle Perrin");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await page.keyboard.press("e");
  await expect(said(page, /^Gaëlle\s: résolue\./)).toBeVisible();
  await page.keyboard.press("z");
  await expect(rowOf(page, "Gaëlle Perrin")).toHaveCount(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 } });

  test("one zone at a time, decisions under the thumb", async ({ sitDown }) => {
    const page = await sitDown("Salma Idrissi");
    await arrive(page, "Hugo Blanchard");
    await expect(rowOf(page, "Hugo Blanchard")).toBeHidden();
    const decisions = page.getByRole("navigation", { name: "Decisions" });
    await decisions.getByRole("button", { name: "Assign" }).click();
    await page.getByRole("option", { name: /Salma Idrissi/ }).click();
    await expect(said(page, "Hugo")).toBeVisible();
    await page.getByRole("button", { name: "Back to the list" }).click();
    await expect(rowOf(page, "Hugo Blanchard")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await openConversation(page, "Hugo Blanchard");
    await decisions.getByRole("button", { name: "Resolve" }).click();
    await expect(said(page, "Hugo resolved.")).toBeVisible();
  });
});
