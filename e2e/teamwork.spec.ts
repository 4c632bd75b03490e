import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  ask,
  composer,
  connect,
  expect,
  itemsOf,
  openConversation,
  openDesk,
  rowOf,
  test,
  timeline,
} from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;
test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text });

test("in French, “demain 9h” is understood, said back, and puts a conversation to sleep", async ({
  sitDown,
}) => {
  const page = await sitDown("Inès Carpentier", { locale: "fr-FR" });
  const writer = { name: "Léontine Marchal", address: "leontine.marchal@example.org" };
  await sendMail({
    from: writer,
    to: "care@marmelune.example",
    subject: "Four",
    text: "Mon four ne chauffe plus.",
  });
  await openDesk(page, "Marchal");
  await openConversation(page, writer.name);
  await page.keyboard.press("h");
  await page.getByRole("dialog").getByRole("combobox").fill("hier");
  await expect(page.getByText(/^Ce n’est pas une heure à venir/)).toBeVisible();
  await page.getByRole("dialog").getByRole("combobox").fill("demain 9h");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveText(
    /^Jusqu’à \p{L}+ \d+ \p{L}+\.?(?: à|,)? 09:00, ou/u,
  );
  await page.keyboard.press("Enter");
  await expect(
    said(page, /^Léontine en sommeil jusqu’à .*09:00, ou jusqu’à son prochain message\./),
  ).toBeVisible();
  await expect(rowOf(page, writer.name)).toHaveCount(0);
  const [asleep] = itemsOf(await ask(page, "GET /conversations?view=snoozed&q=Marchal&limit=5"));
  expect(asleep).toMatchObject({ customerName: writer.name, status: "snoozed" });

  // Whoever writes is awake.
  await sendMail({ from: writer, to: "care@marmelune.example", subject: "Re: Four", text: "Et il fume." });
});

test("Hannah is asked from the desk and answers by plain mail: a note, and nothing to the customer", async ({
  sitDown,
}) => {
  const box = `law-${randomUUID().slice(0, 8)}@marmelune.example`;
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", "Law", {
    address: box,
    displayName: "Marmelune",
    smtpHost: "127.0.0.1",
    smtpPort: trap.port,
    smtpSecurity: "none",
  });
  const salma = await sitDown("Salma Idrissi");
  const writer = { name: "Bérénice Vidal", address: "berenice.vidal@example.org" };
  await openDesk(salma, "Vidal");
  await sendMail({
    from: writer,
    to: box,
    subject: "Refund",
    text: "I want my money back, or I tell the press.",
  });
  await openConversation(salma, writer.name);

  await salma.keyboard.press("q");
  const dialog = salma.getByRole("dialog", { name: "Ask about Bérénice Vidal" });
  await dialog.getByRole("combobox", { name: "Who" }).fill("hannah");
  await salma.keyboard.press("Enter");
  await dialog.getByRole("textbox", { name: "Question" }).fill("May we promise the refund for Friday?");
  await dialog.getByRole("textbox", { name: "Answer by" }).fill("tomorrow 15:00");
  await expect(dialog.getByText(/^by .*15:00$/)).toBeVisible();
  await dialog.getByRole("checkbox").first().check();
  await dialog.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(salma.getByRole("button", { name: /^Asked Hannah, by .*15:00/ })).toBeVisible();

  const question = await trap.mailTo(
    "hannah@marmelune.example",
    ({ mail }) => mail.text?.includes("for Friday?") === true,
  );
  expect(question.mail.text).toContain("or I tell the press");
  expect(question.header("references")).toBe("");
  const replyTo = question.mail.replyTo?.[0]?.address ?? "";
  await sendMail({
    from: { name: "Hannah Whitlock", address: "hannah@marmelune.example" },
    to: replyTo,
    subject: `Re: ${question.mail.subject}`,
    inReplyTo: question.mail.messageId ?? "",
    text: "Yes, and say it is without prejudice.\n\nOn 24 Nov 2026, Marmelune wrote:\n> May we promise",
  });
  await expect(timeline(salma).getByText("Yes, and say it is without prejudice.")).toBeVisible();
  await expect(timeline(salma).getByText("Note, team only").last()).toBeVisible();
  await expect(salma.getByRole("button", { name: "Hannah answered" })).toBeVisible();
  await expect(salma.getByText("Open", { exact: true }).first()).toBeVisible();
  expect(trap.caught.filter((caught) => caught.to.includes(writer.address))).toHaveLength(0);
});

test("a team's rule gives a new mail to the one who is here; away gives it back, and it is offered on return", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  const people = itemsOf(await ask(hannah, "GET /agents"));
  const jules = people.find((one) => one.name === "Jules Lemaire");
  const mailbox = itemsOf(await ask(hannah, "GET /channels")).find(
    (one) => one.address === "care@marmelune.example",
  );
  const team = await ask(hannah, "POST /teams", {
    name: `Evening ${randomUUID().slice(0, 8)}`,
    agentIds: [jules?.id],
    brandIds: [mailbox?.brandId],
  });
  await ask(hannah, `PUT /teams/${team?.id}/assignment`, { mode: "least_loaded", cap: 200, brandIds: [] });
  const box = `evening-${randomUUID().slice(0, 8)}@marmelune.example`;
  await ask(hannah, "POST /channels", {
    kind: "email",
    name: "Evening",
    brandId: mailbox?.brandId,
    teamId: team?.id,
    config: { address: box },
  });
  const page = await sitDown("Jules Lemaire");
  const writer = { name: "Célestin Borel", address: "celestin.borel@example.org" };
  await openDesk(page, "Borel");
  await expect(async () => {
    await sendMail({ from: writer, to: box, subject: "Late", text: "Are you there in the evening?" });
  }).toPass({ timeout: 15_000 });
  await openConversation(page, writer.name);
  await expect(page.getByRole("button", { name: /^Jules (Assign|Attribuer)/ })).toBeVisible();

  await page.getByRole("button", { name: /^(My availability|Ma disponibilité)/ }).click();
  const dialog = page.getByRole("dialog", { name: /availability|disponibilité/ });
  await dialog.getByRole("combobox").selectOption("0");
  await dialog.getByRole("button", { name: /^(Set away|Passer absent)$/ }).click();
  await expect(page.getByRole("button", { name: /^(Nobody|Personne) / })).toBeVisible();
  const availability = await ask(hannah, "GET /availability");
  expect(JSON.stringify(availability)).toMatch(/"name":"Jules Lemaire","state":"away"/);

  await page.getByRole("button", { name: /^(My availability|Ma disponibilité)/ }).click();
  await page.getByRole("button", { name: /^(I am back|Je suis de retour)$/ }).click();
  await expect(page.getByRole("button", { name: /^Jules (Assign|Attribuer)/ })).toBeVisible();
});

test("the notice of the day stands on the desk, on the form and beside the words being written", async ({
  sitDown,
}) => {
  const ines = await sitDown("Inès Carpentier", { locale: "en-GB" });
  await ines.goto("/queue");
  const mailbox = itemsOf(await ask(ines, "GET /channels")).find(
    (one) => one.address === "care@marmelune.example",
  );
  const line = "Parcels from Ghent arrive two days late; we refund the postage.";
  const made = await ask(ines, "POST /notices", {
    text: "Strike in Ghent: parcels are late until Thursday.",
    lineEn: line,
    lineFr: null,
    startsAt: new Date().toISOString(),
    endsAt: null,
    brandIds: [mailbox?.brandId],
    isOnForm: true,
    isInAcknowledgement: true,
  });
  try {
    const salma = await sitDown("Salma Idrissi");
    const writer = { name: "Philomène Arnaud", address: "philomene.arnaud@example.org" };
    await sendMail({ from: writer, to: "care@marmelune.example", subject: "Parcel", text: "Where is it?" });
    await openDesk(salma, "Arnaud");
    await expect(salma.getByRole("region", { name: "Notice of the day" })).toContainText("Strike in Ghent");
    await openConversation(salma, writer.name);
    await salma.keyboard.press("r");
    await salma.getByRole("button", { name: "Insert the agreed line" }).click();
    await expect(composer(salma).getByRole("textbox")).toHaveValue(line);
    const visitor = await salma.context().newPage();
    await visitor.goto("/f/contact?lang=en");
    await expect(visitor.getByRole("note")).toHaveText(line);
  } finally {
    await ask(ines, `DELETE /notices/${made?.id}`);
  }
});
