import { letRepliesLeave } from "./support/database";
import { composer, connect, expect, openConversation, openDesk, test } from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;
test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

test("a promise in a reply is offered, made with one key, and stands beside the conversation", async ({
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
});
