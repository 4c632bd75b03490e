import { letTargetRing } from "./support/database";
import {
  ask,
  composer,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
  timeline,
  writeReply,
} from "./support/desk";
import { sendMail } from "./support/mail";

test("a target for a tag moves what is due, says why in one click, and is missed with its reason", async ({
  sitDown,
}) => {
  // A second try has people and a tag of its own.
  const isFirst = test.info().retry === 0;
  const surname = isFirst ? "Roux" : "Morin";
  const label = isFirst ? "fragile" : "cracked";
  const aline = `Aline ${surname}`;
  const basile = `Basile ${surname}`;
  const salma = await sitDown("Salma Idrissi");
  const write = (name: string) =>
    sendMail({
      from: { name, address: `${name.toLowerCase().replace(" ", ".")}@example.org` },
      to: "care@marmelune.example",
      subject: "Question",
      text: `A question of ${name}'s.`,
    });
  const tagged = async (name: string, tag: string) => {
    await openDesk(salma, name);
    await openConversation(salma, name);
    await salma.keyboard.press("t");
    await salma.getByRole("combobox", { name: "Tags" }).fill(tag);
    await salma.keyboard.press("Enter");
    await expect(salma.getByRole("status").filter({ hasText: `Tagged ${tag}.` })).toBeVisible();
  };
  // The tag is there once somebody has used it.
  await write(aline);
  await tagged(aline, label);

  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/targets");
  await expect(hannah.getByText(/the one that names the most holds/)).toBeVisible();
  await hannah.getByLabel("With the tag").selectOption({ label });
  await hannah.getByLabel("Within").fill("50");
  await hannah.getByLabel("Unit").selectOption("min");
  await hannah.getByText("Warning and escalation").click();
  await hannah.getByLabel("When it is missed, also tell").selectOption({ label: "Inès Carpentier" });
  await hannah.getByRole("button", { name: "Promise it" }).click();
  await expect(hannah.getByText(`Tag ${label}`, { exact: true })).toBeVisible();
  await expect(hannah.getByText(/a miss is told to Inès Carpentier/).first()).toBeVisible();

  // It holds from this second on: mail knows whole ones.
  await salma.waitForTimeout(1_000);
  await write(basile);
  await tagged(basile, label);
  const why = salma.getByRole("button", { name: /Why then\?/ });
  await why.first().click();
  const dialog = salma.getByRole("dialog", { name: "Why is this due then?" });
  await expect(
    dialog.getByText(new RegExp(`Target: 50 min of opening hours for tag ${label}`)),
  ).toBeVisible();
  await expect(dialog.getByText(/^50 min of opening hours, .* on the clock$/)).toBeVisible();
  await salma.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  // The same by one key, and by a click on the time of the row, which opens nothing else.
  await salma.keyboard.press("Shift+Y");
  await expect(dialog.getByText(new RegExp(`for tag ${label}`))).toBeVisible();
  await salma.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await rowOf(salma, basile).locator("[data-why]").click();
  await expect(salma.getByRole("dialog", { name: /^Why/ })).toBeVisible();
  await salma.keyboard.press("Escape");
  await expect(salma.getByRole("dialog")).toHaveCount(0);

  await letTargetRing(basile);
  await expect(
    timeline(salma)
      .getByText(/target missed: nobody had it/i)
      .first(),
  ).toBeVisible({ timeout: 20_000 });
  await why.first().click();
  await expect(dialog.getByText("Missed: nobody had it.")).toBeVisible();
  await salma.keyboard.press("Escape");

  const ines = await sitDown("Inès Carpentier");
  await ines.goto("/queue");
  await expect
    .poll(async () => itemsOf(await ask(ines, "GET /notifications")).map(({ kind }) => kind))
    .toContain("escalated");
});

test("answered, it is their turn: the head says that the end is not due, and why", async ({ sitDown }) => {
  const name = test.info().retry === 0 ? "Aurore Vidal" : "Aurore Leduc";
  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, name);
  await sendMail({
    from: { name, address: `${name.toLowerCase().replace(" ", ".")}@example.org` },
    to: "care@marmelune.example",
    subject: "Lid",
    text: "The lid does not fit.",
  });
  await openConversation(salma, name);
  await writeReply(salma, "Which lid is it, Aurore?");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(timeline(salma).getByText("Which lid is it, Aurore?")).toBeVisible();
  const search = `view=waiting&q=${encodeURIComponent(name)}`;
  await salma.goto(`/queue?${search}`);
  await openConversation(salma, name);
  const [row] = itemsOf(await ask(salma, `GET /conversations?${search}&limit=5`));
  await expect
    .poll(async () => JSON.stringify(await ask(salma, `GET /conversations/${row?.id}/due`)))
    .toMatch(/"kind":"resolution","dueAt":null/);
  const chip = salma.getByRole("button", { name: /^Resolution paused: their turn/ });
  await expect(chip).toBeVisible();
  await chip.click();
  const dialog = salma.getByRole("dialog", { name: "Why is this due then?" });
  await expect(dialog.getByText("Resolution: paused, it is their turn")).toBeVisible();
});
