import { type BlueskyServer, startBlueskyServer } from "./support/bluesky-server";
import { letRepliesLeave } from "./support/database";
import { composer, expect, openConversation, openDesk, rowOf, test, timeline } from "./support/desk";

let network: BlueskyServer;

test.beforeAll(async () => {
  network = await startBlueskyServer();
});
test.afterAll(() => network.close());

test("an account is connected in the settings, a mention is answered in public with its link, and its author's deletion is shown", async ({
  sitDown,
}) => {
  network.person("pia.example", { displayName: "Pia" });
  network.person("solene.garden.example", { displayName: "Solène Garnier", followers: 2310 });
  const above = network.post("pia.example", "Which kettles last longer than a year?");
  const mention = network.post("solene.garden.example", "Not the ones of @marmelune.example, mine leaks 🫖", {
    answers: above,
  });

  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels/new?kind=bluesky");
  await hannah.getByLabel("Name", { exact: true }).fill("@marmelune.example");
  await hannah.getByLabel("Team").selectOption({ label: "Social" });
  await hannah.getByLabel("Handle").fill("@marmelune.example");
  await hannah.getByLabel("App password").fill("not-this-one");
  await hannah.getByLabel("Server of your account").fill(network.url);
  await hannah.getByLabel("Jetstream").fill(network.stream);
  await hannah.getByRole("button", { name: "Test", exact: true }).click();
  await expect(hannah.getByRole("status").filter({ hasText: /app password/i })).toBeVisible();
  await hannah.getByLabel("App password").fill(network.appPassword);
  await hannah.getByRole("button", { name: "Test", exact: true }).click();
  await expect(hannah.getByText("It works.", { exact: true })).toBeVisible();
  await hannah.getByRole("button", { name: "Connect" }).click();
  await expect(hannah.getByText("@marmelune.example is connected.")).toBeVisible();

  const tom = await sitDown("Tom Verhaegen");
  await openDesk(tom, "Solène");
  await expect(rowOf(tom, "Solène Garnier")).toBeVisible({ timeout: 20_000 });
  await openConversation(tom, "Solène Garnier");
  await expect(timeline(tom).getByText("mine leaks")).toBeVisible();
  await expect(timeline(tom).getByText(/In reply to .*Which kettles last longer/)).toBeVisible();

  await composer(tom).getByRole("tab", { name: "Public reply" }).click();
  await composer(tom).getByRole("textbox").fill("Désolé 🫖 Here is how: https://marmelune.example/kettle.");
  await composer(tom).getByRole("button", { name: "Publish" }).click();
  await expect(tom.getByText(/^Publishing to Solène Garnier in \d+ s$/)).toBeVisible();
  await letRepliesLeave();
  await expect.poll(() => network.posts().length, { timeout: 15_000 }).toBe(1);
  const [root, parent] = [above, mention].map(({ uri, cid }) => ({ uri, cid }));
  expect(network.posts()[0]?.value).toMatchObject({
    text: "Désolé 🫖 Here is how: https://marmelune.example/kettle.",
    reply: { root, parent },
    facets: [
      {
        index: { byteStart: 27, byteEnd: 59 },
        features: [{ $type: "app.bsky.richtext.facet#link", uri: "https://marmelune.example/kettle" }],
      },
    ],
  });

  network.remove(mention.uri);
  await expect(timeline(tom).getByText("The author has deleted this.")).toBeVisible({ timeout: 20_000 });
});
