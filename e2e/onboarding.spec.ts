import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { startEmbedded } from "@/db/embedded";
import { ask, composer, expectAccessible, itemsOf, openConversation, rowOf } from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";
import { dataFolder, type Product, startProduct } from "./support/product";

test.describe.configure({ mode: "serial" });

const folder = dataFolder("avant-first-");
let trap: MailTrap;
let product: Product;
let owner: Page;
let contexts: BrowserContext[] = [];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  trap = await startMailTrap();
  const SMTP_URL = `smtp://127.0.0.1:${trap.port}`;
  product = await startProduct({ dataDir: folder.path, env: { DEMO: "off", SMTP_URL } });
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
  await product.stop();
  await trap.stop();
  folder.remove();
});

test("from the token in the log to a first real reply, in one sitting", async ({ browser }) => {
  const setup = /Create the owner: (\S+)/.exec(product.output())?.[1] ?? "";
  test.setTimeout(120_000);
  owner = await someone(browser);
  await owner.goto("/");
  await expect(owner).toHaveURL(/\/setup$/);
  await expectAccessible(owner);

  await owner.goto(setup);
  await owner.getByLabel("Your name").fill("Inès Carpentier");
  await owner.getByLabel("Your e-mail address").fill("ines@marmelune.example");
  await owner.getByLabel("Password").fill("a kettle that sings");
  await owner.getByRole("button", { name: "Continue" }).click();
  await owner.getByLabel("Name of your organisation").fill("Marmelune");
  await owner.getByRole("button", { name: "Continue" }).click();
  await expect(owner.getByRole("heading", { name: "When is somebody here?" })).toBeVisible();
  await owner.getByRole("button", { name: "Monday: add hours" }).click();
  await expectAccessible(owner);
  await owner.getByRole("button", { name: "Open the desk" }).click();
  await owner.waitForURL("**/settings/channels");
  const steps = owner.getByRole("region", { name: "First steps" });
  await expect(steps).toContainText("1 of 6");
  await expect(steps.getByRole("link", { name: "A first channel" })).toBeVisible();

  await owner.goto("/settings/channels/new?kind=form");
  await owner.getByLabel("Name", { exact: true }).first().fill("Contact");
  await owner.getByPlaceholder("contact").fill("hello");
  await owner.getByRole("button", { name: "Connect" }).click();
  await owner.waitForURL(/\/settings\/channels\/[0-9a-f-]+\?new=1/);
  await expect(steps).toContainText("2 of 6");
  const [brand] = itemsOf(await ask(owner, "GET /brands"));
  const config = { address: "care@marmelune.example" };
  await ask(owner, "POST /channels", { kind: "email", name: "care", brandId: brand?.id, config });
  await ask(owner, "PATCH /organisation", { undoSeconds: 0 });

  const visitor = await someone(browser);
  await visitor.goto("/f/hello");
  await expect(visitor.locator("html")).toHaveAttribute("data-ready", "yes");
  await visitor.getByLabel("What happened?").fill("Nothing yet, I am the first.");
  await visitor.getByLabel("Your e-mail").fill("lou.martel@example.org");
  await visitor.getByRole("button", { name: "Send" }).click();
  await expect(visitor.getByRole("heading", { name: /^Received/ })).toBeVisible();

  await owner.goto("/queue");
  await rowOf(owner, "Nothing yet, I am the first.").waitFor();
  await openConversation(owner, "lou.martel");
  await composer(owner).getByRole("textbox").last().fill("Welcome, and thank you for trying.");
  await composer(owner).getByRole("button", { name: "Send", exact: true }).click();
  const answer = await trap.mailTo("lou.martel@example.org", ({ mail }) => /thank you/.test(mail.text ?? ""));
  expect(answer.mail.from?.address).toBe("care@marmelune.example");
  await expect(owner.getByRole("heading", { name: "You are live" })).toBeVisible({ timeout: 15_000 });
  await owner.goto("/setup");
  await expect(owner).not.toHaveURL(/\/setup/);
});

test("a temp is told of a mention in the bell and by mail, and is out at their last moment", async ({
  browser,
}) => {
  await ask(owner, "POST /teams", { name: "Care", agentIds: [], brandIds: await brandIds() });
  const [team] = itemsOf(await ask(owner, "GET /teams"));
  const email = "jules@marmelune.example";
  const invited = await ask(owner, "POST /invitations", { email, role: "agent", teamId: team?.id });
  const jules = await someone(browser, "fr-FR");
  await jules.goto(String(invited?.url));
  await jules.getByRole("textbox").first().fill("Jules Lemaire");
  await jules.locator("input[type=password]").fill("deux bouilloires bleues");
  await jules.locator("form button[type=submit]").click();
  await jules.waitForURL("**/queue");
  const people = itemsOf(await ask(owner, "GET /agents"));
  const id = String(people.find((person) => person.email === email)?.id);
  const [row] = itemsOf(await ask(owner, "GET /conversations?view=waiting"));
  const told = (text: string) => ask(owner, `POST /conversations/${row?.id}/notes`, { text, mentions: [id] });

  await told("Jules, have a look");
  await expect(jules.getByRole("button", { name: /^Avis : 1 non lu$/ }).first()).toBeVisible();
  // A mail leaves two minutes later, unless it was read on the desk; the next notice takes it along.
  await tell("update notifications set mail_after = now()");
  await told("and answer");
  const mail = await trap.mailTo(email, ({ mail: { subject } }) => /avis|mentionné/.test(subject ?? ""));
  expect(mail.mail.text).toContain("/queue?c=");
  expect(mail.mail.text).not.toContain("I am the first");
  expect(mail.header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");

  await jules.getByRole("button", { name: /^Avis/ }).first().click();
  await jules
    .getByRole("dialog", { name: "Avis" })
    .getByRole("link", { name: /mentionné/ })
    .first()
    .click();
  await expect(jules).toHaveURL(/\/queue\?.*c=\d+/);
  await expect(jules.getByRole("button", { name: "Avis : rien de non lu" }).first()).toBeVisible();

  await ask(jules, `POST /conversations/${row?.id}/assign`, { agentId: id, teamId: null });
  await ask(owner, `PATCH /agents/${id}`, { endsAt: new Date(Date.now() + 1_500).toISOString() });
  await jules.waitForURL("**/sign-in**", { timeout: 12_000 });
  const back = itemsOf(await ask(owner, "GET /conversations?view=waiting")).find((one) => one.id === row?.id);
  expect(back?.assigneeId).toBeNull();
  await jules.locator("input[type=email]").fill(email);
  await jules.locator("input[type=password]").fill("deux bouilloires bleues");
  await jules.locator("form button[type=submit]").click();
  await expect(jules.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(jules).toHaveURL(/\/sign-in/);
});

test("a target counts at once for a mail that arrives, and not for one from before", async () => {
  const dueOf = async (customer: string) => {
    const row = itemsOf(await ask(owner, "GET /conversations?view=queue")).find(
      (one) => one.customerName === customer,
    );
    return row ? (row.dueAt ?? "none") : "missing";
  };
  await write("Odile Aubry", "odile.aubry@example.org");
  await expect.poll(() => dueOf("Odile Aubry")).not.toBe("missing");
  const before = await dueOf("Odile Aubry");

  await owner.goto("/settings/targets");
  await owner.getByLabel("For", { exact: true }).selectOption({ label: "Channel: care" });
  await owner.getByLabel("Within").fill("37");
  await owner.getByLabel("Unit").selectOption("min");
  await owner.getByRole("button", { name: "Promise it" }).click();
  await expect(owner.getByText("37 minutes")).toBeVisible();
  // Mail dates know whole seconds.
  await owner.waitForTimeout(1_000);
  await write("Marek Nowak", "marek.nowak@example.org");
  await expect.poll(() => dueOf("Marek Nowak")).not.toBe("missing");
  expect(await dueOf("Marek Nowak")).not.toBe(before);
  expect(await dueOf("Odile Aubry")).toBe(before);
  const targets = itemsOf(await ask(owner, "GET /targets"));
  expect(targets.find((target) => target.seconds === 37 * 60)).toMatchObject({ by: "Inès Carpentier" });

  await owner.goto("/settings/audit");
  await expect(owner.getByText(/set a target/).first()).toBeVisible();
  await expect(owner.getByText(/invited somebody/)).toBeVisible();
});

async function someone(browser: Browser, locale = "en-GB"): Promise<Page> {
  const context = await browser.newContext({ locale, baseURL: product.url });
  contexts.push(context);
  return context.newPage();
}

async function brandIds(): Promise<unknown[]> {
  return itemsOf(await ask(owner, "GET /brands")).map(({ id }) => id);
}

async function write(name: string, address: string): Promise<void> {
  const mail = {
    from: { name, address },
    to: "care@marmelune.example",
    subject: "My order",
    text: "Where is it?",
  };
  await sendMail(mail, product.smtpPort);
}

async function tell(statement: string): Promise<void> {
  const server = await startEmbedded(folder.path);
  const client = new pg.Client({ connectionString: server.url });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
    await server.stop();
  }
}
