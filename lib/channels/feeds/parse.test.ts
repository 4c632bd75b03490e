import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { config } from "./config";
import { readDate } from "./dates";
import { nameIn } from "./entry";
import { parse } from "./parse";

function read(name: string, settings: object = {}) {
  const body = new Uint8Array(readFileSync(join(import.meta.dirname, "fixtures", name)));
  const own = config.parse({ addresses: ["https://feed.example/feed/"], ...settings });
  return parse(
    { externalId: name, body, contentType: "", meta: { feed: "https://feed.example/feed/" } },
    own,
  )[0];
}

describe("an entry is read from", () => {
  test("a WordPress article: the whole text rather than the summary, links made whole, pictures by what they show", () => {
    expect(read("wordpress-article.xml")).toMatchObject({
      externalId: "https://nora.example/?p=4182",
      subject: "Marmelune : trois bouilloires à l’épreuve",
      text: "Laquelle tient le plus longtemps\u00a0? J’ai tout essayé (https://nora.example/essais/).\n\n * La petite\n * La grande\n\nUne bouilloire qui fuit",
      author: {
        name: "Nora Lindqvist",
        identities: [{ kind: "handle", value: "nora.example/nora-lindqvist", evidence: "claimed" }],
      },
      language: "fr",
      parent: null,
      url: "https://nora.example/bouilloires/",
      sentAt: new Date("2026-11-16T07:30:12Z"),
    });
  });

  test("a WordPress comment: its article as the parent, and the comment that it answers", () => {
    expect(read("wordpress-comment.xml")).toMatchObject({
      text: "La mienne fuit aussi, et personne ne répond.",
      subject: null,
      inReplyTo: ["https://nora.example/?p=4182#comment-910", "https://nora.example/?p=4182"],
      parent: {
        author: "La cuisine de Nora",
        text: "Marmelune : trois bouilloires à l’épreuve",
        url: "https://nora.example/bouilloires/",
      },
    });
  });

  test("a Blogger comment, whose title is only the beginning of its words", () => {
    expect(read("blogger-comment.xml")).toMatchObject({
      subject: null,
      inReplyTo: ["tag:blogger.com,1999:blog-8870.post-5"],
      parent: {
        text: "Which kettle?",
        url: "https://kitchen-talk.blogspot.example/2026/11/which-kettle.html",
      },
    });
  });

  test("Atom with a prefix, XHTML inside, and xml:base twice", () => {
    expect(read("atom-xhtml.xml")).toMatchObject({
      subject: "Kettles & pots",
      text: "They sell pots (https://shop-talk.example/blog/2026/pots.html) too & lids.",
      url: "https://shop-talk.example/blog/2026/kettles.html",
      sentAt: new Date("2026-11-10T07:15:00Z"),
    });
    expect(read("github-release.xml")).toMatchObject({ text: "Fixes #3.", author: { name: "henrik-s" } });
  });

  test("RSS 1.0, and RSS 0.91 without anything but words", () => {
    expect(read("rss-1-rdf.xml")).toMatchObject({
      author: { name: "Yanis" },
      language: "nl",
      subject: "Marmelune in Gent",
    });
    expect(read("rss-091-bare.xml")).toMatchObject({
      text: "La boutique Marmelune rouvre mardi & c'est tant mieux",
      subject: null,
      url: null,
      sentAt: null,
      author: { name: "feed.example", identities: [] },
    });
  });

  test("a podcast: where it can be heard, and its picture but never its sound", () => {
    expect(read("podcast.xml")).toMatchObject({
      externalId: "feed.example 17",
      subject: "Épisode 17 — les bouilloires",
      text: "On parle de Marmelune.\n\nEt de thé.",
      author: { name: "Lucie Ferrand" },
      url: "https://cdn.example/ep17.mp3?x=1&y=2",
      remoteFiles: [{ url: "https://cdn.example/ep17.jpg" }],
      sentAt: new Date("2026-11-02T05:00:00Z"),
    });
  });

  test("a store's reviews, with their stars", () => {
    expect(read("store-review.xml")).toMatchObject({
      rating: { value: 2, of: 5 },
      author: { name: "Claire Dumontet" },
    });
  });

  test("JSON Feed", () => {
    expect(read("json-feed.json")).toMatchObject({
      externalId: "feed.example 42",
      text: "The second one too. The first (https://feed.example/2025/first)",
      url: "https://feed.example/2026/leak",
      author: { name: "Hannah Whitlock", profileUrl: "https://notes.example/about" },
      language: "en",
    });
  });
});

test("what we write ourselves is ours, or nobody's question", () => {
  expect(read("wordpress-comment.xml", { ownNames: ["odile AUBRY"] })).toMatchObject({ kind: "ours" });
  expect(read("wordpress-article.xml", { ownNames: ["Nora Lindqvist"] })).toMatchObject({
    kind: "filed",
    reason: "own",
  });
});

test("dates are read as feeds write them, and what is none is left out", () => {
  const dates: Array<[string, string | null]> = [
    ["Mon, 16 Nov 2026 07:30:12 +0000", "2026-11-16T07:30:12.000Z"],
    ["16 Nov 26 07:30 EST", "2026-11-16T12:30:00.000Z"],
    ["lun., 2 nov. 2026 06:00:00 CET", "2026-11-02T05:00:00.000Z"],
    ["Montag, 2 März 2026", "2026-03-02T00:00:00.000Z"],
    ["2026-11-16T07:30:12.123456+01:00", "2026-11-16T06:30:12.000Z"],
    ["2026-11-16 07:30:12", "2026-11-16T07:30:12.000Z"],
    ["2026-11-16", "2026-11-16T00:00:00.000Z"],
    ["1794900000", "2026-11-17T07:20:00.000Z"],
    ["Thu, 01 Jan 1970 00:00:00 GMT", null],
    ["yesterday", null],
    ["2026-13-45", null],
    ["", null],
  ];
  for (const [written, expected] of dates)
    expect(readDate(written)?.toISOString() ?? null, written).toBe(expected);
});

test("a name is never an address", () => {
  expect(nameIn("care@marmelune.example (Inès Carpentier)")).toBe("Inès Carpentier");
  expect(nameIn("Inès Carpentier <care@marmelune.example>")).toBe("Inès Carpentier");
  expect(nameIn("ines@marmelune.example")).toBe("ines");
  expect(nameIn(" ")).toBeNull();
});
