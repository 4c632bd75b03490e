import { haveRepliesLeft, letRepliesLeave } from "./support/database";
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
} from "./support/desk";
import { startXServer, type XServer } from "./support/x-server";

let network: XServer;

test.beforeAll(async () => {
  network = await startXServer();
});
test.afterAll(() => network.close());

test("a mention arrives from X, is liked and answered in public and privately, also after the access has ended", async ({
  sitDown,
  baseURL,
}) => {
  // A second try has another person, and no channel of the first.
  const name = test.info().retry === 0 ? "Rasmus Holm" : "Rasmus Lindgren";
  const rasmus = network.person(name);
  // Before we are there at all: the first look finds it.
  const mention = network.post(rasmus, "@marmelune the lid does not fit the pot & nobody answers");
  const hannah = await sitDown("Hannah Whitlock");
  await hannah.goto("/settings/channels");
  for (const left of itemsOf(await ask(hannah, "GET /channels")).filter(({ kind }) => kind === "x"))
    await ask(hannah, `DELETE /channels/${left.id}`);
  const id = await connect(hannah, "x", "@marmelune on X", {
    address: "marmelune",
    clientId: "client",
    accessToken: network.state.access,
    refreshToken: network.state.refresh,
    consumerSecret: network.secret,
    apiUrl: network.url,
  });
  expect(await network.subscribe(`${baseURL}/api/hooks/x/${id}`)).toBe(true);

  const salma = await sitDown("Salma Idrissi");
  await openDesk(salma, "Rasmus");
  await openConversation(salma, name);
  await expect(timeline(salma).getByText("does not fit the pot & nobody answers")).toBeVisible();
  await timeline(salma).getByRole("button", { name: "On X" }).click();
  await salma.getByRole("option", { name: "Like on X" }).click();
  await expect(timeline(salma).getByText("liked on X by Salma Idrissi")).toBeVisible();
  expect(network.posts.get(mention.id)?.likes.size).toBe(1);

  // The access ends in between, as it does every two hours.
  network.endAccess();
  await composer(salma).getByRole("tab", { name: "Public reply" }).click();
  await composer(salma).getByRole("textbox").fill("We send you one that fits.");
  await composer(salma).getByRole("button", { name: "Publish" }).click();
  await expect(salma.getByText(new RegExp(`^Publishing to ${name}`))).toBeVisible();
  await composer(salma).getByRole("tab", { name: "Private reply" }).click();
  await composer(salma).getByRole("textbox").fill("Which address may we use?");
  await composer(salma).getByRole("button", { name: "Send", exact: true }).click();
  await expect(timeline(salma).getByText("Which address may we use?")).toBeVisible();
  await letRepliesLeave();
  const ours = () => [...network.posts.values()].filter(({ from }) => from.id === network.us.id);
  await expect.poll(() => ours().map(({ answers }) => answers), { timeout: 15_000 }).toEqual([mention.id]);
  await expect.poll(() => network.directs.map(({ to }) => to.id), { timeout: 15_000 }).toEqual([rasmus.id]);
  expect(network.state.renewed).toBe(1);

  // Nobody answers a post in the instant between its publication and our note of it.
  await expect.poll(() => haveRepliesLeft(name), { timeout: 15_000 }).toBe(true);
  network.post(rasmus, "@marmelune thank you, that was quick!", ours()[0]?.id ?? null);
  await expect(timeline(salma).getByText("that was quick!")).toBeVisible();
});
