import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

type Name = "Salma Idrissi" | "Tom Verhaegen" | "Inès Carpentier" | "Hannah Whitlock" | "Jules Lemaire";
type Seat = BrowserContextOptions["storageState"];

/** Opens a browser of one's own for somebody of the team, already signed in. */
export type SitDown = (name: Name, options?: BrowserContextOptions) => Promise<Page>;

export const test = base.extend<{ sitDown: SitDown }, { seats: Map<Name, Seat> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern.
  seats: [async ({}, use) => use(new Map()), { scope: "worker" }],
  sitDown: async ({ browser, baseURL, seats, contextOptions, locale, timezoneId, viewport }, use) => {
    const opened: Page[] = [];
    await use(async (name, options = {}) => {
      const shared = { ...contextOptions, baseURL: baseURL ?? "", locale, timezoneId, viewport };
      const known = seats.get(name) ?? (await signIn(browser, shared, name));
      seats.set(name, known);
      const context = await browser.newContext({ ...shared, storageState: known, ...options });
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

export { expect };

async function signIn(browser: Browser, options: BrowserContextOptions, name: Name): Promise<Seat> {
  const context = await browser.newContext({ ...options, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name }).click();
  await page.waitForURL("**/queue", { waitUntil: "commit" });
  const seat = await context.storageState();
  await context.close();
  return seat;
}

/**
 * Goes to the queue, narrowed to some words since the list draws only the rows in sight, and waits until it hears from
 * the server.
 */
export async function openDesk(page: Page, words = ""): Promise<void> {
  const path = words === "" ? "/queue" : `/queue?q=${encodeURIComponent(words)}`;
  // The answer to "since", an acknowledgement in Socket.IO's protocol, says that from now on nothing is missed.
  const caughtUp = new Promise<void>((resolve) => {
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => {
        if (String(payload).startsWith("43")) resolve();
      });
    });
  });
  await page.goto(path);
  await caughtUp;
}

/** The row of a customer in the list. */
export function rowOf(page: Page, customer: string) {
  return page.locator("[data-row]").filter({ hasText: customer });
}

/** Opens a conversation by its row and waits for its words. */
export async function openConversation(page: Page, customer: string): Promise<void> {
  await rowOf(page, customer).click();
  const zone = page.getByRole("region", { name: "Conversation" });
  await expect(zone.getByRole("heading", { level: 2, name: customer })).toBeVisible();
  await expect(composer(page)).toBeVisible();
}

export function composer(page: Page) {
  return page.getByRole("region", { name: /^(Write|Écrire)$/ });
}

/** Begins a reply by its key, and waits until the composer shows the words: no hand sends what it cannot see. */
export async function writeReply(page: Page, words: string): Promise<void> {
  await page.keyboard.press("r");
  await page.keyboard.type(words);
  await expect(composer(page).getByRole("textbox")).toHaveValue(words);
}

export function timeline(page: Page) {
  return page.getByRole("log");
}

type Answer = { [key: string]: unknown } | null;

/** Asks the API as the person of this page, as the page itself would. */
export async function ask(page: Page, call: string, body?: unknown): Promise<Answer> {
  const [method = "GET", path = ""] = call.split(" ");
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin: new URL(page.url()).origin },
    // A connection that was kept may be closed by the other side in the moment of asking.
    maxRetries: method === "GET" ? 2 : 0,
    ...(body === undefined ? {} : { data: body }),
  });
  const text = await response.text();
  expect(response.ok(), `${call}: ${response.status()} ${text}`).toBe(true);
  return text === "" ? null : JSON.parse(text);
}

/** Connects a channel of the sample brand for the team "Care", and waits until it runs. Hannah's page. */
export async function connect(page: Page, kind: string, name: string, config: object): Promise<string> {
  const known = itemsOf(await ask(page, "GET /channels"));
  const mailbox = known.find((channel) => channel.address === "care@marmelune.example");
  const made = await ask(page, "POST /channels", {
    kind,
    name,
    brandId: mailbox?.brandId,
    teamId: mailbox?.teamId,
    config,
  });
  const id = String(made?.id);
  await expect
    .poll(
      async () => {
        const channel = itemsOf(await ask(page, "GET /channels")).find((one) => one.id === id);
        const health = channel?.health;
        return (
          typeof health === "object" &&
          health !== null &&
          "lastSuccessAt" in health &&
          health.lastSuccessAt !== null
        );
      },
      { message: `${name} is connected`, timeout: 15_000, intervals: [100] },
    )
    .toBe(true);
  return id;
}

export function itemsOf(answer: Answer): Array<{ [key: string]: unknown }> {
  return Array.isArray(answer?.items) ? answer.items : [];
}

/** axe finds nothing serious or critical; `rules` asks only these, `within` looks only there. */
export async function expectAccessible(
  page: Page,
  { rules = [], within = "" }: { rules?: string[]; within?: string } = {},
): Promise<void> {
  // Legacy mode does without a second page for each look; what it leaves out are frames of other origins. What passed
  // is not listed: describing it costs more than looking.
  let axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  if (within) axe = axe.include(within);
  if (rules.length > 0) axe = axe.withRules(rules);
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}
