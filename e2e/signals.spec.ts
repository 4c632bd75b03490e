import { expect, openDesk, rowOf, test } from "./support/desk";

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

test("orders come by file, one customer's have stopped, and taking the file back takes all of it back", async ({
  sitDown,
}) => {
  test.setTimeout(90_000);
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/signals");
  const name = "Lotte Vandamme";
  const rows = [60, 70, 80, 90].map(
    (ago) => `${day(ago)};lotte.vandamme@example.org;${name};Z-${ago};"49,90 €"`,
  );
  await hannah.getByLabel("Hand in a file").setInputFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Order date;Email;Customer name;Order number;Total\r\n${rows.join("\r\n")}\r\n`),
  });
  await expect(hannah.getByText("Say what the rows are, or which column tells it.")).toBeVisible();
  await hannah.getByLabel("What are the rows?").selectOption("order_placed");
  await expect(
    hannah.getByText(/4 new signs, none told before, 0 known customers, 1 new customer/),
  ).toBeVisible();
  await expect(hannah.getByText(/one conversation: Orders that stopped/)).toBeVisible();
  await hannah.getByRole("button", { name: "Import", exact: true }).click();
  await expect(hannah.getByText(/orders\.csv/).first()).toBeVisible();
  await expect(hannah.getByText("4 signs, 1 new customer, none told before, no row left out")).toBeVisible({
    timeout: 20_000,
  });

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, name);
  await expect(rowOf(salma, name)).toContainText(/orders every 1\d days, now (59|60)/, { timeout: 20_000 });
  await rowOf(salma, name).click();
  await expect(salma.getByRole("button", { name: "Not now, ask again in 90 days" })).toBeVisible();

  // The row that is open stays where it is until one leaves it.
  await openDesk(salma, name);
  await hannah.getByRole("button", { name: "Take it back" }).first().click();
  await hannah.getByRole("button", { name: "Take it back" }).first().click();
  await expect(hannah.getByText(/taken back/).first()).toBeVisible({ timeout: 20_000 });
  await expect(rowOf(salma, name)).toHaveCount(0, { timeout: 20_000 });
});

test("a file of orders is read, and each field offers the columns that it has", async ({ sitDown }) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/signals");
  await hannah.getByLabel("Hand in a file").setInputFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Order date;Email;Order number\r\n${day(60)};lotte.vandamme@example.org;Z-60\r\n`),
  });
  await expect(hannah.getByLabel("E-mail", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(hannah.getByLabel("Order number", { exact: true })).toBeVisible();
});
