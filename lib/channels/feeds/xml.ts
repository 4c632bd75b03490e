import { Parser } from "htmlparser2";

/** One element. `name` has the usual prefix of its namespace ("dc:creator"), none in the document's own one. */
export type Element = {
  name: string;
  attributes: { [name: string]: string };
  children: Element[];
  /** Its own words and those of everything inside it. */
  text: string;
  /** What stands between its tags, as written. */
  source: string;
};

/** The document declares entities of its own: there is no honest reason to, and they can grow without end. */
export class DeclaresEntities extends Error {
  constructor() {
    super("the document declares entities");
  }
}

/** Nested beyond all sense; the reader's own stack would make each further level slower than the last. */
export class TooDeep extends Error {
  constructor() {
    super("the document is nested too deeply");
  }
}

/** More than this are open at once in no document that somebody meant. */
export const deepestOpen = 2000;

const usualPrefix: { [namespace: string]: string } = {
  "http://www.w3.org/2005/Atom": "atom",
  "http://purl.org/atom/ns#": "atom",
  "http://purl.org/rss/1.0/": "rss",
  "http://my.netscape.com/rdf/simple/0.9/": "rss",
  "http://channel.netscape.com/rdf/simple/0.9/": "rss",
  "http://backend.userland.com/rss2": "rss",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://purl.org/dc/terms/": "dcterms",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://search.yahoo.com/mrss/": "media",
  "http://purl.org/syndication/thread/1.0": "thr",
  "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "http://itunes.apple.com/rss": "im",
  "http://www.w3.org/1999/xhtml": "xhtml",
};

const deepest = 100;
const mostElements = 20_000;

/**
 * Reads XML as people write it: unclosed, unescaped, cut off. Throws only DeclaresEntities and TooDeep; null where there is
 * no element at all. One pass; what nests deeper than 100 or comes after 20,000 elements adds its words to what it
 * stands in.
 */
export function readXml(source: string): Element | null {
  const roots: Element[] = [];
  const open: Array<{ element: Element; parts: string[]; spaces: Spaces; from: number }> = [];
  let beyond = 0;
  let count = 0;
  let own: string | null = null;
  const parser = new Parser(
    {
      onprocessinginstruction: (_name, data) => refuseEntities(data),
      onopentag(name, attributes) {
        const above = open.at(-1);
        if (open.length >= deepest || ++count > mostElements) {
          if (++beyond > deepestOpen) throw new TooDeep();
          return;
        }
        const spaces = spacesOf(attributes, above?.spaces ?? {});
        const [prefix = "", local = name] = name.includes(":") ? split(name) : ["", name];
        const usual = usualPrefix[spaces[prefix] ?? ""] ?? prefix;
        // The namespace of the document itself, whatever it is written with ("<a10:entry>" in an "<a10:feed>").
        if (own === null) own = usual === "rdf" ? "rss" : usual;
        const isOwn = usual === "" || usual === own || usual === "rss";
        const named = isOwn ? local.toLowerCase() : `${usual}:${local}`.toLowerCase();
        const element: Element = { name: named, attributes, children: [], text: "", source: "" };
        if (above) above.element.children.push(element);
        else roots.push(element);
        open.push({ element, parts: [], spaces, from: parser.endIndex + 1 });
      },
      ontext: (text) => {
        open.at(-1)?.parts.push(text);
      },
      onclosetag() {
        if (beyond > 0) {
          beyond--;
          return;
        }
        const done = open.pop();
        if (!done) return;
        done.element.text = done.parts.join("");
        done.element.source = source.slice(done.from, Math.max(done.from, parser.startIndex));
        open.at(-1)?.parts.push(done.element.text);
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(source);
  return roots[0] ?? null;
}

/** A DOCTYPE without an internal subset is what RSS 0.91 has, and harmless: nothing is ever loaded. */
export function refuseEntities(declaration: string): void {
  if (/^!doctype[^>]*\[/i.test(declaration) || /^!entity/i.test(declaration)) throw new DeclaresEntities();
}

type Spaces = { [prefix: string]: string };

function spacesOf(attributes: { [name: string]: string }, above: Spaces): Spaces {
  let spaces = above;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    spaces = { ...spaces, [name === "xmlns" ? "" : name.slice(6)]: value };
  }
  return spaces;
}

function split(name: string): [string, string] {
  const colon = name.indexOf(":");
  return [name.slice(0, colon), name.slice(colon + 1)];
}

export function child(element: Element | null, ...names: string[]): Element | null {
  for (const name of names) {
    const found = element?.children.find((one) => one.name === name);
    if (found) return found;
  }
  return null;
}

/** The first of these that says something, in the order of the names. */
export function words(element: Element | null, ...names: string[]): string {
  for (const name of names) {
    for (const one of element?.children ?? []) {
      if (one.name === name && one.text.trim() !== "") return one.text.trim();
    }
  }
  return "";
}
