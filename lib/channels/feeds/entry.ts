import { createHash } from "node:crypto";
import { z } from "zod";
import type { Rating, RemoteFile } from "@/lib/channels/channel";
import { cleanLine, fileName } from "@/lib/text/clean";
import { absolute, webText } from "@/lib/text/web-text";
import { readDate } from "./dates";
import { child, type Element, readXml, words } from "./xml";

/** One entry of a feed of any kind. */
export type Entry = {
  /** Stable and unique among all feeds: the feed's own id, else the link, else a checksum of the words. */
  id: string;
  link: string | null;
  title: string;
  html: string;
  author: { name: string | null; url: string | null };
  publishedAt: Date | null;
  updatedAt: Date | null;
  language: string | null;
  /** What a comment was written under, or what it answers. */
  answers: { id: string; title: string; url: string | null; above: string[] } | null;
  rating: Rating | null;
  pictures: RemoteFile[];
  feedTitle: string;
};

/** Reads a feed document that holds one entry, of which the first counts. Throws on what is no feed. */
export function readEntry(source: string, feedAddress: string): Entry {
  const text = source.trimStart();
  if (text.startsWith("{") || text.startsWith("[")) return readJsonEntry(JSON.parse(text), feedAddress);
  const root = readXml(text);
  if (!root) throw new Error("no feed");
  const channel = child(root, "channel") ?? root;
  const item = child(channel, "item", "entry") ?? child(root, "item", "entry");
  if (!item) throw new Error("a feed without an entry");
  return readXmlEntry(root, channel, item, feedAddress);
}

function readXmlEntry(root: Element, channel: Element, item: Element, feedAddress: string): Entry {
  const base = baseOf(feedAddress, root, channel, item);
  const link = linkOf(item, base);
  const title = titleOf(item);
  const content = child(item, "content:encoded", "content", "xhtml:body", "description", "summary");
  const html = content === null ? words(item, "media:description") : markup(content);
  const author = authorOf(item, base);
  const given = words(item, "guid", "id", "dc:identifier") || (item.attributes["rdf:about"] ?? "");
  const feedTitle = siteIn(cleanLine(webText(channelTitle(channel), null), 300));
  const entry = {
    link: link ?? enclosureOf(item, base),
    title,
    html: pretended(html, content),
    author,
    publishedAt: readDate(
      words(item, "pubdate", "published", "issued", "dc:date", "dcterms:created", "created"),
    ),
    updatedAt: readDate(words(item, "updated", "modified", "dcterms:modified", "atom:updated")),
    language: language(
      words(item, "dc:language") || (item.attributes["xml:lang"] ?? "") || languageOf(root, channel),
    ),
    rating: ratingOf(item),
    pictures: picturesOf(item, base),
    feedTitle,
  };
  const id = identify(given, entry, feedAddress);
  return {
    ...entry,
    id,
    publishedAt: entry.publishedAt ?? entry.updatedAt,
    answers: answersOf(item, channel, { ...entry, id }, base),
  };
}

const longest = 300_000;

/** Atom says whether its words are text, escaped HTML or HTML right here; RSS means HTML and often writes text. */
function markup(content: Element): string {
  const type = (content.attributes.type ?? "").toLowerCase();
  if (type === "xhtml" || type.includes("xhtml+xml")) return content.source.slice(0, longest);
  if (type === "text" || type === "text/plain") return escaped(content.text.slice(0, longest));
  // Tags that should have been escaped, and stand there as elements.
  const isBare = content.children.length > 0 && !content.text.includes("<");
  return (isBare ? content.source : content.text).trim().slice(0, longest);
}

/** Plain text with line breaks is what many an RSS description is. */
function pretended(html: string, content: Element | null): string {
  if (content === null || /<[a-z!/][^<]{0,2000}>/i.test(html) || !html.includes("\n")) return html;
  return html.replace(/\r\n?/g, "\n").replaceAll("\n", "<br>");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\n", "<br>");
}

function titleOf(item: Element): string {
  const title = child(item, "title", "media:title", "dc:title");
  return title === null ? "" : cleanLine(webText(markup(title).slice(0, 5000), null), 500);
}

function channelTitle(channel: Element): string {
  const title = child(channel, "title");
  return title === null ? "" : markup(title).slice(0, 2000);
}

/** xml:base of each element that encloses the entry, the outermost first (RFC 3986, section 5.1; Atom, section 2). */
function baseOf(feedAddress: string, ...elements: Element[]): string {
  const declared = elements.map((element) => element.attributes["xml:base"] ?? "");
  const home = elements[1] ? words(elements[1], "link") : "";
  const start = absolute(feedAddress, null) ?? absolute(home, null) ?? "http://invalid.example/";
  return declared.reduce((base, one) => (one === "" ? base : (absolute(one, base) ?? base)), start);
}

function linkOf(item: Element, base: string): string | null {
  const links = item.children.filter((one) => one.name === "link" || one.name === "atom:link");
  const atom = links.filter((one) => one.attributes.href !== undefined);
  const alternate =
    atom.find(
      (one) =>
        (one.attributes.rel ?? "alternate") === "alternate" && !/xml|json/.test(one.attributes.type ?? ""),
    ) ?? atom.find((one) => (one.attributes.rel ?? "alternate") === "alternate");
  const written = links.find((one) => one.text.trim() !== "")?.text ?? alternate?.attributes.href ?? "";
  const found = absolute(written, base);
  if (found !== null) return unreal(found);
  const guid = child(item, "guid");
  const isLink =
    guid !== null && guid.attributes.isPermaLink !== "false" && /^https?:\/\//i.test(guid.text.trim());
  return unreal(absolute(isLink ? guid.text : words(item, "comments"), base));
}

function unreal(address: string | null): string | null {
  return address?.startsWith("http://invalid.example/") ? null : address;
}

function enclosureOf(item: Element, base: string): string | null {
  const enclosure = item.children.find((one) => one.name === "enclosure" || one.name === "media:content");
  return unreal(absolute(enclosure?.attributes.url ?? "", base));
}

function authorOf(item: Element, base: string): Entry["author"] {
  const person = child(item, "author");
  const isAtom = person !== null && person.children.length > 0;
  const written =
    (isAtom ? words(person, "name", "email") : "") ||
    words(item, "dc:creator", "author", "itunes:author", "dc:author");
  const url = isAtom ? unreal(absolute(words(person, "uri", "url"), base)) : null;
  return { name: nameIn(written), url };
}

/** RSS asks for "care@marmelune.example (Inès Carpentier)"; an address alone is no name to show. */
export function nameIn(written: string): string | null {
  const line = cleanLine(written, 300);
  const found = /^\S{1,100}@\S{1,150} \((.{1,100})\)$/.exec(line);
  const name = found ? (found[1] ?? "") : line.replace(/\s*<[^<>]{1,150}@[^<>]{1,150}>$/, "");
  return cleanLine(name.includes("@") ? (name.split("@")[0] ?? "") : name, 200) || null;
}

function languageOf(root: Element, channel: Element): string {
  return words(channel, "language", "dc:language") || (root.attributes["xml:lang"] ?? "");
}

function language(written: string): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(written.trim())?.[1]?.toLowerCase() ?? null;
}

/** Stores write the stars of a review into their feeds. */
function ratingOf(item: Element): Rating | null {
  const value = Number(words(item, "im:rating", "rating", "review:rating"));
  return value > 0 && value <= 5 ? { value, of: 5 } : null;
}

function picturesOf(item: Element, base: string): RemoteFile[] {
  const groups = item.children.filter((one) => one.name === "media:group").flatMap((one) => one.children);
  return [...item.children, ...groups]
    .filter(({ name }) => name === "enclosure" || name === "media:content")
    .flatMap((one) => {
      const type = (
        one.attributes.type ?? (one.attributes.medium === "image" ? "image/jpeg" : "")
      ).toLowerCase();
      const url = unreal(absolute(one.attributes.url ?? "", base));
      // A podcast is for ears elsewhere: only pictures are fetched.
      if (url === null || !/^image\/(?:png|jpeg|gif|webp|avif)$/.test(type)) return [];
      const name = fileName(new URL(url).pathname.split("/").pop() ?? "");
      return [
        {
          name,
          contentType: type,
          url,
          description: cleanLine(words(one, "media:description"), 500) || null,
        },
      ];
    })
    .slice(0, 4);
}

/** WordPress: a comment's id is that of its post with the comment behind "#"; Atom says what it answers (RFC 4685). */
function answersOf(
  item: Element,
  channel: Element,
  entry: Pick<Entry, "id" | "link" | "title" | "author" | "html">,
  base: string,
): Entry["answers"] {
  const title = titleAbove(entry.title, entry.author.name, channel);
  const url = postOf(entry.link);
  const isComment = /#comment-?\d|#c\d|#respond/i.test(`${entry.id} ${entry.link ?? ""}`);
  const answered = child(item, "thr:in-reply-to");
  const ref = answered?.attributes.ref ?? answered?.attributes.href ?? "";
  const page = ref.includes("#") ? "" : ref;
  const post = entry.id.includes("#") ? entry.id.slice(0, entry.id.indexOf("#")) : page || (url ?? "");
  if (!isComment || post === "") {
    const there = unreal(absolute(answered?.attributes.href ?? "", base)) ?? url;
    return ref === "" ? null : { id: short(ref), title, url: there, above: [short(ref)] };
  }
  const comment = answeredComment(entry.html)?.place;
  const above = [ref, comment ? `${post}${comment}` : "", post].filter((one) => one !== "").map(short);
  return { id: short(post), title, url, above: [...new Set(above)] };
}

const answeredLine =
  /^\s*<p>[^<]{1,80}<a href="[^"<]{1,1000}(#comment-\d{1,19})"[^>]{0,100}>[^<]{1,200}<\/a>[^<]{0,10}<\/p>\s*/;

/** WordPress says in front of a comment's words which other one it answers: "In reply to <a …#comment-2>Odile</a>." */
function answeredComment(html: string): { place: string; length: number } | null {
  const found = answeredLine.exec(html.slice(0, 2000));
  return found ? { place: found[1] ?? "", length: found[0].length } : null;
}

/** The words without the line that only says what they answer. */
export function ownHtml(entry: Entry): string {
  const line = entry.answers === null ? null : answeredComment(entry.html);
  return line === null ? entry.html : entry.html.slice(line.length);
}

function postOf(link: string | null): string | null {
  if (link === null) return null;
  const url = new URL(link);
  url.hash = "";
  url.searchParams.delete("showComment");
  return url.href.replace(/\/comment-page-\d{1,6}\/$/, "/");
}

const commentTitle =
  /^(?:comments? on|commentaires? sur|kommentar zu|comentario en|comment(?:o|i) su|reactie op):? (.{1,400})$/i;

/** "Comment on Our kettles by Odile Aubry" is made by the blog: what matters of it is the post. */
function titleAbove(title: string, author: string | null, channel: Element): string {
  const own = commentTitle.exec(title)?.[1] ?? "";
  const post =
    author !== null && own.endsWith(` ${author}`)
      ? own.slice(0, -author.length - 1).replace(/ \S{2,5}$/, "")
      : own;
  const above = cleanLine(webText(channelTitle(channel), null), 300);
  const named =
    /^comments? on [^:]{1,150}: (.{1,300})$/i.exec(above)?.[1] ??
    /^.{2,40} (?:on|sur|zu|en|su|op)\s?: ?(.{1,300})$/i.exec(above)?.[1];
  return post || named || siteIn(above);
}

/** "Comments for Brand blog" is how WordPress names the feed, not the site. */
function siteIn(title: string): string {
  return title.replace(
    /^(?:comments (?:for|on):?|commentaires pour|kommentare für|comentarios en|commenti per|reacties voor) /i,
    "",
  );
}

/** A title that a blog made for a comment says nothing that the parent or the words do not. */
export function saysTitle(entry: Entry): boolean {
  if (entry.title === "" || entry.answers === null) return entry.title !== "";
  if (/^(?:comment|kommentar|reactie|by:|par\s?:|von:|re:)/i.test(entry.title)) return false;
  const start = entry.title.replace(/[.…]+$/, "").slice(0, 40);
  return !webText(entry.html.slice(0, 2000), null).replace(/\s+/g, " ").startsWith(start);
}

function identify(given: string, entry: Pick<Entry, "link" | "title" | "html">, feedAddress: string): string {
  const id = given.trim();
  // An address or a tag URI (RFC 4151) is unique everywhere; "17" only in its feed.
  if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(id)) return short(id);
  const home = URL.canParse(feedAddress) ? new URL(feedAddress).host : "";
  if (id !== "") return short(`${home} ${id}`);
  return short(entry.link ?? `${home} ${digest(`${entry.title}\n${entry.html}`)}`);
}

function short(id: string): string {
  const line = cleanLine(id, 600);
  return line.length <= 500 && line === id ? line : `${line.slice(0, 100)} ${digest(id)}`;
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null);
const jsonAuthor = z.looseObject({ name: text, url: text }).nullish().catch(null);
export const jsonItem = z.looseObject({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  language: text,
  author: jsonAuthor,
  authors: z.array(jsonAuthor).nullish().catch(null),
  attachments: z
    .array(z.looseObject({ url: text, mime_type: text, title: text }))
    .nullish()
    .catch(null),
});
/** https://www.jsonfeed.org/version/1.1/ */
export const jsonFeed = z.looseObject({
  title: text,
  home_page_url: text,
  language: text,
  author: jsonAuthor,
  authors: z.array(jsonAuthor).nullish().catch(null),
  items: z.array(z.unknown()),
});

function readJsonEntry(value: unknown, feedAddress: string): Entry {
  const feed = jsonFeed.parse(value);
  const item = jsonItem.parse(feed.items[0]);
  const base =
    absolute(feedAddress, null) ?? absolute(feed.home_page_url ?? "", null) ?? "http://invalid.example/";
  const author = item.authors?.[0] ?? item.author ?? feed.authors?.[0] ?? feed.author;
  const html = item.content_html ?? (item.content_text ? escaped(item.content_text) : (item.summary ?? ""));
  const entry = {
    link: unreal(absolute(item.url ?? item.external_url ?? "", base)),
    title: cleanLine(item.title ?? "", 500),
    html: html.slice(0, longest),
    author: { name: nameIn(author?.name ?? ""), url: unreal(absolute(author?.url ?? "", base)) },
    publishedAt: readDate(item.date_published ?? ""),
    updatedAt: readDate(item.date_modified ?? ""),
    language: language(item.language ?? feed.language ?? ""),
    rating: null,
    pictures: [],
    feedTitle: cleanLine(feed.title ?? "", 300),
  };
  const id = identify(item.id ?? "", entry, feedAddress);
  return { ...entry, id, publishedAt: entry.publishedAt ?? entry.updatedAt, answers: null };
}
