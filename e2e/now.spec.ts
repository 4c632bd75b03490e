import { randomUUID } from "node:crypto";
import { letTargetsPass } from "./support/database";
import { ask, connect, expect, expectAccessible, itemsOf, openDesk, rowOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

test.describe.configure({ timeout: 120_000 });

test("numbers move while somebody looks, who is past a target is named and nudged, and a figure opens its conversations", async ({
  sitDown,
}) => {
  const tag = randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 6);
  const address = `now-${tag}@marmelune.example`;
  const channelName = `Now ${tag}`;
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", channelName, { address, displayName: "Marmelune" });
  await hannah.goto("/reports");
  await hannah.waitForURL("**/reports/now", { waitUntil: "commit" });
  const channel = hannah.locator(`[data-channel="${channelName}"]`);
  await expect(channel).toContainText("0 open");

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, tag);
  const write = (name: string, text: string) =>
    sendMail({
      from: { name, address: `${name.toLowerCase().replace(" ", ".")}@example.org` },
      to: address,
      subject: `About ${tag}`,
      text,
    });
  const [paul, marek] = [`Paul Zw${tag}`, `Marek Zw${tag}`];
  await write(paul, `Where is my invoice, please? ${tag}`);
  await expect(rowOf(salma, paul)).toBeVisible();
  await expect(channel).toContainText("1 open");
  await write(marek, `The mixer came in pieces and the wedding is on Saturday. ${tag}`);
  await expect(channel).toContainText("2 open");
  await expect(hannah.getByRole("status").filter({ hasText: /open: \d+, was \d+\./ })).toHaveCount(1, {
    timeout: 15_000,
  });

  await rowOf(salma, paul).click();
  await expect(hannah.locator('[data-agent="Salma Idrissi"]')).toContainText(`is reading ${paul}`);

  const found = itemsOf(await ask(hannah, `GET /conversations?view=queue&sort=left&limit=9&q=${tag}`));
  const late = found.find((row) => row.customerName === paul);
  const { items: people } = (await ask(hannah, "GET /agents")) ?? {};
  const tom = Array.isArray(people) ? people.find((one) => one.name === "Tom Verhaegen") : null;
  await letTargetsPass(paul, 2 * 60 + 5);
  await ask(hannah, `POST /conversations/${late?.id}/assign`, {
    agentId: tom?.id,
    teamId: late?.teamId ?? null,
  });
  const row = hannah
    .getByRole("list", { name: "Past their target" })
    .locator(`[data-late="${late?.number}"]`);
  await expect(row).toContainText("Tom Verhaegen");
  await expect(row).toContainText("late 2 h");
  await row.getByRole("button").first().click();
  const peek = row.getByRole("region", { name: `The last words with ${paul}` });
  await expect(peek).toContainText("Where is my invoice");
  await peek.getByRole("button", { name: "Nudge" }).click();
  await expect(peek.getByRole("textbox")).toHaveValue(
    new RegExp(`^@Tom Verhaegen, ${paul} is past our target`),
  );
  await expectAccessible(hannah, { within: "main" });
  await peek.getByRole("button", { name: "Nudge" }).click();
  await expect(hannah.getByText("Tom Verhaegen was called by a note.")).toBeVisible();
  await expect(peek).toContainText(`@Tom Verhaegen, ${paul} is past our target`);
  await expect(hannah).toHaveURL(/\/reports\/now$/);

  await channel.getByRole("link", { name: "2 open" }).click();
  await hannah.waitForURL("**/queue?q=**");
  await expect(hannah.locator("[data-row]")).toHaveCount(2);
  await expect(rowOf(hannah, paul)).toBeVisible();
  await expect(rowOf(hannah, marek)).toBeVisible();
});
