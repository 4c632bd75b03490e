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
  test,
  timeline,
  writeReply,
} from "./support/desk";
import { type MailTrap, sendMail, startMailTrap } from "./support/mail";

let trap: MailTrap;
const run = randomUUID().slice(0, 8);
const help = `words-${run}@marmelune.example`;
let isConnected = false;

test.beforeAll(async () => {
  trap = await startMailTrap();
});
test.afterAll(() => trap.stop());

test.beforeEach(async ({ sitDown }) => {
  if (isConnected) return;
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/queue");
  await connect(hannah, "email", `Words ${run}`, {
    address: help,
    displayName: "Marmelune",
    smtpHost: "127.0.0.1",
    smtpPort: trap.port,
    smtpSecurity: "none",
  });
  isConnected = true;
});

async function arrive(page: Page, name: string, text: string): Promise<string> {
  const address = `${name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]+/g, ".")}@example.org`;
  await openDesk(page, name);
  await sendMail({ from: { name, address }, to: help, subject: "Question", text });
  await openConversation(page, name);
  return address;
}

/** Lets a file fall on the composer, as from another window. */
async function dropFile(page: Page, name: string, bytes: number): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([file, size]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(Number(size))], String(file), { type: "image/png" }));
      return transfer;
    },
    [name, bytes] as const,
  );
  await composer(page).dispatchEvent("dragenter", { dataTransfer });
  await expect(page.getByText("Let go to attach")).toBeVisible();
  await composer(page).dispatchEvent("drop", { dataTransfer });
}

test("a saved reply in the customer's language, its gap filled, a file: it leaves signed and with what was said before", async ({
  sitDown,
}) => {
  const salma = await sitDown("Salma Idrissi");
  await salma.goto("/queue");
  const name = `delivery ${run}`;
  const made = await ask(salma, "POST /saved-replies", {
    name,
    texts: [
      { language: "en", text: "Hello {{customer.first_name}}, order {{customer.order}} leaves today." },
      {
        language: "fr",
        text: "Bonjour {{customer.first_name}}, la commande {{customer.order}} part aujourd’hui.",
      },
    ],
  });
  await ask(salma, "PUT /me/signature", {
    text: "Kind regards,\n{{agent.first_name}}",
    in: { fr: "Bien à vous,\n{{agent.first_name}}, {{brand.name}}" },
  });
  const address = await arrive(
    salma,
    "Bérénice Ollivier",
    "Bonjour, je n’ai toujours pas reçu ma commande. Où est-elle, s’il vous plaît ?",
  );

  await salma.keyboard.press("r");
  await salma.keyboard.type(`;deliv ${run.slice(0, 4)}`);
  const option = salma.getByRole("option", { name: new RegExp(name) });
  await expect(option).toBeVisible();
  await expect(salma.getByText("Bonjour Bérénice, la commande")).toBeVisible();
  await salma.keyboard.press("Enter");
  const words = composer(salma).getByRole("textbox", { name: /^Write to/ });
  await expect(words).toHaveValue("Bonjour Bérénice, la commande {{customer.order}} part aujourd’hui.");
  const send = composer(salma).getByRole("button", { name: "Send", exact: true });
  await expect(send).toBeDisabled();
  await composer(salma).getByRole("button", { name: "order number" }).click();
  await salma.keyboard.type("48213");
  await expect(send).toBeEnabled();
  await expect(composer(salma).getByText("Bien à vous,")).toBeVisible();

  let letGo: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await salma.route("**/api/v1/attachments*", async (route) => {
    await held;
    await route.continue();
  });
  await dropFile(salma, "label.png", 3000);
  await expect(salma.getByRole("progressbar", { name: "Uploading label.png" })).toBeVisible();
  await expect(send).toBeDisabled();
  letGo();
  await expect(send).toBeEnabled();
  await salma.keyboard.press("ControlOrMeta+Enter");
  await expect(salma.getByText(/^Sending to Bérénice Ollivier in \d+ s$/)).toBeVisible();

  const sent = await trap.mailTo(address);
  const text = sent.mail.text ?? "";
  expect(text).toContain("la commande 48213 part aujourd’hui.\n\nBien à vous,\nSalma, Marmelune\n");
  expect(text).toMatch(/^Le .+, Bérénice Ollivier a écrit\u00a0:\n> Bonjour, je n’ai toujours pas reçu/m);
  expect(sent.mail.html).toContain('<blockquote type="cite"');
  expect(sent.mail.attachments.map((file) => file.filename)).toEqual(["label.png"]);
  const used = itemsOf(await ask(salma, "GET /saved-replies")).find((one) => one.id === made?.id);
  expect(used).toMatchObject({ uses: 1, unedited: 0 });
});

test("a macro shows what it will do, does it, and takes all of it back", async ({ sitDown }) => {
  const tom = await sitDown("Tom Verhaegen");
  await tom.goto("/queue");
  const name = `lost parcel ${run}`;
  await ask(tom, "POST /macros", {
    name,
    texts: [{ text: "Hello {{customer.first_name}}, we are looking for it." }],
    actions: [
      { do: "tag", name: `parcel ${run}` },
      { do: "assign", agentId: "me" },
      { do: "note", text: "Asked the carrier." },
      { do: "pin", pin: 0 },
    ],
  });
  await arrive(tom, "Casimir Doucet", "Hello, where is my parcel? It was due on Monday.");
  await tom.keyboard.press("m");
  await tom.getByRole("combobox", { name: "Run a macro" }).fill("lost parcel");
  await tom.keyboard.press("Enter");
  const dry = tom.getByRole("dialog", { name: /what will happen$/ });
  await expect(dry.getByRole("textbox", { name: "Reply" })).toHaveValue(
    "Hello Casimir, we are looking for it.",
  );
  await expect(dry.getByText("Assign to Tom Verhaegen")).toBeVisible();
  await expect(dry.getByText("already so")).toHaveCount(1);
  await dry.getByRole("button", { name: "Run it" }).click();
  await expect(tom.getByRole("status").filter({ hasText: /4 things done, 1 left out/ })).toBeVisible();
  await expect(timeline(tom).getByText("we are looking for it")).toBeVisible();
  await expect(timeline(tom).getByText("Asked the carrier.")).toBeVisible();

  await tom.keyboard.press("z");
  await expect(tom.getByRole("status").filter({ hasText: "The macro is taken back." })).toBeVisible();
  await expect(timeline(tom).getByText("Asked the carrier.")).toHaveCount(0);
  await expect(composer(tom).getByRole("textbox", { name: /^Write to/ })).toHaveValue(
    "Hello Casimir, we are looking for it.",
  );
  await composer(tom)
    .getByRole("textbox", { name: /^Write to/ })
    .fill("");
});

test("a note calls a colleague, who is told", async ({ sitDown }) => {
  const salma = await sitDown("Salma Idrissi");
  const tom = await sitDown("Tom Verhaegen");
  await tom.goto("/queue");
  await arrive(salma, "Désirée Lacombe", "Hello, I have written to your social account too.");
  await salma.keyboard.press("n");
  await salma.keyboard.type("@tom");
  await salma.getByRole("option", { name: /Tom Verhaegen/ }).waitFor();
  await salma.keyboard.press("Enter");
  await salma.keyboard.type("did she write to you?");
  await expect(composer(salma).getByText("The customer may ask to read this")).toBeVisible();
  await salma.keyboard.press("ControlOrMeta+Enter");
  await expect(timeline(salma).locator("strong", { hasText: "@Tom Verhaegen" })).toBeVisible();
  await expect
    .poll(async () => {
      const told = itemsOf(await ask(tom, "GET /notifications"));
      return told.some((one) => one.kind === "mentioned" && JSON.stringify(one).includes("Désirée"));
    })
    .toBe(true);
});

test("the words of two windows both stay until one is chosen, whatever arrives meanwhile", async ({
  sitDown,
}) => {
  const salma = await sitDown("Salma Idrissi");
  const name = test.info().retry === 0 ? "Solange Berthier" : "Solange Perrault";
  await arrive(salma, name, "Is the lid included?");
  const search = `GET /conversations?view=queue&limit=5&q=${encodeURIComponent(name)}`;
  const [row] = itemsOf(await ask(salma, search));
  await ask(salma, `PUT /conversations/${row?.id}/draft`, {
    mode: "private",
    text: "Yes, the lid is included.",
    baseVersion: 0,
  });
  await writeReply(salma, "No, the lid is sold apart.");
  const both = composer(salma).getByRole("alert");
  await expect(both).toContainText("Yes, the lid is included.");

  await ask(salma, `POST /conversations/${row?.id}/notes`, { text: "The handle is apart too." });
  await expect(timeline(salma).getByText("The handle is apart too.")).toBeVisible();
  await expect(both).toBeVisible();
  await expect(composer(salma).getByRole("textbox")).toHaveValue("No, the lid is sold apart.");
  await both.getByRole("button", { name: "Use those" }).click();
  await expect(composer(salma).getByRole("textbox")).toHaveValue("Yes, the lid is included.");
  await expect(both).toBeHidden();
});
