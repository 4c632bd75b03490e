import { expect, expectAccessible, test } from "./support/desk";
import { dataFolder, type Product, startProduct } from "./support/product";

const folder = dataFolder("avant-first-");
let product: Product;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  product = await startProduct({ dataDir: folder.path, env: { DEMO: "off" } });
});
test.afterAll(async () => {
  await product.stop();
  folder.remove();
});

test("an empty installation: the token of the log makes the owner, and the first form works at once", async ({
  browser,
}) => {
  const setup = /Create the owner: (\S+)/.exec(product.output())?.[1] ?? "";
  const context = await browser.newContext({ locale: "en-GB", baseURL: product.url });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expectAccessible(page);

  await page.goto(setup);
  await page.getByLabel("Your name").fill("Inès Carpentier");
  await page.getByLabel("Your e-mail address").fill("ines@marmelune.example");
  await page.getByLabel("Password").fill("a kettle that sings");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Name of your organisation").fill("Marmelune");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Open the desk" }).click();
  await page.waitForURL("**/settings/channels");

  await page.goto("/settings/channels/new?kind=form");
  await page.getByLabel("Name", { exact: true }).first().fill("Contact");
  await page
    .locator("label", { hasText: /slug|address of the form/i })
    .first()
    .waitFor();
  await page.getByPlaceholder("contact").fill("hello");
  await page.getByRole("button", { name: "Connect" }).click();
  await page.waitForURL("**/settings/channels");

  const visitor = await (await browser.newContext({ locale: "en-GB", baseURL: product.url })).newPage();
  await visitor.goto("/f/hello");
  await expect(visitor.locator("html")).toHaveAttribute("data-ready", "yes");
  await visitor.getByLabel("What happened?").fill("Nothing yet, I am the first.");
  await visitor.getByLabel("Your e-mail").fill("lou.martel@example.org");
  await visitor.getByRole("button", { name: "Send" }).click();
  await expect(visitor.getByRole("heading", { name: /^Received/ })).toBeVisible();

  await page.goto("/queue");
  await expect(page.locator("[data-row]").filter({ hasText: "Nothing yet, I am the first." })).toBeVisible();
  await page.goto("/setup");
  await expect(page).not.toHaveURL(/\/setup/);
  await context.close();
});
