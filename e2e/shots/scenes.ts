import { expect, type Page } from "@playwright/test";

export type Look = { language: "en" | "fr"; theme: "light" | "dark"; width: 1440 | 1024 | 375 };

export type Scene = {
  name: string;
  /** Who sits there; left out, nobody is signed in. */
  who?: "Salma Idrissi" | "Tom Verhaegen" | "Inès Carpentier" | "Hannah Whitlock" | "Jules Lemaire";
  looks: readonly Look[];
  /** The whole page, however long. */
  whole?: true;
  set(page: Page, look: Look): Promise<unknown>;
};

const plain: Look = { language: "en", theme: "light", width: 1440 };
const dark: Look = { language: "fr", theme: "dark", width: 1440 };
const small: Look = { language: "fr", theme: "light", width: 375 };
const middle: Look = { language: "en", theme: "light", width: 1024 };
const two = [plain, dark] as const;
const all = [plain, dark, small, middle] as const;

/** What a designer looks at, one after the other; words that differ by language are found by their place. */
export const scenes: readonly Scene[] = [
  { name: "sign-in", looks: [plain, { ...small, theme: "dark" }], set: (page) => page.goto("/sign-in") },
  { name: "form", looks: [plain, small], whole: true, set: (page) => page.goto("/f/contact") },
  { name: "queue", who: "Salma Idrissi", looks: all, set: (page) => desk(page) },
  {
    name: "queue-row-in-focus",
    who: "Salma Idrissi",
    looks: [plain],
    set: async (page) => {
      await desk(page);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
    },
  },
  {
    name: "conversation-mail",
    who: "Salma Idrissi",
    looks: all,
    set: (page) => open(page, "Claire Dumontet"),
  },
  { name: "conversation-public", who: "Salma Idrissi", looks: all, set: (page) => open(page, "Ben Okafor") },
  {
    name: "conversation-shop",
    who: "Tom Verhaegen",
    looks: [plain],
    set: (page) => open(page, "Odile Aubry"),
  },
  {
    name: "composer-private",
    who: "Salma Idrissi",
    looks: [plain, small],
    set: async (page) => {
      await open(page, "Marek Nowak");
      await write(page, "r", "Dear Mr Nowak,\n\nthe new mixer leaves today.");
    },
  },
  {
    name: "composer-public",
    who: "Tom Verhaegen",
    looks: two,
    set: async (page) => {
      await open(page, "Ben Okafor");
      await write(
        page,
        "Shift+R",
        "Sorry, Ben. Your order 48213 is on its way, call us on +33 1 70 18 99 46.",
      );
    },
  },
  {
    name: "composer-note",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Marek Nowak");
      await write(page, "n", "@Tom the spare part is in Ghent.");
    },
  },
  {
    name: "composer-saved-replies",
    who: "Salma Idrissi",
    looks: [plain],
    set: async (page) => {
      await open(page, "Paul Rey");
      await write(page, "r", "");
      await page.keyboard.type(";");
      await page.getByRole("listbox").first().waitFor();
    },
  },
  ...(["assign", "snooze", "tag", "noReply"] as const).map((menu): Scene => {
    const keys = { assign: "a", snooze: "h", tag: "t", noReply: "d" };
    return {
      name: `menu-${menu}`,
      who: "Salma Idrissi",
      looks: menu === "snooze" ? [plain, dark] : [plain],
      set: async (page) => {
        await open(page, "Paul Rey");
        await page.keyboard.press(keys[menu]);
        await page.getByRole("listbox").first().waitFor();
      },
    };
  }),
  {
    name: "more",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Paul Rey");
      await page.locator("button[aria-haspopup=listbox]").first().click();
      await page.getByRole("listbox").waitFor();
    },
  },
  {
    name: "palette",
    who: "Salma Idrissi",
    looks: [plain, dark, small],
    set: async (page) => {
      await open(page, "Claire Dumontet");
      await page.keyboard.press("Control+k");
      await page.locator("dialog [role=combobox]").waitFor();
    },
  },
  {
    name: "palette-typed",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Claire Dumontet");
      await page.keyboard.press("Control+k");
      await page.locator("dialog [role=combobox]").fill("re");
      await page.waitForTimeout(600);
    },
  },
  {
    name: "keys",
    who: "Salma Idrissi",
    looks: [plain, dark, small],
    set: async (page) => {
      await desk(page);
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "search",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await desk(page);
      await page.keyboard.press("/");
      await page.keyboard.type("is:open cl", { delay: 20 });
      await page.waitForTimeout(500);
    },
  },
  {
    name: "bulk",
    who: "Salma Idrissi",
    looks: [plain, dark, middle],
    set: async (page) => {
      await desk(page);
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await page.keyboard.press("Shift+J");
      await page.keyboard.press("Shift+J");
    },
  },
  {
    name: "merge",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Claire Dumontet");
      await byPalette(page, "merge");
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "ask",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Paul Rey");
      await byPalette(page, "ask");
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "approval", who: "Tom Verhaegen", looks: two, set: (page) => approval(page) },
  {
    name: "toast-undo",
    who: "Jules Lemaire",
    looks: [plain, dark],
    set: async (page) => {
      await open(page, "Paul Rey");
      await page.keyboard.press("w");
      await page.locator("[data-toast]").waitFor();
      await page.waitForTimeout(200);
    },
  },
  {
    name: "empty-filter",
    who: "Salma Idrissi",
    looks: [plain, small],
    set: (page) => page.goto("/queue?q=nobodywrotethis"),
  },
  { name: "empty-view", who: "Hannah Whitlock", looks: two, set: (page) => page.goto("/queue?view=mine") },
  { name: "error-gone", who: "Salma Idrissi", looks: two, set: (page) => page.goto("/queue?c=99999") },
  { name: "error-not-found", looks: [plain], set: (page) => page.goto("/nothing-here") },
  {
    name: "error-offline",
    who: "Salma Idrissi",
    looks: two,
    set: async (page) => {
      await open(page, "Claire Dumontet");
      await page.context().setOffline(true);
      await page.keyboard.press("i");
      await page.waitForTimeout(4_000);
    },
  },
  ...[
    "profile",
    "profile/keys",
    "people",
    "teams",
    "brands",
    "channels",
    "saved-replies",
    "macros",
    "schedules",
    "targets",
    "notices",
    "blocks",
    "on-call",
    "organisation",
    "audit",
    "notifications",
    "parked",
  ].map(
    (path): Scene => ({
      name: `settings-${path.replace("/", "-")}`,
      who: "Hannah Whitlock",
      looks: /profile|people/.test(path) ? [plain, dark, small] : [plain],
      set: async (page) => {
        const answer = await page.goto(`/settings/${path}`);
        expect(answer?.status(), path).toBe(200);
        await page.locator("html[data-ready]").waitFor();
        // The page scrolls within the window: a window as high as it shows all of it.
        const height = await page.getByRole("main").evaluate((main) => main.scrollHeight);
        const size = page.viewportSize();
        if (size)
          await page.setViewportSize({ width: size.width, height: Math.max(size.height, height + 60) });
      },
    }),
  ),
];

async function desk(page: Page): Promise<void> {
  await page.goto("/queue");
  await page.locator("html[data-ready]").waitFor();
  await page.locator("[data-row]").first().waitFor();
  // The keys come right after the first paint.
  await page.waitForTimeout(700);
}

async function open(page: Page, customer: string): Promise<void> {
  const answer = await page.request.get("/api/v1/conversations?view=queue&limit=200");
  const { items }: { items: Array<{ customerName: string; number: number }> } = await answer.json();
  const row = items.find((one) => one.customerName === customer);
  expect(row, `${customer} is in the queue`).toBeTruthy();
  await page.goto(`/queue?c=${row?.number}`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("log").waitFor();
  await page.mouse.move(720, 4);
  await page.waitForTimeout(700);
}

async function write(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  const field = page.locator("textarea:focus, [contenteditable]:focus");
  await field.waitFor();
  await page.keyboard.type(text);
}

async function byPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.locator("dialog [role=combobox]").fill(name);
  await page.keyboard.press("Enter");
}

/** Jules's reply that waits for a colleague. */
async function approval(page: Page): Promise<void> {
  await page.goto("/queue");
  const answer = await page.request.get("/api/v1/conversations?limit=200");
  const { items } = await answer.json();
  const waiting = items.find((row: { approvalSince?: string | null }) => row.approvalSince);
  expect(waiting, "a reply that waits for a colleague").toBeTruthy();
  await page.goto(`/queue?c=${waiting.number}`);
  await page.getByRole("log").waitFor();
}
