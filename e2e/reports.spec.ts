import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./support/desk";

test.describe.configure({ timeout: 90_000 });

test("a report keeps its filter in the address, reads as a table by key, leaves as a file, and opens its rows", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/reports/times");
  await hannah.getByRole("combobox", { name: "Period" }).selectOption("26");
  await hannah.waitForURL("**/reports/times?weeks=26");
  await hannah.getByRole("combobox", { name: "Clock" }).selectOption("wall");
  await hannah.waitForURL("**/reports/times?weeks=26&clock=wall");
  await hannah.getByRole("combobox", { name: "Compare with" }).selectOption("before");
  await expect(hannah.getByRole("region", { name: "Compared" })).toContainText(
    /hardly chance|can be chance|too few/,
  );
  await hannah.reload();
  await expect(hannah.getByRole("combobox", { name: "Period" })).toHaveValue("26");
  await expect(hannah.getByRole("combobox", { name: "Clock" })).toHaveValue("wall");

  const trend = hannah.getByRole("region", { name: "First response, by week" });
  const line = trend.getByRole("slider");
  await line.focus();
  const last = await line.getAttribute("aria-valuetext");
  // A key pressed before the page has come alive is nobody's.
  await expect(async () => {
    await hannah.keyboard.press("ArrowLeft");
    await expect(line).not.toHaveAttribute("aria-valuetext", last ?? "", { timeout: 1_000 });
  }).toPass();
  await expect(line).toHaveAttribute("aria-valuetext", /^week of /);
  await expect(async () => {
    if (!(await trend.getByRole("table").isVisible())) await hannah.keyboard.press("t");
    await expect(trend.getByRole("table")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(hannah.getByRole("region", { name: "When customers write" }).getByRole("table")).toHaveCount(
    0,
  );

  const csv = hannah.waitForEvent("download");
  await trend.getByRole("button", { name: "First response, by week: as CSV" }).click();
  const file = await csv;
  expect(file.suggestedFilename()).toMatch(/^first_response-week-\d{4}-\d{2}-\d{2}\.csv$/);
  expect(await readFile(await file.path(), "utf8")).toContain(
    "Week,Median (s),9 of 10 within (s),Still waiting,n\r\n",
  );

  // Days that are over: nobody changes them while we count.
  const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  await hannah.goto(`/reports/times?from=${day(40)}&to=${day(32)}`);
  const figure = hannah.getByRole("region", { name: "First response, median" });
  const counted = figure.getByRole("link", { name: /^n / });
  const n = Number((await counted.textContent())?.replace(/\D/g, ""));
  expect(n).toBeGreaterThan(0);
  await counted.click();
  await hannah.waitForURL("**/reports/behind?from=*&to=*&figure=first_response%3Aanswered");
  await expect(hannah.getByRole("heading", { level: 2, name: "First response: answered" })).toBeVisible();
  await expect(hannah.getByText(new RegExp(`^${n.toLocaleString("en")} cases?, from`))).toBeVisible();
  expect(await everyRow(hannah, n)).toBe(n);
  const row = hannah.locator("[data-behind]").first();
  await row
    .getByRole("button", { name: /How was this counted/ })
    .first()
    .click();
  const how = hannah.getByRole("dialog", { name: "How this was counted" });
  await expect(how).toContainText(/First response: from .* of opening hours, .* on the clock/s);
  await hannah.keyboard.press("Escape");
  await expect(how).toHaveCount(0);
  await row.getByRole("link").click();
  await hannah.waitForURL("**/queue?c=*");

  // An hour of the week opens as many as it says.
  await hannah.goto(`/reports/times?from=${day(40)}&to=${day(32)}`);
  const hours = hannah.getByRole("region", { name: "When customers write" }).getByRole("slider");
  await hours.focus();
  const asked = /: ([\d,]+) requests?/;
  const said = async () =>
    Number(asked.exec((await hours.getAttribute("aria-valuetext")) ?? "")?.[1]?.replace(",", "") ?? 0);
  for (let hour = 0; hour < 168 && (await said()) === 0; hour++) await hannah.keyboard.press("ArrowRight");
  const requests = await said();
  expect(requests).toBeGreaterThan(0);
  await hannah.keyboard.press("Enter");
  await hannah.waitForURL("**/reports/behind?from=*&to=*&figure=hour%3A*");
  expect(await everyRow(hannah, requests)).toBe(requests);
});

test("a manager sees who is overdue without leaving the page; an agent sees nobody's figures but their own", async ({
  sitDown,
}) => {
  const ines = await sitDown("Inès Carpentier");
  await ines.goto("/reports/targets");
  const overdue = ines.getByRole("region", { name: "En retard en ce moment" });
  await expect(overdue).toBeVisible();
  await expect(overdue).toContainText(/de retard|Personne n’attend/);
  await expectAccessible(ines, { within: "main" });
  await ines.goto("/reports/times");
  await expect(ines.getByRole("region", { name: "Quand les clients écrivent" })).toBeVisible();
  await expectAccessible(ines, { within: "main" });
  await ines.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(ines, { within: "main", rules: ["color-contrast"] });

  const salma = await sitDown("Salma Idrissi");
  await salma.goto("/reports");
  await salma.waitForURL("**/reports/me");
  await expect(salma.getByRole("heading", { level: 1, name: "My figures" })).toBeVisible();
  await salma.goto("/reports/times");
  await expect(salma.getByText("Reports are for managers")).toBeVisible();
  await salma.getByRole("link", { name: "My figures" }).click();
  await salma.waitForURL("**/reports/me");
  const other = await salma.request.get(
    "/api/v1/reports/behind.csv?from=2026-01-01&to=2026-12-31&figure=volume:open",
  );
  expect(other.status()).toBe(403);
});

test("the page of the month draws its year, by key, as a table and as files, and stays one sheet in both languages", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/reports/month");
  const title = "First response, this month and the twelve before";
  const year = hannah.getByRole("region", { name: title });
  const line = year.getByRole("slider");
  await line.focus();
  const last = (await line.getAttribute("aria-valuetext")) ?? "";
  expect(last).toMatch(/, so far: (median|too few)/);
  // A key pressed before the page has come alive is nobody's.
  await expect(async () => {
    await hannah.keyboard.press("ArrowLeft");
    await expect(line).not.toHaveAttribute("aria-valuetext", last, { timeout: 1_000 });
  }).toPass();
  const picture = hannah.waitForEvent("download");
  await year.getByRole("button", { name: `${title}: as a picture (SVG)` }).click();
  expect(await readFile(await (await picture).path(), "utf8")).toMatch(/^<svg .*>median<\/text>/s);
  const csv = hannah.waitForEvent("download");
  await year.getByRole("button", { name: `${title}: as CSV` }).click();
  const file = await readFile(await (await csv).path(), "utf8");
  expect(file).toContain("Month,Median (s),9 of 10 within (s),Still waiting,n\r\n");
  expect(file.trim().split("\r\n")).toHaveLength(14);
  await expect(async () => {
    if (!(await year.getByRole("table").isVisible()))
      await year.getByRole("button", { name: "Table" }).click();
    await expect(year.getByRole("table")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(year.getByRole("table").getByRole("row")).toHaveCount(14);

  for (const page of [hannah, await sitDown("Inès Carpentier")]) {
    await page.goto("/reports/month");
    await expect(page.getByRole("region", { name: /^(First response, |Première réponse, )/ })).toBeVisible();
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  }
});

/** How many rows are behind the figure, page by page; stops at three pages, which then hold fifty each. */
async function everyRow(page: Page, n: number): Promise<number> {
  // The address changes before the rows have come.
  await expect(page.locator("[data-behind]").first()).toBeVisible();
  for (let seen = 0, pages = 1; ; pages++) {
    seen += await page.locator("[data-behind]").count();
    const next = page.getByRole("link", { name: "Next 50" });
    if ((await next.count()) === 0) return seen;
    if (pages === 3) return seen === 150 ? n : seen;
    const first = await page.locator("[data-behind]").first().getAttribute("data-behind");
    await next.click();
    await expect(page.locator("[data-behind]").first()).not.toHaveAttribute("data-behind", first ?? "");
  }
}
