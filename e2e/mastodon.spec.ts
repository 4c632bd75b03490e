import { letRepliesLeave } from "./support/database";
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
} from "./support/desk";
import { type MastodonServer, startMastodonServer } from "./support/mastodon-server";

let instance: MastodonServer;

test.beforeAll(async () => {
  instance = await startMastodonServer();
});
test.afterAll(() => instance.close());

test("an account is connected in the settings, its mentions arrive, and answers go out in public and in private", async ({
  sitDown,
}) => {
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels/new?kind=mastodon");
  await hannah.getByLabel("Name", { exact: true }).fill("@marmelune@mastodon.example");
  await hannah.getByLabel("Team").selectOption({ label: "Social" });
  await hannah.getByLabel("Address of your instance").fill(instance.url);
  await hannah.getByLabel("Access token").fill("not this one");
  await hannah.getByRole("button", { name: "Test", exact: true }).click();
  await expect(hannah.getByRole("status").filter({ hasText: /token/i })).toBeVisible();
  await hannah.getByLabel("Access token").fill(instance.token);
  await hannah.getByRole("button", { name: "Test", exact: true }).click();
  await expect(hannah.getByText("It works.", { exact: true })).toBeVisible();
  await hannah.getByRole("button", { name: "Connect" }).click();
  await expect(hannah.getByText("@marmelune@mastodon.example is connected.")).toBeVisible();
  await expect.poll(() => instance.streamCount(), { timeout: 15_000 }).toBe(1);

  const tom = await sitDown("Tom Verhaegen");
  await openDesk(tom, "Élodie");
  instance.person("elodie@cuisine.example", { displayName: "Élodie Marchand", followers: 2310 });
  const above = instance.post({
    from: "pia@cuisine.example",
    text: "Which kettles last longer than a year?",
  });
  const mention = instance.post({
    from: "elodie@cuisine.example",
    text: "Not the ones of @marmelune@mastodon.example, mine leaks.",
    inReplyTo: above.id,
  });
  await openConversation(tom, "Élodie Marchand");
  await expect(timeline(tom).getByText("mine leaks")).toBeVisible();
  await expect(timeline(tom).getByText(/In reply to .*Which kettles last longer/)).toBeVisible();

  await composer(tom).getByRole("tab", { name: "Public reply" }).click();
  await composer(tom).getByRole("textbox").fill("That must not happen. We write to you.");
  await composer(tom).getByRole("button", { name: "Publish" }).click();
  await expect(tom.getByText(/^Publishing to Élodie Marchand in \d+ s$/)).toBeVisible();
  await letRepliesLeave();
  await expect.poll(() => instance.statuses().length, { timeout: 15_000 }).toBe(1);
  const published = instance.statuses()[0];
  expect(published).toMatchObject({ visibility: "public", inReplyTo: mention.id });
  expect(published?.text).toContain("That must not happen.");

  await composer(tom).getByRole("tab", { name: "Private reply" }).click();
  await composer(tom).getByRole("textbox").fill("Where may we send the new kettle?");
  await composer(tom).getByRole("button", { name: "Send", exact: true }).click();
  await expect(tom.getByText(/^Sending to Élodie Marchand/)).toBeVisible();
  await letRepliesLeave();
  await expect.poll(() => instance.statuses().length, { timeout: 15_000 }).toBe(2);
  expect(instance.statuses()[1]).toMatchObject({ visibility: "direct" });

  instance.edit(mention.id, "Not the ones of @marmelune@mastodon.example: mine leaked, they replace it.");
  await expect(timeline(tom).getByText("they replace it")).toBeVisible();
  await expect(
    timeline(tom)
      .getByText(/edited/)
      .first(),
  ).toBeVisible();

  const second = instance.post({
    from: "elodie@cuisine.example",
    text: "@marmelune@mastodon.example one more thing",
  });
  await expect
    .poll(async () => {
      const found = itemsOf(
        await ask(tom, "GET /conversations?view=queue&sort=longest&limit=50&q=%C3%89lodie"),
      );
      return found.some((row) => String(row.excerpt).includes("one more thing"));
    })
    .toBe(true);
  await openDesk(tom, "Élodie");
  instance.remove(second.id);
  await rowOf(tom, "Élodie Marchand").filter({ hasText: "one more thing" }).click();
  await expect(timeline(tom).getByText("The author has deleted this.")).toBeVisible();
});
