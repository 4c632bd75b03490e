import { ask, expect, itemsOf, test } from "./support/desk";

test("a slip of the hand in a gesture's limit is refused, a limit that was set is taken back, and No can be thought over", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/gestures");
  await hannah.getByLabel("For whom").selectOption({ label: "Junior" });
  const amount = hannah.getByLabel("At most, in EUR");
  const set = hannah.getByRole("button", { name: "Set", exact: true });
  await amount.fill("0,001");
  await expect(hannah.getByText(/An amount in EUR has at most 2 decimals/)).toBeVisible();
  await expect(set).toBeDisabled();
  await amount.fill("999999999999");
  await expect(hannah.getByText(/That is too much: at most €1,000,000/)).toBeVisible();
  await amount.fill("2,50");
  await expect(hannah.getByText(/Junior: €0 → €2\.50/)).toBeVisible();
  await set.click();
  const back = hannah.getByRole("button", { name: "Back to €0, as shipped" });
  await expect(back).toBeVisible();
  await back.click();
  await expect(back).toHaveCount(0);
  await hannah.goto("/settings/audit");
  await expect(
    hannah.getByText("changed what Junior may give as gestures: €2.50 → €0").first(),
  ).toBeVisible();

  const jules = await sitDown("Jules Lemaire");
  await jules.goto("/queue");
  const [paul] = itemsOf(await ask(jules, "GET /conversations?view=all&limit=5&q=Paul%20Rey"));
  const asked = await ask(jules, `POST /conversations/${paul?.id}/gestures`, {
    kind: "refund",
    amountMinor: 500,
  });
  await hannah.goto(`/queue?view=all&c=${paul?.number}`);
  const yes = hannah.getByRole("button", { name: "Yes", exact: true }).filter({ visible: true });
  const no = hannah.getByRole("button", { name: "No", exact: true }).filter({ visible: true });
  await no.click();
  await expect(yes).toHaveCount(0);
  await hannah.getByRole("button", { name: "Cancel", exact: true }).filter({ visible: true }).click();
  await expect(yes).toBeVisible();
  await no.click();
  await hannah.getByLabel("Why not").filter({ visible: true }).press("Escape");
  await expect(yes).toBeVisible();
  await ask(jules, `POST /gestures/${asked?.id}/withdraw`);
});
