import { letRepliesLeave } from "./support/database";
import { composer, connect, expect, openConversation, openDesk, test } from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;
test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

test("a customer is asked once, looking votes for nobody, one button does, and it stands in the conversation and the report", async ({
  sitDown,
  browser,
}) => {
  test.setTimeout(120_000);
  const run = test.info().retry;
  const address = `month-${run}@marmelune.example`;
  const channel = `Month ${run}`;
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", channel, {
    address,
    displayName: "Marmelune",
    smtpHost: "127.0.0.1",
    smtpPort: trap.port,
    smtpSecurity: "none",
  });
  await hannah.goto("/settings/satisfaction");
  await hannah.getByRole("listitem").filter({ hasText: channel }).getByLabel(/^Ask/).selectOption("0");
  await expect(hannah.getByText(`${channel}: asked right away.`)).toBeVisible();

  const salma = await sitDown("Salma Idrissi");
  const name = "Berthe Couvreur";
  const from = "berthe.couvreur@example.org";
  await openDesk(salma, name);
  await sendMail({
    from: { name, address: from },
    to: address,
    subject: "A lid",
    text: "Does the lid fit the small pan?",
  });
  await openConversation(salma, name);
  const desk = composer(salma);
  await desk.getByRole("textbox").click();
  await desk.getByRole("textbox").fill("Hello Berthe,\n\nyes, it fits.\n\nSalma");
  await salma.keyboard.press("Control+Enter");
  await letRepliesLeave();
  await expect(salma.getByRole("log").getByText("yes, it fits")).toBeVisible({ timeout: 20_000 });
  await salma.getByRole("log").click();
  await salma.keyboard.press("e");
  await expect(salma.getByText(/Berthe resolved/)).toBeVisible();
  await salma.keyboard.press("Shift+E");
  await salma
    .getByRole("option", { name: /before buying/ })
    .first()
    .click();
  await expect(salma.getByText(`${name}: Product › before buying.`)).toBeVisible();

  const question = await trap.mailTo(from, (mail) => mail.source.includes("/csat/"));
  expect(question.header("auto-submitted")).toBe("auto-replied");
  const link = /https?:\/\/[^\s)>"]+\/csat\/[\w-]+\?v=satisfied/.exec(question.mail.text ?? "")?.[0] ?? "";
  const path = new URL(link).pathname;
  const outside = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 375, height: 700 },
  });
  const customer = await outside.newPage();
  // What a mail scanner does: it opens every link.
  for (const verdict of ["unsatisfied", "partly", "satisfied"]) await customer.goto(`${path}?v=${verdict}`);
  await expect(customer.getByRole("radio", { name: "Yes, I am satisfied" })).toBeChecked();
  await customer.getByLabel(/What should we know/).fill("Quick and clear.");
  await customer.getByRole("button", { name: "Send my answer" }).click();
  await expect(customer.getByRole("heading", { name: "Thank you. Your answer has arrived." })).toBeVisible();
  expect((await customer.goto("/csat/nobody"))?.status()).toBe(404);
  await outside.close();

  await salma.goto(`/queue?view=resolved&q=${encodeURIComponent(`from:"${name}"`)}`);
  await openConversation(salma, name);
  await expect(salma.getByText(/said how it went: satisfied “Quick and clear.”/).first()).toBeVisible({
    timeout: 20_000,
  });

  await hannah.goto("/reports/satisfaction");
  const words = hannah.getByRole("region", { name: "In their words" });
  await expect(words.getByText("“Quick and clear.”")).toBeVisible();
});

test("the month stands on one sheet, says what it waits for, and keeps what a manager writes", async ({
  sitDown,
}) => {
  const ines = await sitDown("Inès Carpentier", { locale: "en" });
  await ines.goto("/reports/month");
  await expect(ines.getByRole("table")).toBeVisible();
  const words = `We answer invoices on the same day. ${Date.now()}`;
  const field = ines.getByRole("textbox", { name: /What we changed|Ce que nous avons changé/ });
  // Until the page is alive, what is typed meets what it brought along.
  await expect(async () => {
    await field.fill(words);
    await expect(field).toHaveValue(words, { timeout: 500 });
  }).toPass();
  await expect(ines.getByRole("status").filter({ hasText: /Kept|Enregistré/ })).toBeVisible();
  await ines.waitForTimeout(1500);
  await ines.reload();
  await expect(field).toHaveValue(words);
  const paper = await ines.pdf({ format: "A4", preferCSSPageSize: true });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? [];
  expect(pages).toHaveLength(1);
});
