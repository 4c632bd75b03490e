import type { Page } from "@playwright/test";
import { expect, openConversation, openDesk, rowOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

const field = (page: Page) =>
  page.getByRole("combobox", { name: /^(Search and filter|Rechercher et filtrer)$/ });
const suggestions = (page: Page) => page.getByRole("listbox", { name: /^(Suggestions|Propositions)$/ });
const rail = (page: Page) => page.getByRole("navigation").first();
const countOf = (page: Page, view: string) =>
  rail(page).getByRole("link", { name: new RegExp(`^${view} ?\\d*$`) });

async function write(name: string, words: string): Promise<void> {
  await sendMail({
    from: {
      name,
      address: `${name
        .normalize("NFD")
        .replace(/\P{ASCII}/gu, "")
        .toLowerCase()
        .replace(" ", ".")}@example.org`,
    },
    to: "care@marmelune.example",
    subject: "Question",
    text: words,
  });
}

test("a filter is typed with suggestions, saved as a view, shared, and its count moves by itself", async ({
  sitDown,
}) => {
  // Two people, several pages: ten seconds on a quiet machine.
  test.setTimeout(120_000);
  await Promise.all([
    write("Ombeline Castel", "The lid of my cocotte does not close."),
    write("Perrine Oudot", "My lid rattles as well."),
  ]);
  const ines = await sitDown("Inès Carpentier");
  const salma = await sitDown("Salma Idrissi");
  await Promise.all([openDesk(ines), openDesk(salma, "Ombeline Castel")]);
  await openConversation(salma, "Ombeline Castel");
  await salma.keyboard.press("t");
  await salma.getByRole("combobox", { name: "Tags" }).fill("lids");
  await salma.keyboard.press("Enter");

  await ines.keyboard.press("/");
  await field(ines).pressSequentially("ta");
  await expect(suggestions(ines).getByRole("option", { name: /^tag:/ }).first()).toBeVisible();
  await ines.keyboard.press("Tab");
  await expect(field(ines)).toHaveValue("tag:");
  await field(ines).pressSequentially("lid");
  await expect(suggestions(ines).getByRole("option", { name: "lids 1" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await ines.keyboard.press("Enter");
  await expect(field(ines)).toHaveValue("tag:lids ");
  await ines.keyboard.press("Enter");
  await expect(ines).toHaveURL(/q=tag(%3A|:)lids/);
  await expect(ines.locator("[data-row]")).toHaveCount(1);

  // Inès reads French.
  await ines.getByRole("button", { name: "Enregistrer comme vue" }).click();
  const dialog = ines.getByRole("dialog", { name: "Enregistrer comme vue" });
  await dialog.getByLabel("Nom", { exact: true }).fill("Lids");
  await dialog.getByLabel("Qui l’a dans sa colonne").selectOption({ label: "Tout le monde" });
  await dialog.getByRole("button", { name: "Enregistrer la vue" }).click();
  await expect(countOf(ines, "Lids")).toHaveText(/1$/);
  // A colleague's rail has it without being asked.
  await expect(countOf(salma, "Lids")).toHaveText(/1$/);

  await salma.keyboard.press("u");
  await openDesk(salma, "Perrine Oudot");
  await openConversation(salma, "Perrine Oudot");
  await salma.keyboard.press("t");
  await salma.getByRole("combobox", { name: "Tags" }).fill("lids");
  await salma.keyboard.press("Enter");
  await expect(countOf(ines, "Lids")).toHaveText(/2$/);
  await expect(ines.locator("[data-row]")).toHaveCount(2);
  await expect(countOf(salma, "Lids")).toHaveText(/2$/);

  await salma.goto(ines.url());
  await expect(salma.locator("[data-row]")).toHaveCount(2);
  await expect(salma.getByRole("heading", { level: 1, name: "Lids" })).toBeVisible();
});

test("a misspelt name finds an old, resolved conversation, with the words that were looked for", async ({
  sitDown,
}) => {
  await write("Élodie Grandval", "Mon moulin à café grince, et la manivelle est tordue.");
  const page = await sitDown("Salma Idrissi");
  await openDesk(page, "Grandval");
  await openConversation(page, "Élodie Grandval");
  await page.keyboard.press("e");
  await expect(rowOf(page, "Élodie Grandval")).toHaveCount(0);

  for (const typed of ["Elodi Granvall", "manivèlle"]) {
    await page.goto("/queue");
    await page.keyboard.press("/");
    await field(page).fill(typed);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/view=all/);
    await expect(rowOf(page, "Élodie Grandval")).toHaveCount(1);
  }
  await expect(rowOf(page, "Élodie Grandval").locator("mark")).toHaveText("manivelle");
  await page.goBack();
  await expect(page).not.toHaveURL(/view=all/);
  await page.goForward();
  await expect(rowOf(page, "Élodie Grandval")).toHaveCount(1);

  const number = await rowOf(page, "Élodie Grandval").getAttribute("data-row");
  await page.keyboard.press("/");
  await field(page).fill(`#${number}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`c=${number}`));
  await expect(
    page.getByRole("region", { name: "Conversation" }).getByRole("heading", { name: "Élodie Grandval" }),
  ).toBeVisible();
});

test("what hides everything says so, and what is not understood is said in words; in French too", async ({
  sitDown,
}) => {
  const page = await sitDown("Inès Carpentier", { locale: "fr-FR" });
  await openDesk(page);
  await page.keyboard.press("/");
  await field(page).fill("tag:introuvable");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Rien ne correspond.")).toBeVisible();
  await expect(page.getByText(/^Ce filtre cache \d+ conversations\.$/)).toBeVisible();
  await expect(page.getByText(/Rien ici ne s’appelle «.introuvable.»/)).toBeVisible();
  await page.keyboard.press("/");
  await field(page).fill("is:opn couleur:bleu");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/«.is:opn.» ne veut rien dire ici/)).toBeVisible();
  await expect(page.getByText(/«.couleur:.» n’est pas un mot de filtre/)).toBeVisible();
  await page.getByRole("button", { name: "Effacer le filtre" }).click();
  await expect(page.locator("[data-row]").first()).toBeVisible();
});
