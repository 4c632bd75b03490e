import type { Page } from "@playwright/test";
import { ask, expect, itemsOf, openConversation, openDesk, test, timeline } from "./support/desk";
import { sendMail } from "./support/mail";

/** A word of their own, so that the desk can be narrowed to these people; a second try has others. */
let word = "";
test.beforeEach(() => {
  word = test.info().retry === 0 ? "Brillonet" : "Cassolune";
});
const teller = "Pauline Ostrander";

test("a manager adds a phrase, sees what it hits and moves before it is saved, the row moves, and a colleague's word takes it back", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  const write = (name: string, text: string) =>
    sendMail({
      from: { name, address: `${name.toLowerCase().replace(" ", ".")}@${word.toLowerCase()}.example` },
      to: "care@marmelune.example",
      subject: `About the ${word}`,
      text,
    });
  for (const n of [1, 2, 3]) await write(`Reader ${n}`, `Is the ${word} sold in Ghent? Number ${n} asks.`);
  await expect.poll(async () => (await names(hannah)).length, { timeout: 20_000 }).toBe(3);
  await write(teller, `The knob of the ${word} zwoogles every evening, and so do I.`);
  await expect.poll(async () => (await names(hannah)).length, { timeout: 20_000 }).toBe(4);
  // Until it is ranked it stands with the calm ones.
  await expect.poll(() => rankOf(hannah)).toBeLessThan(1000);
  const before = await rankOf(hannah);

  await hannah.goto("/settings/phrases?language=en");
  await hannah.getByRole("button", { name: "New phrase" }).click();
  const dialog = hannah.getByRole("dialog", { name: "New phrase" });
  await dialog.getByLabel("Words to look for").fill("re*");
  await expect(dialog.getByText(/Three letters at least before a star/)).toBeVisible();
  await dialog.getByLabel("Words to look for").fill("knob ... zwoogl*");
  await dialog.getByLabel("How sure").selectOption({ label: "sure: whatever else is said" });
  await expect(
    dialog.getByText(/^Found in one of the last \d+ messages; one row would move\.$/),
  ).toBeVisible();
  await expect(dialog.getByRole("row", { name: new RegExp(teller) })).toBeVisible();
  await expect(dialog.getByText("would be: complaint")).toBeVisible();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(hannah.getByText(/is saved\. Open conversations are ranked again\.$/)).toBeVisible();
  await expect.poll(() => rankOf(hannah), { timeout: 20_000 }).toBeLessThan(before);

  const tom = await sitDown("Tom Verhaegen");
  await openDesk(tom, word);
  await openConversation(tom, teller);
  await timeline(tom).getByText("zwoogles").hover();
  await timeline(tom).getByRole("button", { name: "What was found" }).first().click();
  const found = timeline(tom).getByRole("region", { name: "What was found in this message" });
  await expect(found.getByText(`knob of the ${word} zwoogles`)).toBeVisible();
  await found.getByRole("button", { name: "It is not: complaint" }).click();
  await expect(found.getByText("Tom Verhaegen says: no")).toBeVisible();
  await expect.poll(() => rankOf(hannah), { timeout: 20_000 }).toBeGreaterThan(before * 0.9);
});

async function rows(page: Page) {
  return itemsOf(await ask(page, `GET /conversations?view=queue&limit=100&q=${word}`));
}

async function names(page: Page): Promise<unknown[]> {
  return (await rows(page)).map((row) => row.customerName);
}

async function rankOf(page: Page): Promise<number> {
  const row = (await rows(page)).find(({ customerName }) => customerName === teller);
  return typeof row?.rank === "number" ? row.rank : Number.NaN;
}
