import { ask, expect, itemsOf, test } from "./support/desk";

test("an administrator sets a brand's colours and hours, and reads who changed what", async ({ sitDown }) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/schedules/new");
  await hannah.getByLabel("Name", { exact: true }).fill("Autumn");
  await hannah.getByRole("button", { name: "Saturday: add hours" }).click();
  await hannah.getByLabel("Saturday: closes").fill("12:30");
  await hannah.getByRole("button", { name: "Add a day" }).click();
  await hannah.getByRole("button", { name: "Save" }).click();
  await hannah.waitForURL("**/settings/schedules");
  await expect(hannah.getByText("Sat 09:00–12:30")).toBeVisible();

  await hannah.goto("/settings/brands/new");
  await hannah.getByLabel("Name", { exact: true }).fill("Petit Feu");
  await hannah.getByLabel("Colour by day").last().fill("#f5e9a0");
  await expect(hannah.getByText(/Too faint on this ground/)).toBeVisible();
  await hannah.getByLabel("Colour by day").last().fill("#a85e36");
  await expect(hannah.getByText(/Too faint on this ground/)).toBeHidden();
  await hannah.getByLabel("Opening hours").selectOption({ label: "Autumn" });
  await hannah.getByRole("button", { name: "Save" }).click();
  await hannah.waitForURL("**/settings/brands");
  await expect(hannah.getByText("English · Autumn")).toBeVisible();

  await hannah.goto("/settings/audit");
  await expect(hannah.getByText("made the brand Petit Feu")).toBeVisible();
  await expect(hannah.getByText("made the opening hours Autumn")).toBeVisible();
});

test("a manager looks after a team of theirs, and is not let into others", async ({ sitDown }) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/people");
  const agents = itemsOf(await ask(hannah, "GET /agents"));
  const ines = agents.find(({ name }) => name === "Inès Carpentier");
  const brands = itemsOf(await ask(hannah, "GET /brands")).map(({ id }) => id);
  await ask(hannah, "POST /teams", { name: "Night shift", agentIds: [], brandIds: brands });

  const manager = await sitDown("Inès Carpentier");
  await manager.goto("/settings/teams");
  await expect(manager.getByText("Night shift")).toBeVisible();
  await expect(manager.getByRole("link", { name: "Night shift" })).toHaveCount(0);
  const night = itemsOf(await ask(manager, "GET /teams")).find(({ name }) => name === "Night shift");
  const response = await manager.request.put(`/api/v1/teams/${night?.id}`, {
    headers: { origin: new URL(manager.url()).origin },
    data: { name: "Night shift", agentIds: [ines?.id], brandIds: brands },
  });
  expect(response.status()).toBe(403);
});

test("notices are chosen by keyboard, in French, and kept", async ({ sitDown }) => {
  const salma = await sitDown("Salma Idrissi", { locale: "fr-FR" });
  await salma.goto("/settings/notifications");
  await expect(salma.locator("html")).toHaveAttribute("data-ready", "yes");
  const box = salma.getByRole("checkbox", { name: /(On the desk|Au bureau)$/ }).first();
  await box.focus();
  const saved = salma.waitForResponse((response) => response.url().endsWith("/me/notifications"));
  await salma.keyboard.press("Space");
  expect((await saved).ok()).toBe(true);
  await salma.reload();
  await expect(box).not.toBeChecked();
  await ask(salma, "PATCH /me/notifications", {
    choices: { assigned: { app: true, mail: false, push: true } },
  });
});
