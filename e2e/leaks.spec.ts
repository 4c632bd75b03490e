import { randomUUID } from "node:crypto";
import { ask, connect, expect, itemsOf, openDesk, rowOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

const help = `told-${randomUUID().slice(0, 8)}@marmelune.example`;
test.describe.configure({ timeout: 120_000 });

test("the same person posts in public, the two are tied, the leak appears with its story, and is taken back", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", `Told ${test.info().retry}`, { address: help, displayName: "Marmelune" });
  const mailbox = itemsOf(await ask(hannah, "GET /channels")).find(
    (channel) => channel.address === "care@marmelune.example",
  );
  const source = await ask(hannah, "POST /channels", {
    kind: "api",
    name: "Kettle forum",
    brandId: mailbox?.brandId,
    teamId: mailbox?.teamId,
    config: { source: `kettles-${randomUUID().slice(0, 6)}`, secret: "a-long-and-random-secret-for-tests" },
  });
  const family = `Zw${randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 7)}`;
  const name = `Maud ${family}`;
  const words = "My refund never came. This is unacceptable, worst service ever, nobody answers.";
  await sendMail({
    from: { name, address: `${family}@example.org`.toLowerCase() },
    to: help,
    subject: "Refund",
    text: words,
  });
  const found = async () =>
    itemsOf(await ask(hannah, `GET /conversations?view=queue&sort=longest&limit=50&q=${family}`));
  await expect.poll(async () => (await found()).length).toBe(1);
  await ask(hannah, `POST /channels/${source?.id}/messages`, {
    id: randomUUID(),
    author: { handle: `@maud.${family.toLowerCase()}`, name },
    public: true,
    text: words,
  });
  await expect.poll(async () => (await found()).length).toBe(2);

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, `${family} is:public`);
  await rowOf(salma, name).first().click();
  const asked = salma.getByRole("region", { name: "Same person?" }).filter({ visible: true });
  await expect(asked).toBeVisible();
  await salma.keyboard.press("s");
  const line = salma.getByRole("region", { name: "Went public after telling us" }).filter({ visible: true });
  await expect(line).toContainText(/Told us .* before: #\d+/, { timeout: 20_000 });
  await line.getByRole("link", { name: "See the story" }).click();

  await expect(
    salma.getByRole("heading", { level: 1, name: `${name} went public after telling us` }),
  ).toBeVisible();
  await expect(salma.getByText(/^Told us on .*, waited .*, posted on /)).toBeVisible();
  await expect(salma.getByText("Posted in public")).toBeVisible();
  await expect(salma.getByText(/since a colleague confirmed/)).toBeVisible();
  await salma.getByRole("button", { name: "Not one" }).click();
  await expect(salma.getByText("Not counted: Salma Idrissi said that it is none.")).toBeVisible();
  await salma.getByRole("button", { name: "It is one after all" }).click();
  await expect(salma.getByText(/^Not counted/)).toHaveCount(0);

  await hannah.goto("/queue");
  await hannah.getByRole("link", { name: "Reports" }).click();
  await hannah.getByRole("link", { name: "Went public", exact: true }).click();
  await hannah.waitForURL("**/reports/leaks**");
  await expect(hannah.getByRole("main").getByRole("link", { name }).first()).toBeVisible();
  await expect(hannah.getByText(/of \d+ linked posts?/)).toBeVisible();
});
