import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { contextFor } from "@/e2e/support/mastodon-context";
import { type MastodonServer, startMastodonServer } from "@/e2e/support/mastodon-server";
import type { Incoming } from "@/lib/channels/channel";
import { check } from "@/lib/channels/mastodon/check";
import { parse } from "@/lib/channels/mastodon/parse";
import { poll } from "./poll";
import { listen } from "./stream";

// Long only when the machine is busy.
const patience = { timeout: 40_000, interval: 20 };
const quick = { ping: 60, silence: 200, firstWait: 20, longestWait: 100 };
const claire = "claire@cuisine.example";
let server: MastodonServer;
let desk: ReturnType<typeof contextFor>;
let stopListening: () => Promise<void>;

beforeEach(async () => {
  server = await startMastodonServer();
  desk = contextFor(server);
  stopListening = async () => {};
});
afterEach(async () => {
  await stopListening();
  desk.stop();
  await server.close();
});

async function connect(): Promise<void> {
  stopListening = await listen(desk.ctx, desk.accept, quick);
  await vi.waitFor(() => expect(desk.health.at(-1)).toBe(null), patience);
}

async function arrives(externalId: string): Promise<Incoming> {
  const item = await vi.waitFor(() => {
    const found = desk.stored.get(externalId);
    if (!found) throw new Error(`${externalId} is not there`);
    return found;
  }, patience);
  return parse(item, desk.ctx.config)[0]!;
}

async function pollNow(): Promise<void> {
  const { items, cursor } = await poll(desk.ctx, desk.ledger.cursor);
  await desk.accept(items, cursor);
}

test("a public mention arrives by the stream", async () => {
  await connect();
  server.person(claire, { displayName: "Claire Dumontet", followers: 2310 });
  const post = server.post({ from: claire, text: "@marmelune@mastodon.example where is my refund?" });
  expect(await arrives(post.id)).toMatchObject({
    kind: "message",
    externalId: post.id,
    public: true,
    threadKey: null,
    text: "@marmelune where is my refund?",
    author: {
      name: "Claire Dumontet",
      identities: [{ kind: "mastodon", value: claire, display: `@${claire}`, evidence: "network" }],
      facts: { followers: 2310 },
    },
    recipients: { to: ["marmelune@mastodon.example"], cc: [] },
  });
});

test("a direct message is private and belongs to the exchange of its people", async () => {
  await connect();
  const first = server.post({ from: claire, text: "@marmelune psst", visibility: "direct" });
  expect(await arrives(first.id)).toMatchObject({ public: false, threadKey: `direct:${claire}` });
});

test("what was posted while the stream was cut arrives once, the poll fills the gap", async () => {
  await connect();
  const before = server.post({ from: claire, text: "@marmelune one" });
  await arrives(before.id);
  server.fail(3, 503, "/api/v1/streaming");
  server.dropStreams();
  await vi.waitFor(() => expect(server.streamCount()).toBe(0), patience);
  const missed = Array.from({ length: 90 }, (_, at) =>
    server.post({ from: claire, text: `@marmelune ${at}` }),
  );
  for (const post of missed) await arrives(post.id);
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), patience);
  const after = server.post({ from: claire, text: "@marmelune last" });
  await arrives(after.id);
  expect([...desk.stored.keys()]).toEqual([before, ...missed, after].map((post) => post.id));
});

test("a line that has gone silent is noticed and replaced", async () => {
  await connect();
  server.freezeStreams();
  const missed = server.post({ from: claire, text: "@marmelune anybody there?" });
  await arrives(missed.id);
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), patience);
});

test("when storing fails nothing is lost: the line starts again and the poll brings it", async () => {
  await connect();
  desk.ledger.failing = 2;
  const post = server.post({ from: claire, text: "@marmelune the pot smoked" });
  await arrives(post.id);
});

test("the parent post comes along when it is somebody else's", async () => {
  await connect();
  const kettle = server.post({ from: "ben@garden.example", text: "My kettle leaks" });
  const post = server.post({ from: claire, text: "@marmelune same here", inReplyTo: kettle.id });
  expect(await arrives(post.id)).toMatchObject({
    inReplyTo: [kettle.id],
    parent: { externalId: kettle.id, author: "@ben@garden.example", text: "My kettle leaks" },
  });
  const ours = server.post({ from: "marmelune", text: "We are sorry" });
  const answer = server.post({ from: claire, text: "@marmelune thanks", inReplyTo: ours.id });
  expect(await arrives(answer.id)).toMatchObject({ inReplyTo: [ours.id], parent: null });
});

test("edits and deletions follow by the stream", async () => {
  await connect();
  const post = server.post({ from: claire, text: "@marmelune I wait" });
  await arrives(post.id);
  const edited = server.edit(post.id, "@marmelune I waited long enough");
  expect(await arrives(`${post.id}:edit:${edited.editedAt}`)).toMatchObject({
    kind: "edit",
    externalId: post.id,
    text: "@marmelune I waited long enough",
    editedAt: new Date(edited.editedAt ?? ""),
  });
  server.remove(post.id);
  const gone = await arrives(`${post.id}:delete`);
  expect(gone).toMatchObject({ kind: "delete", externalId: post.id });
  expect(gone.kind === "delete" && Date.now() - gone.deletedAt.getTime()).toBeLessThan(40_000);
});

test("edits and deletions that happened while the stream was cut are found afterwards", async () => {
  await connect();
  const edited = server.post({ from: claire, text: "@marmelune one" });
  const removed = server.post({ from: claire, text: "@marmelune two" });
  await arrives(removed.id);
  desk.later(10 * 60_000);
  await pollNow();
  server.fail(2, 503, "/api/v1/streaming");
  server.dropStreams();
  const { editedAt } = server.edit(edited.id, "@marmelune one, corrected");
  server.remove(removed.id);
  expect(await arrives(`${edited.id}:edit:${editedAt}`)).toMatchObject({ kind: "edit" });
  expect(await arrives(`${removed.id}:delete`)).toMatchObject({ kind: "delete", externalId: removed.id });
  expect(desk.stored.has(`${edited.id}:delete`)).toBe(false);
});

test("a reply that Tom wrote in Mastodon's own app is ours, what Avant sent is not told again", async () => {
  await connect();
  const question = server.post({ from: claire, text: "@marmelune back in stock?" });
  await arrives(question.id);
  const toms = server.post({ from: "marmelune", text: `@${claire} on Monday`, inReplyTo: question.id });
  expect(await arrives(toms.id)).toMatchObject({
    kind: "ours",
    inReplyTo: [question.id],
    text: "@claire on Monday",
  });
  const announcement = server.post({ from: "marmelune", text: "New pots!" });
  await server.post({ from: claire, text: "@marmelune nice" });
  await vi.waitFor(() => expect(desk.stored.size).toBe(3), patience);
  expect(desk.stored.has(announcement.id)).toBe(false);
});

test("a stranger's private mention that the instance holds back still arrives, by the poll", async () => {
  await connect();
  const held = server.post({ from: claire, text: "@marmelune psst", visibility: "direct", filtered: true });
  await pollNow();
  expect(await arrives(held.id)).toMatchObject({ kind: "message", public: false });
});

test("polling reads every page upwards and keeps a margin for late commits", async () => {
  const old = server.post({ from: claire, text: "@marmelune old", at: new Date(Date.now() - 3_600_000) });
  await pollNow();
  desk.later(10 * 60_000);
  await pollNow();
  const posts = Array.from({ length: 130 }, (_, at) =>
    server.post({ from: claire, text: `@marmelune ${at}` }),
  );
  await pollNow();
  expect([...desk.stored.keys()]).toEqual([old, ...posts].map((post) => post.id));
  const position = JSON.parse(desk.ledger.cursor ?? "{}");
  expect(position.notification).toBe(server.world.notices.at(-1)?.id);
});

test("the first look goes back one day, and an own answer comes after its question", async () => {
  const lastWeek = server.post({ from: claire, text: "@marmelune long ago" });
  server.world.notices[0]!.createdAt = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const question = server.post({ from: claire, text: "@marmelune open today?" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  const answer = server.post({ from: "marmelune", text: `@${claire} yes`, inReplyTo: question.id });
  await pollNow();
  expect([...desk.stored.keys()]).toEqual([question.id, answer.id]);
  expect(desk.stored.has(lastWeek.id)).toBe(false);
});

test("a revoked token is said in the health line and does not stop the trying", async () => {
  await connect();
  server.revoke();
  server.dropStreams();
  await vi.waitFor(() => expect(desk.health.at(-1)?.code).toBe("mastodon.token_refused"), patience);
  server.grant(server.token);
  await vi.waitFor(() => expect(desk.health.at(-1)).toBe(null), patience);
});

test("a server without a stream is no fault: what is new comes by the polls", async () => {
  server.fail(1000, 404, "/api/v1/streaming");
  stopListening = await listen(desk.ctx, desk.accept, quick);
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(desk.health).toEqual([]);
  const post = server.post({ from: claire, text: "@marmelune hello" });
  await pollNow();
  expect(await arrives(post.id)).toMatchObject({ kind: "message" });
});

test("stopping ends the stream and everything that waits", async () => {
  await connect();
  await stopListening();
  await vi.waitFor(() => expect(server.streamCount()).toBe(0), patience);
  server.post({ from: claire, text: "@marmelune too late" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(desk.stored.size).toBe(0);
});

test("the check says what is wrong with address, token or rights", async () => {
  expect(await check(desk.ctx)).toBe(null);
  const asking = (config: { instance: string; accessToken: string }) => check({ ...desk.ctx, config });
  const { instance, accessToken } = desk.ctx.config;
  expect(await asking({ instance, accessToken: "wrong" })).toMatchObject({ code: "mastodon.token_refused" });
  expect(await asking({ instance: "http://127.0.0.1:1", accessToken })).toMatchObject({
    code: "mastodon.unreachable",
  });
  expect(await asking({ instance: "http://169.254.169.254", accessToken })).toMatchObject({
    code: "mastodon.address_blocked",
  });
  server.grant("reader", { scopes: ["read"] });
  expect(await asking({ instance, accessToken: "reader" })).toEqual({
    code: "mastodon.scope_missing",
    params: { scopes: "write:statuses, write:media" },
  });
});
