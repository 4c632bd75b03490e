import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Incoming } from "@/lib/channels/channel";
import { parse } from "./parse";
import { type Delivery, postItem } from "./raw";

const folder = new URL("./fixtures/", import.meta.url);
const config = { instance: "https://mastodon.example", accessToken: "x" };
const delivery: Delivery = {
  self: { id: "109300000000000001", username: "marmelune" },
  domain: "mastodon.example",
  application: "Avant",
  seenAt: "2026-11-16T10:00:00.000Z",
  edited: false,
  parent: null,
};

function read(name: string, details: Partial<Delivery> = {}): Incoming {
  const body = readFileSync(new URL(name, folder), "utf8");
  const found = parse(postItem("x", body, { ...delivery, ...details }), config);
  expect(found).toHaveLength(1);
  return found[0]!;
}

test("a mention is read whole: words, hidden parts of links, author, language", () => {
  expect(read("mention.json")).toEqual({
    kind: "message",
    externalId: "115559471838461001",
    inReplyTo: [],
    token: null,
    threadKey: null,
    author: {
      name: "Claire Dumontet 🍲",
      identities: [
        {
          kind: "mastodon",
          value: "claire@cuisine.example",
          display: "@Claire@Cuisine.example",
          evidence: "network",
        },
      ],
      avatarUrl: "https://files.mastodon.example/accounts/avatars/109312345678901234/static/a.png",
      profileUrl: "https://Cuisine.example/@Claire",
      facts: { followers: 2310 },
    },
    public: true,
    sentAt: new Date("2026-11-16T07:41:12.000Z"),
    subject: null,
    text: "@marmelune troisième fois que j’écris\u00a0: le remboursement promis vendredi n’est pas là.\nNuméro 48-1207 & toujours rien <3\n\nÀ midi, je raconte tout\u00a0: https://cuisine.example/billets/2026/11/marmelune-et-le-service-client?suite=1 #remboursement",
    quoteAt: null,
    html: null,
    language: "fr",
    files: [],
    remoteFiles: [],
    parent: null,
    url: "https://Cuisine.example/@Claire/115559471838461001",
    recipients: { to: ["marmelune@mastodon.example"], cc: [] },
    orderNumber: null,
    rating: null,
    authentication: null,
  });
});

test("a direct message is private, keyed by everybody in it but us", () => {
  expect(read("direct-message.json")).toMatchObject({
    public: false,
    threadKey: "direct:b_okafor@garden.example,claire@cuisine.example",
    recipients: { to: ["marmelune@mastodon.example", "b_okafor@garden.example"] },
  });
});

test("pictures keep their descriptions, the content warning stands above the words", () => {
  expect(read("reply-with-pictures.json")).toMatchObject({
    text: "CW: burnt hand\n\n@marmelune the second kettle leaks as well",
    inReplyTo: ["115559470000000009"],
    remoteFiles: [
      { name: "kettle on table.jpg", contentType: "image/jpeg", description: "A red kettle in a puddle" },
      { name: "drip.mp4", contentType: "video/mp4", description: null },
    ],
  });
});

test("the choices of a poll are part of what was said", () => {
  expect(read("poll.json")).toMatchObject({
    text: "@marmelune\n\n○ Putain que c’est bon\n\n○ La meilleure poêle".replace("\n\n○ La", "\n○ La"),
    author: { name: "yanis", identities: [{ value: "yanis@mastodon.example" }] },
  });
});

test("a quote of our post is a public message, and our own post is not its parent", () => {
  expect(read("quote.json")).toMatchObject({
    kind: "message",
    public: true,
    parent: null,
    text: "RE: https://mastodon.example/@marmelune/115559400000000005\n\nAnd it leaks.",
  });
});

test("boosts, favourites and followers are filed", () => {
  expect(read("favourite.json")).toMatchObject({
    kind: "filed",
    reason: "receipt",
    from: "@b_okafor@garden.example",
  });
  expect(read("follow.json")).toMatchObject({ kind: "filed", reason: "receipt" });
});

test("frames of the stream read like what they carry", () => {
  expect(read("frame-mention.json")).toMatchObject({ kind: "message", text: "@marmelune j’adore, bordel" });
  expect(read("frame-edit.json")).toEqual({
    kind: "edit",
    externalId: "115559471838461001",
    text: "@marmelune remboursée à l’instant, merci.",
    html: null,
    editedAt: new Date("2026-11-16T09:12:44.120Z"),
  });
  expect(read("frame-delete.json")).toEqual({
    kind: "delete",
    externalId: "115559471838461001",
    deletedAt: new Date("2026-11-16T10:00:00.000Z"),
  });
});

test("our reply from another app is ours; sent by Avant, or to nobody, it is filed", () => {
  expect(read("own-reply.json")).toMatchObject({
    kind: "ours",
    inReplyTo: ["115559471838461001"],
    recipients: { to: ["claire@cuisine.example"] },
  });
  expect(read("own-reply.json", { application: "Ivory for iOS" })).toMatchObject({
    kind: "filed",
    reason: "own",
  });
});

test("a server that leaves out what Mastodon gives is read as far as it goes", () => {
  expect(read("sparse-server.json", { self: null, domain: null })).toMatchObject({
    kind: "message",
    public: true,
    externalId: "01HF7ZT3K4M5N6P7Q8R9S0T1V3",
    text: "the wedding is on Saturday\n\n * mixer\n * in pieces",
    author: { name: "marek", facts: {}, avatarUrl: null },
  });
});

test("Pleroma, Akkoma and GoToSocial have ids, quotes and readers of their own", () => {
  expect(read("pleroma-mention.json")).toMatchObject({
    kind: "message",
    public: true,
    externalId: "AoYt3cLkq0FzUO7JXs",
    text: "@marmelune mon mixeur fume",
    author: {
      name: "Lucie Ferrand",
      identities: [{ value: "lucie@jardin.example" }],
      facts: { followers: 41 },
    },
    remoteFiles: [{ name: "mixeur.jpg", contentType: "image/jpeg" }],
  });
  expect(read("akkoma-quote.json")).toMatchObject({
    kind: "message",
    text: "@marmelune not yours",
    parent: { author: "@paul@four.example", text: "Which mixer survives bread?" },
  });
  // Seen by those who follow each other: a stranger does not, so it is not public.
  expect(read("gotosocial-mention.json")).toMatchObject({
    kind: "message",
    public: false,
    author: { name: "giulia", avatarUrl: null },
    language: "it",
  });
});

test("fields that hold something odd are as good as missing", () => {
  const odd = JSON.parse(readFileSync(new URL("mention.json", folder), "utf8"));
  Object.assign(odd.status, {
    poll: [],
    application: "Web",
    language: 3,
    mentions: [{ acct: 1 }],
    quote: "none",
  });
  Object.assign(odd.status.account, { followers_count: "many", avatar: false });
  const [message] = parse(postItem("x", JSON.stringify(odd), delivery), config);
  expect(message).toMatchObject({ kind: "message", language: null, parent: null, recipients: { to: [] } });
});

test("every fixture reads the same twice, with and without knowledge of the delivery", () => {
  for (const name of readdirSync(folder)) {
    const body = readFileSync(new URL(name, folder));
    const raw = { externalId: name, body, contentType: "application/json", meta: {} };
    expect(parse(raw, config), name).toEqual(parse(raw, config));
    expect(read(name), name).toEqual(read(name));
  }
});

test("names and words are data: controls and half characters are gone, markup is text", () => {
  const status = JSON.parse(readFileSync(new URL("mention.json", folder), "utf8"));
  status.account.display_name = status.status.account.display_name = "Eve\u0000\u0007\n<b>\ud800";
  status.status.content = "<p>&lt;script&gt;alert(1)&lt;/script&gt;\u0000<img src=x onerror=alert(1)></p>";
  const [message] = parse(postItem("x", JSON.stringify(status), delivery), config);
  expect(message).toMatchObject({ text: "<script>alert(1)</script>", author: { name: "Eve <b>" } });
});
