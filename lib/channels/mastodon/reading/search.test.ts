import { afterEach, beforeEach, expect, test } from "vitest";
import { contextFor } from "@/e2e/support/mastodon-context";
import { type MastodonServer, startMastodonServer } from "@/e2e/support/mastodon-server";
import { act } from "@/lib/channels/mastodon/act";
import { check } from "@/lib/channels/mastodon/check";
import { parse } from "@/lib/channels/mastodon/parse";
import { poll } from "./poll";

const claire = "claire@cuisine.example";
let server: MastodonServer;
let desk: ReturnType<typeof contextFor>;

beforeEach(async () => {
  server = await startMastodonServer();
  desk = contextFor(server);
  desk.ctx.config.words = ["Marmelune"];
});
afterEach(async () => {
  desk.stop();
  await server.close();
});

async function pollNow(): Promise<void> {
  desk.later(3 * 60_000);
  const { items, cursor } = await poll(desk.ctx, desk.ledger.cursor);
  await desk.accept(items, cursor);
}

function read(externalId: string) {
  const item = desk.stored.get(externalId);
  return item ? parse(item, desk.ctx.config)[0] : null;
}

test("a post that names the brand arrives as a public message; our own, private ones and mentions do not come twice", async () => {
  desk.ctx.config.words = ["Marmelune", "cast iron"];
  const above = server.post({ from: "ben@garden.example", text: "Which pots last?" });
  const named = server.post({ from: claire, text: "Marmelune cast iron, never again", inReplyTo: above.id });
  const own = server.post({ from: "marmelune", text: "Marmelune is closed on Friday" });
  const whispered = server.post({ from: claire, text: "marmelune, between us", visibility: "private" });
  const mention = server.post({ from: claire, text: "@marmelune are you the Marmelune?" });
  server.post({ from: claire, text: "iron, cast by hand" });
  await pollNow();
  expect(read(named.id)).toMatchObject({
    kind: "message",
    public: true,
    text: "Marmelune cast iron, never again",
    parent: { author: "@ben@garden.example", text: "Which pots last?" },
  });
  expect(read(mention.id)).toMatchObject({
    kind: "message",
    recipients: { to: ["marmelune@mastodon.example"] },
  });
  expect([...desk.stored.keys()].sort()).toEqual([named.id, mention.id].sort());
  expect([own.id, whispered.id].some((id) => desk.stored.has(id))).toBe(false);
});

test("an instance without a search gives a single word by its hashtag", async () => {
  desk.ctx.config.words = ["Marmelune", "cast iron"];
  server.fail(1000, 404, "/api/v2/search");
  const tagged = server.post({ from: claire, text: "My #Marmelune leaks" });
  server.post({ from: claire, text: "Marmelune and cast iron without the sign" });
  await pollNow();
  expect([...desk.stored.keys()]).toEqual([tagged.id]);
});

test("a search that fails, of whatever kind, keeps no mention waiting and is made up for", async () => {
  const named = server.post({ from: claire, text: "Marmelune again" });
  for (const status of [403, 501, 503]) {
    server.fail(1, status, "/api/v2/search");
    const mention = server.post({ from: claire, text: `@marmelune ${status}` });
    await pollNow();
    expect(read(mention.id)).toMatchObject({ kind: "message" });
    expect(desk.stored.has(named.id)).toBe(false);
  }
  await pollNow();
  expect(read(named.id)).toMatchObject({ kind: "message" });
});

test("many posts between two looks all arrive, by text and by hashtag, and are asked for again only while fresh", async () => {
  await pollNow();
  const posts = Array.from({ length: 95 }, (_, at) =>
    server.post({ from: claire, text: at % 2 ? `Marmelune ${at}` : `#Marmelune ${at}` }),
  );
  await pollNow();
  expect([...desk.stored.keys()].sort()).toEqual(posts.map(({ id }) => id).sort());
  desk.later(20 * 60_000);
  await pollNow();
  const handed = desk.ledger.handedOver.length;
  await pollNow();
  expect(desk.ledger.handedOver).toHaveLength(handed);
});

test("what was found is followed: an edit and a deletion arrive", async () => {
  const changed = server.post({ from: claire, text: "Marmelune leaks" });
  const removed = server.post({ from: claire, text: "Marmelune smokes" });
  await pollNow();
  const { editedAt } = server.edit(changed.id, "Marmelune leaked, they replaced it");
  server.remove(removed.id);
  desk.later(6 * 60_000);
  await pollNow();
  expect(read(`${changed.id}:edit:${editedAt}`)).toMatchObject({
    kind: "edit",
    text: "Marmelune leaked, they replaced it",
  });
  expect(read(`${removed.id}:delete`)).toMatchObject({ kind: "delete", externalId: removed.id });
});

test("a server that knows no quotes among its notifications is asked without", async () => {
  const mention = server.post({ from: claire, text: "@marmelune hello" });
  server.fail(1, 422, "/api/v1/notifications");
  await pollNow();
  expect(read(mention.id)).toMatchObject({ kind: "message" });
});

test("the check asks for the right to search only where words are set", async () => {
  const scopes = ["read:accounts", "read:statuses", "read:notifications", "write"];
  server.grant("narrow", { scopes });
  desk.ctx.config.accessToken = "narrow";
  expect(await check(desk.ctx)).toEqual({
    code: "mastodon.scope_missing",
    params: { scopes: "read:search" },
  });
  desk.ctx.config.words = [];
  expect(await check(desk.ctx)).toBe(null);
});

test("a post is favoured once, and not any more; one that is gone is told", async () => {
  const post = server.post({ from: claire, text: "@marmelune thank you!" });
  for (let tries = 0; tries < 2; tries++) await act(desk.ctx, "like", { externalId: post.id });
  expect(server.favourites()).toEqual([post.id]);
  for (let tries = 0; tries < 2; tries++) await act(desk.ctx, "unlike", { externalId: post.id });
  expect(server.favourites()).toEqual([]);
  server.remove(post.id);
  await expect(act(desk.ctx, "like", { externalId: post.id })).rejects.toMatchObject({
    message: "permanent: mastodon.post_gone",
  });
});
