import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { startEmbedPage } from "./support/embed-page";

const photo = { name: "batteur.jpg", mimeType: "image/jpeg", buffer: Buffer.alloc(1_258_291, 7) };

/** Scripts have taken over: before that, a click is the browser's own. */
async function open(page: Page, path: string) {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "yes");
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function write(page: Page) {
  await page
    .getByLabel("What happened?")
    .fill("The mixer came in two pieces and the wedding is on Saturday.");
  await page.getByLabel("Your name").fill("Marek Nowak");
  await page.getByLabel("Your e-mail").fill("marek.nowak@example.org");
  await page.getByLabel("Order number").fill("48377");
}

test.describe("in French, on a laptop", () => {
  test.use({ locale: "fr-FR" });

  test("Marek writes with a photo and is told that it has arrived", async ({ page }) => {
    await open(page, "/f/contact");
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await page.getByLabel("Que s’est-il passé").fill("Le batteur est arrivé en deux morceaux.");
    await page.getByLabel("Votre nom").fill("Marek Nowak");
    await page.getByLabel("Votre e-mail").fill("marek.nowak@example.org");
    await page.locator("#files").setInputFiles(photo);
    await expect(page.getByText("batteur.jpg, 1,2 Mo")).toBeVisible();
    await page.getByText("Non", { exact: true }).click();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Envoyer" }).click();
    const title = page.getByRole("heading", { name: "Bien reçu, Marek. Votre message est chez nous." });
    await expect(title).toBeFocused();
    await expect(page.getByText(/Référence [0-9A-Z]{6}\./)).toBeVisible();
    await expectAccessible(page);
  });
});

test.describe("on a phone, in the dark", () => {
  test.use({ viewport: { width: 375, height: 740 }, colorScheme: "dark" });

  test("what is missing or too large is said at its field, and nothing is lost", async ({ page }) => {
    await open(page, "/f/contact");
    await page.getByLabel("Your e-mail").fill("marek@example");
    const film = {
      name: "film.mov",
      mimeType: "video/quicktime",
      buffer: Buffer.alloc(10 * 1024 * 1024 + 1),
    };
    await page.locator("#files").setInputFiles([film, photo]);
    await expect(page.getByText("film.mov is larger than 10 MB and was not added.")).toBeVisible();

    await page.getByRole("button", { name: "Send" }).click();
    const message = page.getByLabel("What happened?");
    await expect(message).toBeFocused();
    await expect(message).toHaveAccessibleDescription("Write what happened.");
    await expect(page.getByLabel("Your e-mail")).toHaveAccessibleDescription(/not a complete e-mail address/);
    await expect(page.locator("#form-problems")).toContainText("Look at the marked fields");
    await expect(page.getByText("batteur.jpg")).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });

  test("somebody in danger sees where to call and where to leave a number", async ({ page }) => {
    await open(page, "/f/contact");
    await expect(page.getByLabel("Your phone number")).toBeHidden();
    await page.getByText("Yes, call me").click();
    await expect(page.getByText("call 112")).toBeVisible();
    await expect(page.getByLabel("Your phone number")).toBeVisible();
    await expectAccessible(page);
  });
});

test("a draft survives a reload, and a broken connection keeps it too", async ({ page, context }) => {
  await open(page, "/f/contact");
  await write(page);
  await page.reload();
  await expect(page.getByLabel("What happened?")).toHaveValue(/two pieces/);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "yes");

  const worked = page.waitForResponse("**/api/hooks/form/contact");
  await page.getByLabel("What happened?").focus();
  await worked;
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("#form-problems")).toContainText("there is no connection");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Received, Marek" })).toBeVisible();
});

test("a second click sends nothing twice", async ({ page }) => {
  await open(page, "/f/contact");
  await write(page);
  let posts = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") posts += 1;
  });
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByRole("heading", { name: "Received, Marek" })).toBeVisible();
  expect(posts).toBe(1);
});

test("where the browser may not compute, the form waits a little and goes all the same", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "isSecureContext", { value: false }));
  await open(page, "/f/contact");
  await write(page);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Received, Marek" })).toBeVisible({ timeout: 20_000 });
});

test("a form that does not exist says so", async ({ page }) => {
  const response = await page.goto("/f/nothing-here?lang=fr");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Ce formulaire n’existe pas" })).toBeVisible();
  await expectAccessible(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form is drawn again with what was typed, then leads to a page that can be refreshed", async ({
    page,
  }) => {
    await page.goto("/f/contact");
    await write(page);
    // The browser's own check lets this one pass.
    await page.getByLabel("Your e-mail").fill("marek.nowak@example");
    await page.getByText("No", { exact: true }).click();
    await page.getByRole("button", { name: "Send" }).click();

    await expect(page.getByText("This is not a complete e-mail address.")).toBeVisible();
    await expect(page.getByText("What you wrote is still here.")).toBeVisible();
    await expect(page.getByLabel("What happened?")).toHaveValue(/two pieces/);
    await expect(page.getByLabel("Order number")).toHaveValue("48377");
    await expect(page.locator("[value=no]")).toBeChecked();
    expect(page.url()).not.toContain("mixer");

    await page.getByLabel("Your e-mail").fill("marek.nowak@example.org");
    // A person needs longer than the eight seconds that a token must be old.
    await page.waitForTimeout(9_000);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("heading", { name: "Received. Your message is with us." })).toBeVisible();
    const reference = await page.getByText(/Reference [0-9A-Z]{6}\./).textContent();
    await page.reload();
    await expect(page.getByText(reference ?? "-")).toBeVisible();
  });

  test("an unknown form has words too", async ({ page }) => {
    const response = await page.goto("/f/nothing-here");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: "This form does not exist" })).toBeVisible();
  });
});

test.describe("inside another site", () => {
  test("the form grows with its content, sends, and speaks the language that the site chose", async ({
    page,
    baseURL,
  }) => {
    const site = await startEmbedPage(baseURL ?? "", { form: "contact", lang: "fr" });
    await page.goto(site.url);
    const frame = page.locator("iframe");
    const form = frame.contentFrame();
    await expect(form.locator("html")).toHaveAttribute("data-ready", "yes");
    await expect
      .poll(() => frame.evaluate((element) => element.getBoundingClientRect().height))
      .not.toBe(640);
    const before = await frame.evaluate((element) => element.getBoundingClientRect().height);
    await form.getByText("Oui, appelez-moi").click();
    await expect
      .poll(() => frame.evaluate((element) => element.getBoundingClientRect().height))
      .toBeGreaterThan(before);

    await form.getByLabel("Que s’est-il passé").fill("Depuis la boutique en ligne.");
    await form.getByLabel("Votre e-mail").fill("claire.dumontet@example.org");
    await form.getByRole("button", { name: "Envoyer" }).click();
    await expect(
      form.getByRole("heading", { name: "Bien reçu. Votre message est chez nous." }),
    ).toBeFocused();
    await expect
      .poll(() => frame.evaluate((element) => element.getBoundingClientRect().height))
      .toBeLessThan(400);
    await site.stop();
  });

  test("the button opens it by keyboard, Escape closes it, and the text is kept", async ({
    page,
    baseURL,
  }) => {
    const site = await startEmbedPage(baseURL ?? "", { form: "contact", mode: "button", theme: "dark" });
    await page.goto(site.url);
    const opener = page.getByRole("button", { name: "Write to us" });
    await opener.focus();
    await page.keyboard.press("Enter");
    const message = page.locator("iframe").contentFrame().getByLabel("What happened?");
    await expect(message).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type("Half a sentence");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(message).toHaveValue("Half a sentence");
    await site.stop();
  });
});
