import { letPromisesAge, letRepliesLeave } from "./support/database";
import { composer, connect, expect, openConversation, openDesk, rowOf, test } from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;
test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

test("a promise in a reply is offered, made with one key, comes back when it breaks, and is kept by a message", async ({
  sitDown,
}) => {
  test.setTimeout(120_000);
  const address = `promises-${test.info().retry}@marmelune.example`;
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", `Promises ${test.info().retry}`, {
    address,
    displayName: "Marmelune",
    smtpHost: "127.0.0.1",
    smtpPort: trap.port,
    smtpSecurity: "none",
  });

  const salma = await sitDown("Salma Idrissi");
  const name = "Adrienne Valmont";
  await openDesk(salma, name);
  await sendMail({
    from: { name, address: "adrienne.valmont@example.org" },
    to: address,
    subject: "My money",
    text: "The lid came back to you last week. When do I get my money?",
  });
  await openConversation(salma, name);

  const desk = composer(salma);
  await desk.getByRole("textbox").click();
  await desk.getByRole("textbox").fill("Hello Adrienne, will you have time on Friday?");
  await salma.waitForTimeout(600);
  await expect(desk.getByText(/^Promise:/)).toHaveCount(0);
  await desk
    .getByRole("textbox")
    .fill("Hello Adrienne,\n\nthank you. You will be refunded by Friday.\n\nSalma");
  await expect(desk.getByText(/Promise: refund by Friday/)).toBeVisible();
  await salma.keyboard.press("Control+.");
  await expect(desk.getByText(/Promised with this reply: refund by Friday/)).toBeVisible();
  await salma.keyboard.press("Control+Enter");
  await letRepliesLeave();

  const promises = salma
    .getByRole("region", { name: "Conversation" })
    .getByRole("region", { name: "Promises" });
  await expect(promises.getByText("You will be refunded by Friday.")).toBeVisible({ timeout: 20_000 });
  await expect(promises.getByText(/^promised for/)).toBeVisible({ timeout: 20_000 });

  // Eight days later nobody has done anything, and the conversation was resolved meanwhile.
  await letPromisesAge(name, 8);
  await expect(promises.getByText(/promised for .*, not kept/)).toBeVisible({ timeout: 30_000 });
  await expect(rowOf(salma, name)).toContainText(/not kept/i, { timeout: 20_000 });

  await desk.getByRole("textbox").click();
  await desk.getByRole("textbox").fill("Hello Adrienne, the money has left our bank. I am sorry.");
  await salma.keyboard.press("Control+Enter");
  await letRepliesLeave();
  await expect(salma.getByRole("log").getByText("the money has left our bank")).toBeVisible({
    timeout: 20_000,
  });
  await promises.getByRole("button", { name: "Kept", exact: true }).click();
  await expect(promises.getByLabel("By which message")).toContainText("the money has left our bank");
  await promises.getByRole("button", { name: "Kept", exact: true }).last().click();
  await expect(salma.getByText("Kept.", { exact: true })).toBeVisible();
  await expect(promises).toHaveCount(0);
  await expect(salma.getByText(/kept \d+ days? late/).first()).toBeVisible();
});
