import { letRepliesLeave } from "./support/database";
import {
  ask,
  composer,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
  timeline,
} from "./support/desk";
import { type MailTrap, startMailTrap } from "./support/mail";

let trap: MailTrap;

test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

test("a form with a file appears live, is confirmed without the sender's words, and answered by mail", async ({
  sitDown,
  browser,
  baseURL,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  const mailbox = itemsOf(await ask(hannah, "GET /channels")).find(
    (channel) => channel.address === "care@marmelune.example",
  );
  const config = typeof mailbox?.config === "object" ? mailbox.config : {};
  await ask(hannah, `PATCH /channels/${mailbox?.id}`, { config: { ...config, smtpPort: trap.port } });

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "Ancel");

  const visitor = await browser.newContext({ baseURL: baseURL ?? "", viewport: { width: 375, height: 740 } });
  const page = await visitor.newPage();
  await page.goto("/f/contact");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "yes");
  await page.getByLabel("What happened?").fill("The glaze chipped at the spout on the second day.");
  await page.getByLabel("Your name").fill("Delphine Ancel");
  await page.getByLabel("Your e-mail").fill("delphine.ancel@example.org");
  const photo = Buffer.from("not really a photograph, but exactly these bytes");
  await page.locator("#files").setInputFiles({ name: "spout.txt", mimeType: "text/plain", buffer: photo });
  await page.getByText("No", { exact: true }).click();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { name: "Received, Delphine" })).toBeVisible();
  await visitor.close();

  await rowOf(salma, "Delphine Ancel").waitFor();
  await openConversation(salma, "Delphine Ancel");
  await expect(timeline(salma).getByText("The glaze chipped at the spout")).toBeVisible();
  const downloading = salma.waitForEvent("download");
  await timeline(salma)
    .getByRole("link", { name: /spout\.txt/ })
    .click();
  const file = await (await downloading).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).equals(photo)).toBe(true);

  const confirmation = await trap.mailTo("delphine.ancel@example.org");
  expect(confirmation.mail.subject).toMatch(/^Marmelune: your message has arrived \([0-9A-Z]{6}\)$/);
  expect(confirmation.source).not.toMatch(/glaze|spout|Delphine Ancel/);
  expect(confirmation.header("auto-submitted")).toBe("auto-replied");

  await composer(salma).getByRole("textbox").fill("A new one leaves today, with a label for the old one.");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(salma.getByText(/^Sending to Delphine Ancel/)).toBeVisible();
  await letRepliesLeave();
  const answer = await trap.mailTo("delphine.ancel@example.org", ({ mail }) =>
    /leaves today/.test(mail.text ?? ""),
  );
  expect(answer.mail.from?.address).toBe("care@marmelune.example");
  expect(answer.header("auto-submitted")).toBe("");
});
