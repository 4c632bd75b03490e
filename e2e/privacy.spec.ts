import { randomUUID } from "node:crypto";
import { expect, openConversation, openDesk, rowOf, test } from "./support/desk";
import { sendMail } from "./support/mail";

// A surname of its own, which nobody else in the house has ever said.
const surname = `Aubry${randomUUID().replaceAll(/[^a-z]/g, "")}`;
const name = `Odile ${surname}`;

test("a privacy request gets its date, is exported and erased; the customer is found nowhere", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock", { viewport: { width: 1600, height: 1000 } });
  await openDesk(hannah, surname);
  await sendMail({
    from: { name, address: `odile.${surname.toLowerCase()}@courriel.example` },
    to: "care@marmelune.example",
    subject: `My account, ${surname}`,
    text: `Hello,\n\nplease delete all my data. ${surname}`,
  });
  await rowOf(hannah, name).waitFor();
  await openConversation(hannah, name);

  // Nothing becomes a request by itself.
  await expect(hannah.getByText("This reads like a privacy request (“delete all my data”).")).toBeVisible();
  await hannah.getByRole("button", { name: "Make it one" }).click();
  const zone = hannah.getByRole("region", { name: "Conversation" });
  await expect(zone.getByText(/^Erasure, due \w+ \d+|^Erasure, due \d+ \w+/)).toBeVisible();

  const link = hannah.getByRole("link", { name: "Export everything" });
  const answer = await hannah.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
  const archive = await answer.body();
  expect(archive.subarray(0, 2).toString()).toBe("PK");
  expect(archive.toString("utf8")).toContain(`please delete all my data. ${surname}`);

  await hannah.goto("/privacy");
  const list = hannah.getByRole("list", { name: "Privacy requests" });
  await expect(list.getByText("Agathe Morel")).toBeVisible();
  await list.getByText(name).click();

  await hannah.getByRole("button", { name: "Erase the person" }).click();
  const dialog = hannah.getByRole("dialog", { name: `Erase ${name}?` });
  await expect(dialog.getByRole("button", { name: "Erase for good" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(name);
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(hannah.getByText(/^Erased: \d+ messages?, \d+ files?\.$/)).toBeVisible();

  const found = await hannah.request.get(`/api/v1/conversations?view=all&q=${surname}`);
  expect(await found.json()).toMatchObject({ items: [] });
  await hannah.goto(`/queue?view=all&q=${surname}`);
  await expect(rowOf(hannah, surname)).toHaveCount(0);
});
