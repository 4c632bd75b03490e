import { afterAll, beforeAll, expect, test } from "vitest";
import { type FeedServer, startFeedServer } from "@/e2e/support/feed-server";
import { fakeContext } from "@/lib/channels/fake-context";
import { check } from "@/lib/channels/feeds/check";
import { config } from "@/lib/channels/feeds/config";
import { parse } from "@/lib/channels/feeds/parse";
import { poll } from "./poll";

let site: FeedServer;
beforeAll(async () => {
  site = await startFeedServer();
});
afterAll(() => site.close());

const minute = 60_000;
const day = 24 * 60 * minute;

/** A channel with these settings, looked at as often as one likes. */
function reader(settings: object) {
  const own = config.parse(settings);
  const fake = fakeContext(own);
  let cursor: string | null = null;
  return {
    ...fake,
    async look(laterMs = 0) {
      fake.later(laterMs);
      const found = await poll(fake.ctx, cursor);
      cursor = found.cursor;
      return Promise.all(found.items.map(async (item) => (await parse(item, own))[0]));
    },
    forget: () => {
      cursor = null;
    },
  };
}

function rss(...items: string[]): string {
  return `<rss version="2.0"><channel><title>News</title><link>https://news.example/</link>${items.join("")}</channel></rss>`;
}

function article(guid: string, title: string, daysAgo: number | null): string {
  const date =
    daysAgo === null ? "" : `<pubDate>${new Date(Date.now() - daysAgo * day).toUTCString()}</pubDate>`;
  return `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><link>https://news.example/${guid}</link>${date}</item>`;
}

test("comments arrive with their article, are followed when edited and deleted, and 'not changed' is believed only for a while", async () => {
  const { look, health } = reader({ addresses: [`${site.url}/comments/feed/`], ownNames: ["Marmelune"] });
  const odile = site.comment({ author: "Odile Aubry", text: "Mine leaks." });
  const paul = site.comment({ author: "Paul Rey", text: "Mine does not." });
  const first = await look();
  expect(first).toMatchObject([
    {
      kind: "message",
      externalId: `${site.url}/?p=7#comment-${odile.id}`,
      text: "Mine leaks.",
      public: true,
      url: `${site.url}/bouilloires/#comment-${odile.id}`,
      parent: { externalId: `${site.url}/?p=7`, author: "Nora cooks", text: "Which kettle?" },
    },
    { text: "Mine does not." },
  ]);
  expect(await look(minute)).toEqual([]);
  expect(site.asked.at(-1)).toMatchObject({ status: 304, conditional: true });
  expect(site.asked.at(-1)?.agent).toContain("Avant");

  site.edit(odile.id, "Mine leaked, they replace it.");
  site.remove(paul.id);
  site.comment({ author: "Marmelune", text: "We wrote to you.", at: odile.at, answers: odile.id });
  expect(await look(10 * minute)).toMatchObject([
    {
      kind: "ours",
      text: "We wrote to you.",
      inReplyTo: [`${site.url}/?p=7#comment-${odile.id}`, `${site.url}/?p=7`],
    },
    {
      kind: "edit",
      externalId: `${site.url}/?p=7#comment-${odile.id}`,
      text: "Mine leaked, they replace it.",
    },
    { kind: "delete", externalId: `${site.url}/?p=7#comment-${paul.id}` },
  ]);
  expect(await look(10 * minute)).toEqual([]);
  expect(health.at(-1)).toBeNull();
});

test("the first look goes back some days, later ones take what is new but no archive that suddenly appears", async () => {
  const { look } = reader({
    addresses: [site.serve("/news", rss(article("b", "New", 1), article("a", "Old", 30)))],
  });
  expect(await look()).toMatchObject([{ subject: "New" }]);
  site.serve(
    "/news",
    rss(
      article("c", "Newer", 0),
      article("b", "New", 1),
      article("a", "Old", 30),
      article("z", "Older", 300),
    ),
  );
  expect(await look(day)).toMatchObject([{ subject: "Newer" }]);
  // Away for a fortnight: everything of it is new.
  site.serve("/news", rss(article("d", "While away", -3), article("c", "Newer", 0)));
  expect(await look(14 * day)).toMatchObject([{ subject: "While away" }]);
});

test("entries without a date or an id are taken once, a few of them at first", async () => {
  const bare = (text: string) => `<item><description>${text}</description></item>`;
  const many = Array.from({ length: 30 }, (_, i) => bare(`Entry ${i}`));
  const { look } = reader({ addresses: [site.serve("/bare", rss(...many))] });
  expect(await look()).toHaveLength(10);
  site.serve("/bare", rss(bare("One more"), ...many));
  expect(await look(day)).toMatchObject([{ text: "One more", sentAt: null }]);
});

test("words are looked for whole, whatever their accents and capitals", async () => {
  const { look } = reader({
    addresses: [
      site.serve(
        "/words",
        rss(
          article("1", "CAFE Marmelune", 0),
          article("2", "Cafétéria", 0),
          article("3", "Un café chez le concurrent", 0),
          `<item><guid>4</guid><description>&lt;p&gt;Le caf&amp;eacute; froid&lt;/p&gt;</description></item>`,
        ),
      ),
    ],
    anyWords: ["café"],
    withoutWords: ["Concurrent"],
  });
  expect((await look()).map((one) => one?.kind === "message" && one.text)).toEqual([
    "CAFE Marmelune",
    "Le café froid",
  ]);
});

test("one broken feed never stops the others, and the health says which; outages lose nothing", async () => {
  const good = site.serve("/good", rss(article("g1", "One", 0)));
  const bad = site.serve("/bad", "out of order", {}, 500);
  const { look, health } = reader({ addresses: [bad, good] });
  expect(await look()).toMatchObject([{ subject: "One" }]);
  expect(health.at(-1)).toEqual({ code: "feeds.server_trouble", params: { address: bad, status: 500 } });
  site.setAway(true);
  expect(await look(minute)).toEqual([]);
  expect(health.at(-1)).toMatchObject({ code: "feeds.several", params: { count: 2 } });
  site.serve("/good", rss(article("g2", "Two", 0), article("g1", "One", 0)));
  site.serve("/bad", rss(article("h1", "Three", 0)));
  site.setAway(false);
  expect((await look(day)).map((one) => one?.kind === "message" && one.subject).sort()).toEqual([
    "Three",
    "Two",
  ]);
  expect(health.at(-1)).toBeNull();
});

test("a feed is asked politely: as it says, later and later while it fails, and when it names a time", async () => {
  let times = 0;
  const busy = site.answer("/busy", (_request, response) => {
    times++;
    response.writeHead(429, { "retry-after": "7200" }).end();
  });
  const slow = site.serve("/slow", rss(), { "cache-control": "public, max-age=1800" });
  const { look } = reader({ addresses: [busy, slow] });
  await look();
  await look(100 * minute);
  expect(times).toBe(1);
  await look(21 * minute);
  expect(times).toBe(2);
  expect(site.asked.filter(({ path }) => path === "/slow")).toHaveLength(2);
});

test("the test of the connection names what is wrong, and what to enter instead", async () => {
  const page = site.serve(
    "/page",
    `<!doctype html><html><head><link rel=alternate type="application/rss+xml" href="/news"><meta charset=utf-8></head><body><p>Hi<br></body></html>`,
    { "content-type": "text/html" },
  );
  const codeOf = async (...addresses: string[]) => check(reader({ addresses }).ctx);
  expect(await codeOf(page)).toEqual({
    code: "feeds.page_with_feeds",
    params: { address: page, feeds: `${site.url}/news` },
  });
  expect(await codeOf(site.serve("/plain", "<html><body>Hi</body></html>"))).toMatchObject({
    code: "feeds.page",
  });
  expect(await codeOf(site.serve("/text", "hello"))).toMatchObject({ code: "feeds.no_feed" });
  expect(await codeOf(`${site.url}/nowhere`)).toMatchObject({ code: "feeds.not_found" });
  const moved = site.serve("/moved", "", { location: "/news" }, 301);
  expect(await codeOf(moved)).toEqual({
    code: "feeds.moved",
    params: { address: moved, to: `${site.url}/news` },
  });
  expect(await codeOf(site.serve("/sometimes", "", { location: "/news" }, 302))).toBeNull();
  expect(await codeOf(site.serve("/circle", "", { location: "/circle" }, 301))).toMatchObject({
    code: "feeds.too_many_redirects",
  });
  expect(await codeOf("http://127.0.0.1:9/feed")).toMatchObject({ code: "feeds.unreachable" });
  expect(await codeOf("http://192.168.0.1/feed")).toMatchObject({ code: "feeds.address_blocked" });
});

test("letters survive whatever is said about their encoding", async () => {
  const words = "L’été à l’Œuvre – 5 €";
  const written = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?>${rss(`<item><guid>${declared}</guid><title>${words}</title></item>`)}`;
  const windows = (text: string) =>
    Buffer.from(
      [...text].map(
        (letter) => ({ "’": 0x92, Œ: 0x8c, "–": 0x96, "€": 0x80 })[letter] ?? letter.charCodeAt(0),
      ),
    );
  const sixteen = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const bodies: Array<[string, Uint8Array, string]> = [
    ["/u8", Buffer.from(written("utf-8")), "application/xml"],
    ["/lies", Buffer.from(written("iso-8859-1")), "application/xml; charset=iso-8859-1"],
    ["/w1252", windows(written("windows-1252")), "text/xml"],
    ["/latin", windows(written("ISO-8859-1")), "text/xml"],
    ["/wrong", windows(written("utf-8")), "text/xml; charset=utf-8"],
    ["/u16", sixteen(written("utf-16")), "text/xml"],
    ["/bom", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(written("us-ascii"))]), "text/xml"],
  ];
  for (const [path, body, type] of bodies) {
    const { look } = reader({ addresses: [site.serve(path, body, { "content-type": type })] });
    expect(await look(), path).toMatchObject([{ subject: words }]);
  }
});

test("hostile documents are refused or read in reasonable time, and never hold up the process", async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${rss(`<item><title>&b;</title></item>`)}`;
  const codeOf = async (address: string) => (await check(reader({ addresses: [address] }).ctx))?.code ?? null;
  expect(await codeOf(site.serve("/bomb", bomb))).toBe("feeds.entities");
  expect(await codeOf(site.serve("/huge", Buffer.alloc(20_000_001, "<")))).toBe("feeds.too_large");
  const hostile = [
    "<a".repeat(50_000),
    "<rss><channel><item>".concat("<b>".repeat(100_000)),
    rss(`<item><title>${"&".repeat(100_000)}</title></item>`),
    rss(`<item><pubDate>${"a ".repeat(50_000)}</pubDate><title>x</title></item>`),
    rss(
      `<item><guid>${"#comment-1".repeat(10_000)}</guid><description>${'<p>a<a href="#comment-1"'.repeat(4_000)}</description></item>`,
    ),
    rss(`<item><description><![CDATA[${"<table><td>".repeat(9_000)}]]></description></item>`),
    rss(`<item><author>${"a@".repeat(50_000)}(</author><title>${"Comment on ".repeat(9_000)}</title></item>`),
    rss("<item><title>x</title></item>".repeat(20_000)),
    `{"version":"https://jsonfeed.org/version/1","items":[${"[".repeat(40_000)}`,
    "<!DOCTYPE ".repeat(10_000),
  ];
  for (const [index, body] of hostile.entries()) {
    const { look } = reader({ addresses: [site.serve(`/hostile${index}`, body)] });
    const began = performance.now();
    await look();
    expect(performance.now() - began, `hostile ${index}`).toBeLessThan(4000);
  }
});
