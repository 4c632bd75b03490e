import { letOutageLast } from "./support/database";
import { ask, expect, itemsOf, openDesk, rowOf, test } from "./support/desk";
import { type MastodonServer, startMastodonServer } from "./support/mastodon-server";

let instance: MastodonServer;

test.beforeAll(async () => {
  instance = await startMastodonServer();
});
test.afterAll(() => instance.close());

/** A second try meets what the first one left, and has words of its own. */
const of = [
  {
    kettles: "@kettles@mastodon.example",
    word: "blubberquatsch",
    troll: "Otto Troll",
    burst: "lids burst",
    call: "shame on you, your lids burst and hurt people, share this!",
  },
  {
    kettles: "@pans@mastodon.example",
    word: "wobbelquark",
    troll: "Udo Troll",
    burst: "pans warp",
    call: "never again: all of my pans warp within a week and your shop only laughs, pass it on!",
  },
] as const;

test("a channel is connected step by step, its first message shows up, a rule puts trolls away, and its outage is told to everybody", async ({
  sitDown,
}) => {
  const { kettles, word, troll, burst, call } = of[test.info().retry === 0 ? 0 : 1];
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels/new");
  await expect(hannah.getByRole("heading", { name: "Public networks and anything else" })).toBeVisible();
  await hannah.getByRole("link", { name: /^Mastodon/ }).click();
  await expect(hannah.getByRole("heading", { name: "On the other side" })).toBeVisible();
  await hannah.getByLabel("Name", { exact: true }).fill(kettles);
  await hannah.getByLabel("Address of your instance").fill(instance.url);
  await hannah.getByLabel("Access token").fill(instance.token);
  await hannah.getByRole("button", { name: "Test", exact: true }).click();
  await expect(hannah.getByText("It works.", { exact: true })).toBeVisible();
  await hannah.getByRole("button", { name: "Connect" }).click();
  await expect(hannah.getByText("Waiting for the first message…")).toBeVisible();
  await expect.poll(() => instance.streamCount(), { timeout: 15_000 }).toBe(1);
  instance.person("vera@cuisine.example", { displayName: "Vera Lindholm" });
  instance.post({ from: "vera@cuisine.example", text: "@marmelune is the blue kettle back in your shops?" });
  await expect(hannah.getByText("It arrives. The first messages:")).toBeVisible();
  await expect(hannah.getByRole("link", { name: /Vera Lindholm/ })).toBeVisible();

  await hannah.goto("/settings/rules");
  await hannah.getByRole("button", { name: "New rule" }).click();
  const dialog = hannah.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill(`Trolls like ${troll}`);
  await dialog.getByLabel("One of these words or phrases").fill(word);
  await dialog.getByRole("button", { name: /^What would it have hit/ }).click();
  await expect(dialog.getByText(/^Nothing of .*Nothing was done\.$/)).toBeVisible();
  await dialog.getByText("Close without a reply", { exact: true }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(hannah.getByText(`“Trolls like ${troll}” is saved.`)).toBeVisible();
  await expect(hannah.getByRole("list", { name: "Rules of the house" })).toContainText(word);
  instance.person("troll@cuisine.example", { displayName: troll });
  instance.post({
    from: "troll@cuisine.example",
    text: `@marmelune ${word.toUpperCase().replace("U", "Ü")}!!!`,
  });
  const closed = async () =>
    itemsOf(await ask(hannah, `GET /conversations?view=resolved&sort=left&limit=20&q=${troll.split(" ")[0]}`))
      .length;
  await expect.poll(closed, { timeout: 15_000 }).toBe(1);
  await hannah.reload();
  await expect(hannah.getByText(new RegExp(`${troll}, #\\d+`))).toBeVisible();
  await hannah.getByRole("listitem").filter({ hasText: troll }).getByRole("button", { name: "Undo" }).click();
  await expect(hannah.getByText("Taken back.")).toBeVisible();
  await expect.poll(closed).toBe(0);

  const tom = await sitDown("Tom Verhaegen");
  for (const [who, name] of [
    ["ida@cuisine.example", "Ida Sommer"],
    ["jon@garden.example", "Jon Winter"],
    ["kim@garden.example", "Kim Herbst"],
  ] as const) {
    instance.person(who, { displayName: name });
    instance.post({
      from: who,
      text: `@marmelune ${call} https://${name.length}.example`,
    });
  }
  await openDesk(tom, burst);
  await expect(tom.getByText("3 alike")).toBeVisible({ timeout: 15_000 });
  await tom.getByRole("button", { name: "Show all 3 that say the same" }).click();
  await expect(rowOf(tom, "Kim Herbst")).toBeVisible();

  instance.fail(10_000, 503);
  instance.dropStreams();
  const isFailing = async () => {
    const channels = itemsOf(await ask(hannah, "GET /channels"));
    return JSON.stringify(channels.find(({ name }) => name === kettles)).includes('"failing"');
  };
  await expect.poll(isFailing, { timeout: 40_000 }).toBe(true);
  await letOutageLast(kettles, 16);
  await tom.reload();
  const banner = tom.getByRole("region", { name: "Channels with trouble" });
  await expect(banner).toContainText(`${kettles} has not worked for 16 min.`);
  await banner.getByRole("button", { name: "Put away" }).click();
  await expect(banner).toBeHidden();
});
