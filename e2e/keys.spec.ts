import type { Page } from "@playwright/test";
import { expect, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";
import { sendMail } from "./support/mail";

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });
const palette = (page: Page) => page.getByRole("dialog", { name: "Do, find or go" });

/** A mail of its own, and the desk narrowed to it. */
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

test("from row to row, in and out, and to every place, by keys alone", async ({ sitDown }) => {
  const page = await sitDown("Tom Verhaegen");
  await openDesk(page);
  const focused = page.locator("[data-row]:focus");
  await page.keyboard.press("j");
  await expect(focused).toHaveCount(1);
  const first = await focused.getAttribute("data-row");
  await page.keyboard.press("ArrowDown");
  await expect(focused).not.toHaveAttribute("data-row", first ?? "");
  await page.keyboard.press("k");
  await expect(focused).toHaveAttribute("data-row", first ?? "");

  await page.keyboard.press("o");
  await timeline(page).waitFor();
  await expect(page).toHaveURL(new RegExp(`c=${first}$`));
  // Caps Lock and the place of a sign on the keyboard change nothing: AZERTY types ) where ] is hard to reach.
  await page.keyboard.press(")");
  await expect(page).not.toHaveURL(new RegExp(`c=${first}$`));
  await page.keyboard.press("[");
  await expect(page).toHaveURL(new RegExp(`c=${first}$`));
  await page.keyboard.press("u");
  await expect(page).not.toHaveURL(/c=/);

  for (const [letter, view] of Object.entries({
    m: "mine",
    t: "team",
    w: "waiting",
    s: "snoozed",
    r: "resolved",
  })) {
    await page.keyboard.press("g");
    await page.keyboard.press(letter);
    await expect(page).toHaveURL(new RegExp(`view=${view}`));
  }
  await page.keyboard.press("g");
  await page.keyboard.press("q");
  await expect(page).toHaveURL(/\/queue$/);

  // What is typed after the slash is a word, however quickly: no letter of it is a key.
  await page.keyboard.press("/");
  await page.keyboard.type("is:open e");
  await expect(page.getByRole("combobox").filter({ visible: true }).and(page.locator("input"))).toHaveValue(
    "is:open e",
  );
  await page.keyboard.press("Escape");
  await page.locator("body").click({ position: { x: 2, y: 2 } });

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("Assign to me")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
});

test("a sign with a second key, a selection, and no key while somebody writes", async ({ sitDown }) => {
  const page = await sitDown("Tom Verhaegen");
  await arrive(page, "Rosalie Pinson");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toHaveCount(0);

  await openConversation(page, "Rosalie Pinson");
  await page.keyboard.press("n");
  await page.keyboard.type("e # d");
  await expect(page.getByRole("textbox", { name: "Tell the team about Rosalie" })).toHaveValue("e # d");
  await page.keyboard.press("Escape");
  await page.keyboard.press("!");
  await expect(said(page, "Rosalie marked as spam.")).toBeVisible();
  await page.keyboard.press("z");
  await expect(rowOf(page, "Rosalie Pinson")).toHaveCount(1);
});

test("the palette finds an action by a few letters and does it to the row at hand; a customer too", async ({
  sitDown,
}) => {
  const page = await sitDown("Tom Verhaegen");
  await arrive(page, "Sidonie Lambert");
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  const field = palette(page).getByRole("combobox");
  await expect(field).toBeFocused();
  await field.fill("asme");
  const choice = palette(page).getByRole("option", { selected: true });
  await expect(choice).toHaveText(/^Assign to me/);
  await expect(field).toHaveAttribute("aria-activedescendant", (await choice.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(palette(page)).toHaveCount(0);
  await expect(said(page, "Sidonie is yours.")).toBeVisible();
  // The focus went back to the row.
  await expect(page.locator("[data-row]:focus")).toContainText("Sidonie");

  await openDesk(page);
  await page.keyboard.press("Control+k");
  await field.fill("sidonie");
  await palette(page)
    .getByRole("option", { name: /Sidonie Lambert/ })
    .first()
    .click();
  await expect(timeline(page).getByText("A question of Sidonie Lambert's.")).toBeVisible();
});

test("keys are chosen, refused where they mean something, switched off, and given back", async ({
  sitDown,
}) => {
  const page = await sitDown("Jules Lemaire");
  // He reads French, as the sample has it; in this browser he chose English.
  const url = test.info().project.use.baseURL ?? "";
  await page.context().addCookies([{ name: "avant-language", value: "en", url }]);
  await page.goto("/settings/profile/keys");
  await page.getByRole("button", { name: "Mark as unread: choose a key" }).click();
  await page.keyboard.press("e");
  await expect(page.getByText("e already means “Resolve”.")).toBeVisible();
  await page.keyboard.press("b");
  await expect(said(page, "Kept.")).toBeVisible();
  const line = page.getByRole("listitem").filter({ hasText: "Mark as unread" });
  await expect(line.getByText("b", { exact: true }).first()).toBeVisible();

  await arrive(page, "Theodora Blin");
  await openConversation(page, "Theodora Blin");
  await page.keyboard.press("b");
  await expect(said(page, "Theodora is unread.")).toBeVisible();

  await page.goto("/settings/profile/keys");
  const single = page.getByRole("switch", { name: "Single keys" });
  await page.getByText("Single keys", { exact: true }).click();
  await expect(single).not.toBeChecked();
  await page.goto("/queue");
  await page.locator("html[data-ready]").waitFor();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await palette(page).waitFor();
  await expect(page.getByRole("dialog", { name: "Keys" })).toHaveCount(0);
  await palette(page).getByRole("combobox").fill("my profile");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/settings/profile");

  await page.goto("/settings/profile/keys");
  await page.getByText("Single keys", { exact: true }).click();
  await expect(single).toBeChecked();
  await page.getByRole("button", { name: "All keys as they were" }).click();
  await expect(page.getByRole("button", { name: "All keys as they were" })).toHaveCount(0);
});
