import { createRestAPIClient, createStreamingAPIClient } from "masto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { type MastodonServer, startMastodonServer } from "@/e2e/support/mastodon-server";

// The stand-in is worth something only if a client that others wrote for real instances understands it.

let server: MastodonServer;

beforeEach(async () => {
  server = await startMastodonServer();
});
afterEach(() => server.close());

function rest(accessToken = server.token) {
  return createRestAPIClient({ url: server.url, accessToken });
}

test("masto signs in, reads the instance, and is refused with a wrong token", async () => {
  expect(await rest().v1.accounts.verifyCredentials()).toMatchObject({ username: "marmelune" });
  expect((await rest().v2.instance.fetch()).configuration.statuses.maxCharacters).toBe(500);
  await expect(rest("wrong").v1.accounts.verifyCredentials()).rejects.toMatchObject({ statusCode: 401 });
});

test("masto pages through notifications in both directions", async () => {
  for (let at = 0; at < 90; at++) server.post({ from: "claire@cuisine.example", text: `@marmelune ${at}` });
  const seen: string[] = [];
  for await (const page of rest().v1.notifications.list({ limit: 40, types: ["mention"] })) {
    seen.push(...page.map((one) => one.id));
  }
  expect(seen).toEqual(server.world.notices.map((notice) => notice.id).reverse());
  const [first] = server.world.notices;
  const next = await rest().v1.notifications.list({ limit: 2, minId: first?.id });
  expect(next.map((one) => one.id)).toEqual([server.world.notices[2]?.id, server.world.notices[1]?.id]);
});

test("masto writes, edits, reads the thread and deletes", async () => {
  const question = server.post({ from: "claire@cuisine.example", text: "@marmelune open?" });
  const made = await rest().v1.statuses.create({
    status: "@claire@cuisine.example yes",
    inReplyToId: question.id,
    visibility: "unlisted",
  });
  expect(made).toMatchObject({ visibility: "unlisted", mentions: [{ acct: "claire@cuisine.example" }] });
  const thread = await rest().v1.statuses.$select(made.id).context.fetch();
  expect(thread.ancestors.map((one) => one.id)).toEqual([question.id]);
  await rest().v1.statuses.$select(made.id).update({ status: "@claire@cuisine.example until six" });
  expect((await rest().v1.statuses.$select(made.id).fetch()).content).toContain("until six");
  await rest().v1.statuses.$select(made.id).remove();
  await expect(rest().v1.statuses.$select(made.id).fetch()).rejects.toMatchObject({ statusCode: 404 });
});

test("masto uploads a file and waits until it is converted", async () => {
  server.slowMedia(200);
  const file = new File(["pixels"], "pot.png", { type: "image/png" });
  const media = await rest().v2.media.create({ file, description: "A pot" });
  expect(media).toMatchObject({ type: "image", description: "A pot" });
  expect(media.url).toContain("pot.png");
});

test("masto hears mentions, edits and deletions by the user stream", async () => {
  const streaming = createStreamingAPIClient({
    streamingApiUrl: server.url.replace("http", "ws"),
    accessToken: server.token,
    implementation: WebSocket,
  });
  const heard: string[] = [];
  const subscription = streaming.user.subscribe();
  const listening = (async () => {
    for await (const event of subscription) heard.push(event.event);
  })();
  // masto waits a moment before its first try.
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), { timeout: 40_000 });
  const post = server.post({ from: "claire@cuisine.example", text: "@marmelune hello" });
  server.edit(post.id, "@marmelune hello again");
  server.remove(post.id);
  await vi.waitFor(() => expect(heard).toEqual(["notification", "status.update", "delete"]), {
    timeout: 40_000,
  });
  subscription.unsubscribe();
  streaming.close();
  await listening;
});

test("a private post is read only by those it names", async () => {
  const secret = server.post({
    from: "claire@cuisine.example",
    text: "@ben@garden.example psst",
    visibility: "direct",
  });
  await expect(rest().v1.statuses.$select(secret.id).fetch()).rejects.toMatchObject({ statusCode: 404 });
  const toUs = server.post({ from: "claire@cuisine.example", text: "@marmelune psst", visibility: "direct" });
  expect(await rest().v1.statuses.$select(toUs.id).fetch()).toMatchObject({ visibility: "direct" });
});
