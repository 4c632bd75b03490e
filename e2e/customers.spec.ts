import { randomUUID } from "node:crypto";
import { ask, connect, expect, itemsOf, openDesk, rowOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

const help = `people-${randomUUID().slice(0, 8)}@marmelune.example`;
test.describe.configure({ timeout: 120_000 });

test("a suggestion said yes to by one key puts two addresses on one line, and taking it back makes them two", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", `People ${test.info().retry}`, { address: help, displayName: "Marmelune" });
  const salma = await sitDown("Salma Idrissi");
  const family = `Quill${randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 6)}`;
  const name = `Théo ${family}`;
  const [one, other] = [`theo.${family}@example.org`.toLowerCase(), `${family}@example.net`.toLowerCase()];
  await sendMail({ from: { name, address: one }, to: help, subject: "Kettle", text: "The kettle leaks." });
  await sendMail({
    from: { name, address: other },
    to: help,
    subject: "Again",
    text: "My kettle still leaks.",
  });
  await salma.goto("/queue");
  await expect
    .poll(
      async () =>
        itemsOf(await ask(salma, `GET /conversations?view=queue&sort=longest&limit=50&q=${family}`)).length,
    )
    .toBe(2);
  await openDesk(salma, family);
  await rowOf(salma, name).first().click();

  const asked = salma.getByRole("region", { name: "Same person?" }).filter({ visible: true });
  const addresses = salma
    .getByRole("list", { name: "Addresses and handles" })
    .filter({ visible: true })
    .getByRole("listitem");
  await expect(asked).toContainText("rare same name");
  await expect(addresses).toHaveCount(1);
  await salma.keyboard.press("s");
  await expect(addresses).toHaveCount(2);
  await expect(asked).toHaveCount(0);
  await salma.keyboard.press("z");
  await expect(asked).toBeVisible();
  await expect(addresses).toHaveCount(1);
  await salma.keyboard.press("s");
  await expect(addresses).toHaveCount(2);

  await salma.getByRole("link", { name: "Everything about this customer" }).filter({ visible: true }).click();
  await expect(salma.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(salma.getByText("The kettle leaks.", { exact: true })).toBeVisible();
  await expect(salma.getByText("My kettle still leaks.", { exact: true })).toBeVisible();
  await salma.getByRole("button", { name: "Make them two again" }).click();
  await expect(salma.getByText("My kettle still leaks.", { exact: true })).toHaveCount(0);

  await salma.goto("/customers");
  await salma.getByRole("searchbox", { name: "Find a customer" }).fill(other);
  await expect(salma.getByRole("link", { name: new RegExp(family) })).toHaveCount(1);
});
