import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { act } from "@/lib/channels/bluesky/act";
import { check } from "@/lib/channels/bluesky/check";
import type { Config } from "@/lib/channels/bluesky/config";
import { parse } from "@/lib/channels/bluesky/parse";
import { poll } from "@/lib/channels/bluesky/reading/poll";
import { send } from "@/lib/channels/bluesky/sending/send";
import type { Incoming, Outgoing } from "@/lib/channels/channel";
import { answering, fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { type Account, type BlueskyNetwork, startBlueskyNetwork } from "./bluesky-network";

// The channel against a whole network that others wrote: accounts, servers, the index that everybody reads from.

let network: BlueskyNetwork;
let us: Account;
let ben: Account;
let odile: Account;
let desk: ReturnType<typeof fakeContext<Config>>;
const patience = { timeout: 12_000, interval: 500 };

beforeAll(async () => {
  network = await startBlueskyNetwork(inject("serverUrl"));
  us = await network.account("marmelune", "Marmelune");
  ben = await network.account("ben-okafor", "Ben Okafor");
  odile = await network.account("odile", "Odile Aubry");
  const appPassword = await us.appPassword();
  desk = fakeContext<Config>({
    handle: us.handle,
    appPassword,
    service: network.url,
    words: ["Marmelune", "kettle"],
    jetstream: "",
    session: "",
  });
}, 900_000);
afterAll(async () => {
  desk?.stop();
  await network?.stop();
});

async function pollNow(): Promise<void> {
  const { items, cursor } = await poll(desk.ctx, desk.ledger.cursor);
  await desk.accept(items, cursor);
}

async function arrives(externalId: string): Promise<Incoming> {
  return await vi.waitFor(async () => {
    await pollNow();
    const item = desk.stored.get(externalId);
    if (!item) throw new Error(`${externalId} is not there`);
    return parse(item, desk.ctx.config)[0]!;
  }, patience);
}

function answer(externalId: string, text: string, more: Partial<Outgoing> = {}): Outgoing {
  return fakeOutgoing({ text, answers: answering(externalId), ...more });
}

test("the settings are tested, and a wrong password is told", async () => {
  expect(await check(desk.ctx)).toBe(null);
  const wrong = { ...desk.ctx, config: { ...desk.ctx.config, appPassword: "abcd-efgh-ijkl-mnop" } };
  expect(await check(wrong)).toMatchObject({ code: "bluesky.password_refused" });
});

test("a mention arrives with its author, its link, its picture and the post above it", async () => {
  const above = await odile.post("Which kettles last longer than a year? ☕️");
  const picture = await ben.picture("A kettle in a puddle");
  await network.shown(above.uri);
  const mention = await ben.post(`Not the ones of @${us.handle} – see marmelune.example/a… 🫖`, {
    reply: { root: above, parent: above },
    link: { shown: "marmelune.example/a…", uri: "https://marmelune.example/a/kettle?size=2" },
    mention: us,
    embed: picture,
  });
  const message = await arrives(mention.uri);
  expect(message).toMatchObject({
    kind: "message",
    public: true,
    text: `Not the ones of @${us.handle} – see https://marmelune.example/a/kettle?size=2 🫖`,
    inReplyTo: [above.uri],
    parent: { externalId: above.uri, author: `@${odile.handle}` },
    author: {
      name: "Ben Okafor",
      identities: [{ kind: "bluesky", value: ben.did, display: `@${ben.handle}`, evidence: "network" }],
      facts: { followers: 0 },
    },
    recipients: { to: [odile.did, us.did] },
  });
  const files = message.kind === "message" ? message.remoteFiles : [];
  expect(files).toMatchObject([{ contentType: "image/jpeg", description: "A kettle in a puddle" }]);
  const [file] = files;
  const fetched = await fetch(file?.url ?? "");
  expect([fetched.status, fetched.headers.get("content-type")]).toEqual([
    200,
    expect.stringMatching(/^image\//),
  ]);
});

test("our answer stands in the thread with its mention, its link and its picture, once, and is not told as ours", async () => {
  const asked = await ben.post(`@${us.handle} is it safe?`, { mention: us });
  await arrives(asked.uri);
  const bytes = readFileSync(join(import.meta.dirname, "../../public/icons/192.png"));
  const files = [
    {
      name: "kettle-manual.png",
      contentType: "image/png",
      contentId: null,
      size: bytes.length,
      open: async () => Readable.from([bytes]),
    },
  ];
  const reply = answer(asked.uri, `Voilà 🫖 @${ben.handle}: https://marmelune.example/safety. #Bouilloire`, {
    files,
  });
  const sent = await send(desk.ctx, reply);
  expect(await send(desk.ctx, reply)).toEqual(sent);
  const { value } = await network.record(sent.externalId);
  expect(value).toMatchObject({
    reply: { root: asked, parent: asked },
    langs: ["en"],
    embed: {
      $type: "app.bsky.embed.images",
      images: [{ alt: "kettle manual", aspectRatio: { width: 192, height: 192 } }],
    },
  });
  expect(network.marked(value)).toEqual([
    [`@${ben.handle}`, ben.did],
    ["https://marmelune.example/safety", "https://marmelune.example/safety"],
    ["#Bouilloire", "Bouilloire"],
  ]);
  await network.shown(sent.externalId);
  const thanks = await ben.post("Thank you!", {
    reply: {
      root: asked,
      parent: { uri: sent.externalId, cid: (await network.record(sent.externalId)).cid },
    },
  });
  expect(await arrives(thanks.uri)).toMatchObject({
    kind: "message",
    inReplyTo: [sent.externalId, asked.uri],
  });
  const second = await send(desk.ctx, answer(thanks.uri, "You are welcome."));
  expect((await network.record(second.externalId)).value).toMatchObject({
    reply: { root: asked, parent: thanks },
  });
  await pollNow();
  expect([desk.stored.has(sent.externalId), desk.stored.has(second.externalId)]).toEqual([false, false]);
});

test("what one of us wrote in the network's own app arrives as ours", async () => {
  const asked = await odile.post(`@${us.handle} back in stock?`, { mention: us });
  await arrives(asked.uri);
  const elsewhere = await us.post("On Monday.", { reply: { root: asked, parent: asked } });
  expect(await arrives(elsewhere.uri)).toMatchObject({
    kind: "ours",
    inReplyTo: [asked.uri],
    text: "On Monday.",
  });
});

test("a quote and a post that only names the brand arrive, our own posts do not", async () => {
  const news = await us.post("Our new kettle is here. Marmelune");
  const quote = await odile.post("Look at this", { embed: { $type: "app.bsky.embed.record", record: news } });
  expect(await arrives(quote.uri)).toMatchObject({ kind: "message", text: "Look at this" });
  const named = await ben.post("Marmelune kettles: never again");
  desk.later(120_000);
  expect(await arrives(named.uri)).toMatchObject({ kind: "message", public: true });
  expect(desk.stored.has(news.uri)).toBe(false);
});

test("what is put again under its address is an edit, what is deleted is told, what is liked is liked once", async () => {
  const changed = await ben.post(`@${us.handle} I wait`, { mention: us });
  const removed = await ben.post(`@${us.handle} forget it`, { mention: us });
  await arrives(changed.uri);
  await arrives(removed.uri);
  await act(desk.ctx, "like", { externalId: changed.uri });
  await act(desk.ctx, "like", { externalId: changed.uri });
  await vi.waitFor(async () => expect(await network.likes(changed.uri)).toEqual([us.did]), patience);
  await act(desk.ctx, "unlike", { externalId: changed.uri });
  await act(desk.ctx, "unlike", { externalId: changed.uri });
  await vi.waitFor(async () => expect(await network.likes(changed.uri)).toEqual([]), patience);
  await ben.remove(removed.uri);
  expect(await arrives(`${removed.uri}:delete`)).toMatchObject({ kind: "delete", externalId: removed.uri });
  const cid = await ben.rewrite(changed.uri, `@${us.handle} I waited long enough`);
  expect(await arrives(`${changed.uri}:edit:${cid}`)).toMatchObject({
    kind: "edit",
    externalId: changed.uri,
    text: `@${us.handle} I waited long enough`,
  });
});

test("many posts between two looks arrive once each", async () => {
  const missed: string[] = [];
  for (let at = 0; at < 70; at++) missed.push((await odile.post(`@${us.handle} ${at}`, { mention: us })).uri);
  await arrives(missed.at(-1) ?? "");
  const handed = desk.ledger.handedOver.filter((id) => missed.includes(id));
  expect([...handed].sort()).toEqual([...missed].sort());
});

test("a private reply that this network does not carry fails in plain words, and the health stays well", async () => {
  const asked = await ben.post(`@${us.handle} may I write to you?`, { mention: us });
  await arrives(asked.uri);
  const reply = answer(asked.uri, "Of course.", { mode: "private" });
  await expect(send(desk.ctx, reply)).rejects.toMatchObject({ code: expect.stringMatching(/^bluesky\./) });
  expect(desk.health).toEqual([]);
});
