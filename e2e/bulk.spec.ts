import type { Page } from "@playwright/test";
import { ask, expect, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";
import { sendMail } from "./support/mail";

/** People of this file only, all found by one word. */
const word = "Quimper";

async function arrive(name: string, text: string, subject = word): Promise<void> {
  await sendMail({
    from: { name, address: `${name.toLowerCase().replaceAll(" ", ".")}@example.org` },
    to: "care@marmelune.example",
    subject,
    text,
  });
}

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

async function select(page: Page, name: string): Promise<void> {
  await rowOf(page, name).focus();
  await page.keyboard.press("x");
}

test("by keyboard: select, tag all and take it back; answer all, where one has written meanwhile", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  for (const name of ["Aline Guivarch", "Bruno Kerleau", "Cécile Madec"])
    await arrive(name, `Where is it? ${word}`);
  await openDesk(page, word);
  for (const name of ["Aline Guivarch", "Bruno Kerleau", "Cécile Madec"])
    await expect(rowOf(page, name)).toBeVisible();

  await rowOf(page, "Aline Guivarch").focus();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  for (const name of ["Bruno Kerleau", "Cécile Madec"]) await select(page, name);
  await expect(page.getByText("3 selected")).toBeVisible();

  await page.keyboard.press("t");
  await page.getByRole("combobox", { name: "Tags" }).fill("brittany");
  await page.keyboard.press("Enter");
  await expect(said(page, "3 tagged.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(said(page, "All 3 taken back.")).toBeVisible();

  for (const name of ["Aline Guivarch", "Bruno Kerleau", "Cécile Madec"]) await select(page, name);
  await page.getByRole("button", { name: "Answer all" }).click();
  const dialog = page.getByRole("dialog", { name: "Answer 3 conversations" });
  await dialog
    .getByLabel("The same words to each")
    .fill("Hello {{customer.first_name}}, it left this morning.");
  await arrive("Bruno Kerleau", `Forget it, it came. ${word}`, `${word} again`);
  await expect(rowOf(page, "Bruno Kerleau")).toHaveCount(2);
  await dialog.getByRole("button", { name: "Answer all 3" }).click();
  const held = page.getByRole("dialog", { name: "1 held back" });
  await expect(held).toContainText("Bruno Kerleau");
  await held.getByRole("button", { name: "Close" }).last().click();
  await page.keyboard.press("z");
  await expect(said(page, "All 2 taken back.")).toBeVisible();
});

test("two become one: a preview first, later mail comes to the one, and out it goes again", async ({
  sitDown,
}) => {
  const page = await sitDown("Salma Idrissi");
  await arrive("Denis Corre", "The lid is cracked. Locronan");
  await openDesk(page, "Locronan");
  await expect(rowOf(page, "Denis Corre")).toHaveCount(1);
  await arrive("Denis Corre", "And the handle. Locronan", "Another thing");
  await expect(async () => {
    await openDesk(page, "Locronan");
    await expect(rowOf(page, "Denis Corre")).toHaveCount(2, { timeout: 1_500 });
  }).toPass();
  await rowOf(page, "Denis Corre").last().click();
  await expect(timeline(page)).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("option", { name: "Merge" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge with another conversation" });
  await dialog
    .getByRole("button", { name: /Denis Corre/ })
    .first()
    .click();
  await expect(dialog.getByText("Waiting since")).toBeVisible();
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(said(page, /is now part of/)).toBeVisible();
  await expect(timeline(page)).toContainText("The lid is cracked");
  await expect(timeline(page)).toContainText("And the handle");
  await expect(rowOf(page, "Denis Corre")).toHaveCount(1);

  await page.getByRole("button", { name: "Take out" }).click();
  await expect(said(page, /stands alone again/)).toBeVisible();
  await expect(rowOf(page, "Denis Corre")).toHaveCount(2);
});

test("whoever is blocked is filed with the reason, and lifting it lets them in", async ({ sitDown }) => {
  const page = await sitDown("Salma Idrissi");
  await arrive("Erwan Le Goff", "Buy my watches. Douarnenez");
  await openDesk(page, "Douarnenez");
  await openConversation(page, "Erwan Le Goff");
  await page.keyboard.press("Escape");
  await rowOf(page, "Erwan Le Goff").focus();
  await page.keyboard.press("#");
  await page.getByRole("button", { name: "Block the sender" }).click();
  const dialog = page.getByRole("dialog", { name: "Block the sender" });
  await dialog.getByRole("button", { name: "Block", exact: true }).click();
  await expect(said(page, /is blocked/)).toBeVisible();

  await arrive("Erwan Le Goff", "More watches. Douarnenez", "Watches");
  await page.goto(`/queue?view=spam&q=Douarnenez`);
  await expect(rowOf(page, "Erwan Le Goff").filter({ hasText: "Blocked sender" })).toBeVisible();
  await page.goto("/settings/blocks");
  await page
    .getByRole("listitem")
    .filter({ hasText: "erwan.le" })
    .getByRole("button", { name: "Lift" })
    .click();
  await expect(said(page, /may write again/)).toBeVisible();
  expect((await ask(page, "GET /blocks"))?.items).toEqual([]);
});
