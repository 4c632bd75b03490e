import { setImmediate as breathe } from "node:timers/promises";
import { Parser } from "htmlparser2";
import { jsonFeed } from "@/lib/channels/feeds/entry";
import { deepestOpen, refuseEntities, TooDeep } from "@/lib/channels/feeds/xml";

/** A feed taken apart: each entry stands alone in a small document of the same kind, its words as they were. */
export type Feed = {
  kind: "feed";
  entries: string[];
  /** Minutes that the feed asks to be left alone for; null when it does not say. */
  ttlMinutes: number | null;
};

/** A page for people, with the feeds that it names. */
export type Page = { kind: "page"; feeds: string[] };

/** Longer than any article; what is above is no customer speaking. */
const longestEntry = 1_000_000;
/** More than this many: the first and the last half, since feeds run either way. */
const mostEntries = 2000;

/**
 * Takes a document apart in one pass, without holding up others. Throws DeclaresEntities and TooDeep. Null where it is neither
 * a feed nor a page.
 */
export async function split(text: string, address: string): Promise<Feed | Page | null> {
  const start = text.trimStart();
  if (start.startsWith("{")) return splitJson(start);
  return splitXml(text, address);
}

function splitJson(text: string): Feed | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const feed = jsonFeed.safeParse(value);
  if (!feed.success) return null;
  const { items, ...about } = feed.data;
  const { version, title, home_page_url, feed_url, language, author, authors } = about;
  const head = { version, title, home_page_url, feed_url, language, author, authors };
  const entries = items
    .filter((item) => typeof item === "object" && item !== null)
    .map((item) => JSON.stringify({ ...head, items: [item] }))
    .filter((entry) => entry.length <= longestEntry);
  return { kind: "feed", entries: fewer(entries), ttlMinutes: null };
}

const roots = new Set(["rss", "feed", "rdf"]);
/** What an entry needs of the feed around it. */
const headers = new Set(["title", "link", "language", "dc:language", "author"]);
const longestHeader = 4000;
const chunk = 64 * 1024;

async function splitXml(text: string, address: string): Promise<Feed | Page | null> {
  const open: Array<{ name: string; tag: string; from: number }> = [];
  const heads: string[] = [];
  const found: Array<{ above: string[]; from: number; to: number }> = [];
  const links: string[] = [];
  let root: string | null = null;
  let isPage = false;
  let depth = 0;
  let inEntry = -1;
  let ttl = "";
  const parser = new Parser(
    {
      onprocessinginstruction: (_name, data) => refuseEntities(data),
      onopentag(written, attributes) {
        const name = written.toLowerCase();
        const local = name.slice(name.indexOf(":") + 1);
        if (++depth > deepestOpen) throw new TooDeep();
        if (root === null && depth === 1) {
          root = local;
          isPage = local === "html";
        }
        if (local === "link" && links.length < 20) noteLink(attributes, links, address);
        if (inEntry !== -1 || depth > 4) return;
        if ((local === "item" || local === "entry") && roots.has(root ?? "") && depth <= 3) {
          inEntry = depth;
          found.push({ above: open.map((one) => one.tag), from: parser.startIndex, to: -1 });
          return;
        }
        open.push({ name, tag: text.slice(parser.startIndex, parser.endIndex + 1), from: parser.startIndex });
      },
      onclosetag(written) {
        const at = depth--;
        if (inEntry !== -1) {
          if (at !== inEntry) return;
          inEntry = -1;
          const last = found.at(-1);
          if (last) last.to = parser.endIndex + 1;
          return;
        }
        if (at > 4) return;
        const done = open.pop();
        const name = written.toLowerCase();
        const source = text.slice(done?.from ?? 0, parser.endIndex + 1);
        const isHeader = headers.has(name) && at === (root === "feed" ? 2 : 3);
        if (isHeader && source.length < longestHeader && heads.length < 8) heads.push(source);
        if (name === "ttl" && ttl === "") ttl = source.replace(/<[^>]*>/g, "").trim();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let from = 0; from < text.length; from += chunk) {
    parser.write(text.slice(from, from + chunk));
    if (from % (chunk * 16) === 0) await breathe();
  }
  parser.end();
  if (isPage || !roots.has(root ?? "")) {
    const looksLikePage = isPage || /<(?:html|head|body)[\s>]/i.test(text.slice(0, 5000));
    return looksLikePage ? { kind: "page", feeds: links } : null;
  }
  const entries = found
    .filter(({ from, to }) => to !== -1 && to - from <= longestEntry)
    .map(({ above, from, to }) => alone(above, heads, text.slice(from, to)));
  const minutes = Number(ttl);
  return { kind: "feed", entries: fewer(entries), ttlMinutes: minutes > 0 ? minutes : null };
}

/** RSS 1.0 has its entries beside the channel, the others inside it. */
function alone(above: string[], heads: string[], entry: string): string {
  const isBeside = above.length === 1 && /^<(?:[\w.-]{1,40}:)?rdf\b/i.test(above[0] ?? "");
  const before = isBeside ? ["<channel>", ...heads, "</channel>"] : heads;
  const after = [...above].reverse().map((tag) => `</${/^<([^\s/>]{1,100})/.exec(tag)?.[1] ?? ""}>`);
  return [...above, ...before, entry, ...after].join("\n");
}

function noteLink(attributes: { [name: string]: string }, links: string[], address: string): void {
  const lower = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const isFeed = /^(?:application\/(?:rss|atom|feed)\+(?:xml|json)|text\/xml)/i.test(lower.type ?? "");
  const isAlternate = /\balternate\b/i.test(lower.rel ?? "");
  if (!isFeed || !isAlternate || lower.href === undefined || !URL.canParse(lower.href, address)) return;
  const { href, protocol } = new URL(lower.href, address);
  if (/^https?:$/.test(protocol) && !links.includes(href)) links.push(href);
}

function fewer(entries: string[]): string[] {
  if (entries.length <= mostEntries) return entries;
  return [...entries.slice(0, mostEntries / 2), ...entries.slice(-mostEntries / 2)];
}
