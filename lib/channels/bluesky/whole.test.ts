import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BlueskyServer, startBlueskyServer } from "@/e2e/support/bluesky-server";
import type { Outgoing } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { act } from "./act";
import { check } from "./check";
import type { Config } from "./config";
import { parse } from "./parse";
import { listen, usualPace } from "./reading/jetstream";
import { poll } from "./reading/poll";
import { send } from "./sending/send";

const ben = "ben.garden.example";
const odile = "odile.example";
let server: BlueskyServer;
let desk: ReturnType<typeof fakeContext<Config>>;

beforeEach(async () => {
  server = await startBlueskyServer();
  server.person(ben, { displayName: "Ben Okafor", followers: 310 });
  server.person(odile, { displayName: "Odile Aubry" });
  desk = fakeContext<Config>({
    handle: server.handle,
    appPassword: server.appPassword,
    service: server.url,
    words: [],
    jetstream: "",
    session: "",
  });
});
afterEach(async () => {
  desk.stop();
  await server.close();
});

async function pollNow(): Promise<void> {
  const { items, cursor } = await poll(desk.ctx, desk.ledger.cursor);
  await desk.accept(items, cursor);
}

async function arrived(externalId: string) {
  await pollNow();
  return read(externalId);
}

function read(externalId: string) {
  const item = desk.stored.get(externalId);
  return item ? parse(item, desk.ctx.config)[0] : null;
}

function asked(text = "@marmelune.example where is my refund?") {
  return server.post(ben, text);
}

function answer(externalId: string, text: string, more: Partial<Outgoing> = {}): Outgoing {
  return fakeOutgoing({ text, answers: answering(externalId), ...more });
}

test("a mention is answered in public, and the thanks name both posts above them", async () => {
  const above = server.post(odile, "Which kettles last longer than a year? ☕️");
  const question = server.post(ben, "Not the ones of @marmelune.example 🫖", { answers: above });
  expect(await arrived(question.uri)).toMatchObject({
    kind: "message",
    public: true,
    text: "Not the ones of @marmelune.example 🫖",
    inReplyTo: [above.uri],
    parent: { externalId: above.uri, author: `@${odile}`, text: "Which kettles last longer than a year? ☕️" },
    author: { name: "Ben Okafor", identities: [{ display: `@${ben}`, evidence: "network" }] },
  });
  const sent = await send(desk.ctx, answer(question.uri, "On Friday, promised."));
  const [ours] = server.posts();
  const [root, parent] = [above, question].map(({ uri, cid }) => ({ uri, cid }));
  expect(ours).toMatchObject({ uri: sent.externalId, value: { langs: ["en"], reply: { root, parent } } });
  const thanks = server.post(ben, "Thank you!", { answers: ours! });
  expect(await arrived(thanks.uri)).toMatchObject({ inReplyTo: [sent.externalId, above.uri], parent: null });
  expect(desk.stored.has(sent.externalId)).toBe(false);
});

test("what one of us writes in Bluesky's own app is ours; news and what Avant sent are not told", async () => {
  const question = asked();
  const elsewhere = server.post(server.handle, "On Monday.", { answers: question });
  const news = server.post(server.handle, "Our new kettle is here.");
  const sent = await send(desk.ctx, answer(question.uri, "And by mail."));
  expect(await arrived(elsewhere.uri)).toMatchObject({
    kind: "ours",
    inReplyTo: [question.uri],
    text: "On Monday.",
  });
  expect([news.uri, sent.externalId].map((uri) => desk.stored.has(uri))).toEqual([false, false]);
});

test("a quote and a post that only names the brand arrive, once each", async () => {
  desk.ctx.config.words = ["Marmelune", "cast iron"];
  const news = server.post(server.handle, "Our cast iron is back. Marmelune");
  const quote = server.post(odile, "Look at this", { quotes: news });
  const named = server.post(ben, "Marmelune cast iron: never again");
  server.post(ben, "iron, cast by hand");
  await pollNow();
  expect(read(quote.uri)).toMatchObject({ kind: "message", text: "Look at this" });
  expect(read(named.uri)).toMatchObject({ kind: "message", public: true });
  desk.later(120_000);
  await pollNow();
  expect(desk.ledger.handedOver).toEqual([quote.uri, named.uri]);
});

test("an expired session is renewed with one call, one that was ended by signing in again", async () => {
  await pollNow();
  server.expireAccess();
  server.requests.length = 0;
  const first = asked();
  expect(await arrived(first.uri)).toMatchObject({ kind: "message" });
  const signing = () => server.requests.filter((nsid) => nsid.startsWith("com.atproto.server."));
  expect(signing()).toEqual(["com.atproto.server.refreshSession"]);
  server.endSessions();
  const second = asked();
  expect(await arrived(second.uri)).toMatchObject({ kind: "message" });
  expect(signing().at(-1)).toBe("com.atproto.server.createSession");
  expect(JSON.parse(desk.ctx.config.session)).toMatchObject({ did: server.us.did, pds: server.url });
});

test("a full hour says when it goes on, for reading and for writing", async () => {
  await pollNow();
  const reset = Math.floor(Date.now() / 1000) + 300;
  const headers = { "ratelimit-limit": "3000", "ratelimit-remaining": "0", "ratelimit-reset": String(reset) };
  const pause = { code: "bluesky.rate_limited", retryAt: new Date(reset * 1000) };
  server.fail(1, 429, "app.bsky.notification", headers);
  await expect(pollNow()).rejects.toMatchObject(pause);
  const question = asked();
  server.fail(1, 429, "com.atproto.repo.createRecord", headers);
  await expect(send(desk.ctx, answer(question.uri, "Hello"))).rejects.toMatchObject(pause);
  expect(await arrived(question.uri)).toMatchObject({ kind: "message" });
});

test("what was written while nobody got through arrives afterwards, all of it", async () => {
  await pollNow();
  server.cut();
  const missed = Array.from({ length: 620 }, (_, at) => asked(`@marmelune.example ${at}`).uri);
  const said = server.say(ben, server.handle, "And privately.");
  await expect(pollNow()).rejects.toMatchObject({ code: "bluesky.unreachable" });
  server.mend();
  for (let looks = 0; looks < 3; looks++) await pollNow();
  expect([...desk.stored.keys()].sort()).toEqual([...missed, said.key].sort());
});

test("our own database away for a moment loses nothing either", async () => {
  await pollNow();
  const question = asked();
  desk.ledger.failing = 1;
  await expect(pollNow()).rejects.toThrow("the database is away");
  expect(await arrived(question.uri)).toMatchObject({ kind: "message" });
});

test("an edit and a deletion follow", async () => {
  const changed = asked("@marmelune.example I wait");
  const removed = asked("@marmelune.example forget it");
  await pollNow();
  const { cid } = server.edit(changed.uri, "@marmelune.example I waited long enough");
  server.remove(removed.uri);
  await pollNow();
  expect(read(`${changed.uri}:edit:${cid}`)).toMatchObject({
    kind: "edit",
    externalId: changed.uri,
    text: "@marmelune.example I waited long enough",
  });
  expect(read(`${removed.uri}:delete`)).toMatchObject({ kind: "delete", externalId: removed.uri });
  const handed = desk.ledger.handedOver.length;
  desk.later(10 * 60_000);
  await pollNow();
  expect(desk.ledger.handedOver).toHaveLength(handed);
});

test("with a Jetstream a deletion is heard at once, and the line comes back after a cut", async () => {
  desk.ctx.config.jetstream = server.stream;
  const [one, other] = [asked(), asked()];
  await pollNow();
  const stop = await listen(desk.ctx, desk.accept, {
    ...usualPace,
    firstWait: 20,
    longestWait: 50,
    look: 20,
  });
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), 40_000);
  server.remove(one.uri);
  await vi.waitFor(() => expect(read(`${one.uri}:delete`)).toMatchObject({ kind: "delete" }), 40_000);
  server.cut();
  server.mend();
  await vi.waitFor(() => expect(server.streamCount()).toBe(1), 40_000);
  server.remove(other.uri);
  await vi.waitFor(() => expect(read(`${other.uri}:delete`)).toMatchObject({ kind: "delete" }), 40_000);
  await stop();
  await vi.waitFor(() => expect(server.streamCount()).toBe(0), 40_000);
});

test("direct messages of one person are one thread, and the answer goes there once, however often it is tried", async () => {
  const first = server.say(ben, server.handle, "My address is new.");
  const second = server.say(ben, server.handle, "And my phone.");
  const thread = { kind: "message", public: false, threadKey: expect.stringMatching(/^convo:/) };
  expect(await arrived(first.key)).toMatchObject(thread);
  expect(read(second.key)).toMatchObject({ ...thread, inReplyTo: [first.key] });
  const noted = answer(second.key, "Noted, @ben.garden.example.", { mode: "private" });
  server.loseAnswers(1, "chat.bsky.convo.sendMessage");
  await expect(send(desk.ctx, noted)).rejects.toMatchObject({ message: "temporary: bluesky.unreachable" });
  const sent = await send(desk.ctx, noted);
  expect(await send(desk.ctx, noted)).toEqual(sent);
  expect(server.exchange(ben).map(({ text }) => text)).toEqual([
    "My address is new.",
    "And my phone.",
    "Noted, @ben.garden.example.",
  ]);
  // The same words in another message of ours are another message.
  await send(desk.ctx, { ...noted, messageId: fakeOutgoing({ text: "" }).messageId });
  expect(server.exchange(ben)).toHaveLength(4);
  const elsewhere = server.say(server.handle, ben, "Typed in the app.");
  expect(await arrived(elsewhere.key)).toMatchObject({ kind: "ours", text: "Typed in the app." });
  expect(desk.stored.has(sent.externalId)).toBe(false);
});

test("an app password without direct messages reads what is public, and says what is missing when asked", async () => {
  server.withoutMessages();
  const question = asked();
  expect(await arrived(question.uri)).toMatchObject({ kind: "message" });
  const reply = answer(question.uri, "Privately.", { mode: "private" });
  await expect(send(desk.ctx, reply)).rejects.toMatchObject({ code: "bluesky.messages_not_allowed" });
});

test("somebody who takes no direct messages is told apart", async () => {
  server.closeMessagesOf(ben);
  const reply = answer(asked().uri, "Privately.", { mode: "private" });
  await expect(send(desk.ctx, reply)).rejects.toMatchObject({ code: "bluesky.messages_closed" });
});

test("facets count the bytes of emoji and accents", async () => {
  const text = `Voilà 👨‍👩‍👧 @${ben} : détails sur https://marmelune.example/sécurité, et #Théière 🫖`;
  await send(desk.ctx, answer(asked().uri, text));
  const { value } = server.posts()[0]!;
  const bytes = Buffer.from(String(value.text));
  const marked = Array.isArray(value.facets)
    ? value.facets.map(({ index, features: [feature] }) => [
        bytes.subarray(index.byteStart, index.byteEnd).toString(),
        feature.did ?? feature.tag ?? feature.uri,
      ])
    : [];
  expect(marked).toEqual([
    [`@${ben}`, server.person(ben).did],
    ["https://marmelune.example/sécurité", "https://marmelune.example/sécurité"],
    ["#Théière", "Théière"],
  ]);
});

test("300 graphemes are taken, however many bytes they are, and 301 are refused before anything leaves", async () => {
  const question = asked();
  await send(desk.ctx, answer(question.uri, "é🫖".repeat(150)));
  expect(server.posts()).toHaveLength(1);
  await expect(send(desk.ctx, answer(question.uri, `${"é🫖".repeat(150)}!`))).rejects.toMatchObject({
    code: "bluesky.too_long",
    params: { length: 301, max: 300 },
  });
  await expect(send(desk.ctx, answer(question.uri, "👨‍👩‍👧‍👦".repeat(290)))).rejects.toMatchObject({
    code: "bluesky.too_many_bytes",
  });
  expect(server.posts()).toHaveLength(1);
});

test("a reply is the same record however often it is tried, its picture with it", async () => {
  const picture = {
    name: "receipt_42.png",
    contentType: "image/png",
    contentId: null,
    size: 6,
    open: async () => Readable.from([Buffer.from("pixels")]),
  };
  const reply = answer(asked().uri, "Here it is.", { files: [picture] });
  server.loseAnswers(1, "com.atproto.repo.createRecord");
  await expect(send(desk.ctx, reply)).rejects.toMatchObject({ message: "temporary: bluesky.unreachable" });
  const sent = await send(desk.ctx, reply);
  expect(await send(desk.ctx, reply)).toEqual(sent);
  expect(server.posts().map(({ uri }) => uri)).toEqual([sent.externalId]);
  expect(server.posts()[0]?.value.embed).toMatchObject({ images: [{ alt: "receipt 42" }] });
  expect([...server.blobs.values()]).toEqual([{ contentType: "image/png", bytes: Buffer.from("pixels") }]);
});

test("a question that was deleted is not answered into the void", async () => {
  const question = asked();
  server.remove(question.uri);
  await expect(send(desk.ctx, answer(question.uri, "Hello"))).rejects.toMatchObject({
    message: "permanent: bluesky.parent_gone",
  });
});

test("a post is liked once, and not any more", async () => {
  const question = asked();
  for (let tries = 0; tries < 2; tries++) await act(desk.ctx, "like", { externalId: question.uri });
  expect(server.likes()).toMatchObject([{ value: { subject: { uri: question.uri } } }]);
  for (let tries = 0; tries < 2; tries++) await act(desk.ctx, "unlike", { externalId: question.uri });
  expect(server.likes()).toEqual([]);
});

test("the check says what is wrong with the address or the password", async () => {
  expect(await check(desk.ctx)).toBe(null);
  const asking = (config: Partial<Config>) =>
    check({ ...desk.ctx, config: { ...desk.ctx.config, ...config } });
  expect(await asking({ appPassword: "none" })).toMatchObject({ code: "bluesky.password_refused" });
  expect(await asking({ service: "http://127.0.0.1:1" })).toMatchObject({ code: "bluesky.unreachable" });
  expect(await asking({ service: "http://169.254.169.254" })).toMatchObject({
    code: "bluesky.address_blocked",
  });
});
