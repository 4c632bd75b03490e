import { randomUUID } from "node:crypto";
import { ask, expect, itemsOf, openDesk, test } from "./support/desk";

test("orders of two who become one are counted together in words, and who is erased is gone from every screen", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock", { viewport: { width: 1600, height: 1000 } });
  await openDesk(hannah, "");
  const known = itemsOf(await ask(hannah, "GET /channels")).find(
    (channel) => channel.address === "care@marmelune.example",
  );
  const family = `Okafor${randomUUID().replaceAll(/[^a-f]/g, "")}`.slice(0, 14);
  const [one, other] = [`Ben ${family}`, `Benedict ${family}`];
  const order = (name: string, amountMinor: number, currency: string) => ({
    kind: "order_placed",
    at: "2026-11-02T09:30:00Z",
    id: randomUUID(),
    customer: { name, email: `${name.replace(" ", ".").toLowerCase()}@post.example` },
    amountMinor,
    currency,
  });
  const told = await ask(hannah, "POST /signals", {
    brandId: known?.brandId,
    signals: [order(one, 2990, "EUR"), order(other, 1000, "USD")],
  });
  const [oneId] = (Array.isArray(told?.items) ? told.items : []).map(({ customerId }) => String(customerId));

  await hannah.goto(`/customers/${oneId}`);
  await expect(hannah.getByText("from the API or a connected shop")).toBeVisible();
  await expect(hannah.getByText("None, or none that you may see.")).toBeVisible();
  await hannah.getByRole("button", { name: "Merge with …" }).click();
  await hannah.getByRole("dialog").getByRole("searchbox").fill(other);
  await hannah.getByRole("button", { name: new RegExp(other) }).click();
  const dialog = hannah.getByRole("dialog", { name: "Make them one person" });
  const together = dialog.getByRole("region", { name: "From their signs, together" });
  await expect(together).toContainText(/Orders\s*2/);
  await expect(together).toContainText(/Spent\s*€29\.90 \+ (US)?\$10\.00/);
  await dialog.getByRole("button", { name: "Make them one" }).click();
  await expect(hannah.getByText("2 signs")).toBeVisible();
  await expect(hannah.getByText(/€29\.90 \+ (US)?\$10\.00/)).toBeVisible();

  const salma = await sitDown("Salma Idrissi", { viewport: { width: 1600, height: 1000 } });
  await salma.goto(`/customers/${oneId}`);
  await expect(salma.getByRole("heading", { level: 1, name: one })).toBeVisible();
  // A file that another journey is importing makes an erasure wait.
  await expect(async () => {
    await ask(hannah, `POST /customers/${oneId}/erasure`, { confirmed: one, despiteHold: false });
  }).toPass({ timeout: 30_000 });
  for (const page of [hannah, salma]) {
    await expect(page.getByText(/^Everything of this person was erased on/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Merge with …" })).toHaveCount(0);
  }
  await expect(salma.getByText(family)).toHaveCount(0);
});
