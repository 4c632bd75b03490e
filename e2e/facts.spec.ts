import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { letBeSample, letConversationAge } from "./support/database";
import { ask, expect, itemsOf, openConversation, openDesk, rowOf, test } from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;

test.describe.configure({ timeout: 90_000 });
test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

const help = `facts-${randomUUID().slice(0, 8)}@marmelune.example`;

test("a mail of Friday evening answered after the weekend shows both times; reopened it does not inflate", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  const family = `Zy${randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 7)}`;
  const writer = { name: `Odile ${family}`, address: `${family}@example.org`.toLowerCase() };
  // A house of its own with usual hours: those of the sample follow the clock of whoever looks at it.
  const day = [["09:00", "18:00"]];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  const hours = { zone: "Europe/Paris", week, exceptions: [] };
  const schedule = await ask(hannah, "POST /schedules", { name: `Office ${family}`, hours });
  const brand = await ask(hannah, "POST /brands", { name: `Pots ${family}`, scheduleId: schedule?.id });
  // The other journeys read the sample's reports.
  await letBeSample(`Pots ${family}`);
  await ask(hannah, "POST /channels", {
    kind: "email",
    name: `Pots ${family}`,
    brandId: brand?.id,
    teamId: null,
    config: {
      address: help,
      displayName: "Marmelune",
      smtpHost: "127.0.0.1",
      smtpPort: trap.port,
      smtpSecurity: "none",
    },
  });
  const channel = async () =>
    itemsOf(await ask(hannah, "GET /channels")).find(({ address }) => address === help);
  await expect
    .poll(async () => JSON.stringify((await channel())?.health), { timeout: 15_000 })
    .toMatch(/"lastSuccessAt":"/);
  const channelId = (await channel())?.id;
  await sendMail({ from: writer, to: help, subject: "The pot smoked", text: "It smoked. What now?" });

  await openDesk(hannah, family);
  await openConversation(hannah, writer.name);
  await hannah.keyboard.press("r");
  await hannah.keyboard.type("Please stop using it. We call you today.");
  await hannah.keyboard.press("ControlOrMeta+Shift+Enter");
  await expect.poll(() => trap.caught.length, { timeout: 30_000 }).toBe(1);
  // As if it had come on a Friday at 17:58 and been answered on the Monday after at 9:04, in Paris.
  const friday = lastFriday();
  await letConversationAge(writer.name, friday);

  const figures = `/reports/behind?figure=first_response:answered&from=${friday}&to=${dayAfter(friday)}&channel=${channelId}`;
  const line = hannah.locator("[data-behind]").filter({ hasText: writer.name });
  await expect(async () => {
    await hannah.goto(figures);
    await expect(line).toHaveCount(1, { timeout: 1_500 });
  }).toPass({ timeout: 20_000 });
  await expect(line).toContainText("6 min");
  await expect(line).toContainText(/63 h|2 d/);

  const sent = trap.caught[0];
  await sendMail({
    from: writer,
    to: help,
    subject: "Re: The pot smoked",
    text: "It smokes again, and it is the new pot. What now?",
    inReplyTo: sent?.header("message-id"),
  });
  await openDesk(hannah, family);
  await expect(rowOf(hannah, writer.name)).toBeVisible();
  await hannah.goto(figures);
  await expect(line).toHaveCount(1);
  await expect(line).toContainText("6 min");
});

test("the form's own acknowledgement does not stop the clock", async ({ sitDown }) => {
  const ines = await sitDown("Inès Carpentier");
  await ines.goto("/queue");
  const waiting = await rowsBehind(ines, "first_response:waiting");
  const acknowledged = itemsOf(await ask(ines, "GET /conversations?view=queue&limit=100")).filter(
    ({ channelKind, isNew }) => channelKind === "form" && isNew === true,
  );
  expect(acknowledged.length).toBeGreaterThan(0);
  for (const { number } of acknowledged) expect(waiting).toMatch(new RegExp(`^${number},`, "m"));
});

/** The conversations behind a figure of all of the past year, as the table that one can download. */
async function rowsBehind(page: Page, figure: string): Promise<string> {
  const from = new Date(Date.now() - 360 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const response = await page.request.get(
    `/api/v1/reports/behind.csv?figure=${figure}&from=${from}&to=${to}`,
  );
  expect(response.ok(), await response.text()).toBe(true);
  return response.text();
}

/** A Friday before the last week, so that its Monday has passed too. */
function lastFriday(): string {
  const day = new Date(Date.now() - 10 * 86_400_000);
  while (day.getUTCDay() !== 5) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
