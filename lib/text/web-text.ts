import { compile, type FormatCallback } from "html-to-text";
import { cleanText } from "./clean";
import { shallow } from "./shallow";

/** In UTF-16 units, of the HTML; nobody reads more of one post. */
const longest = 300_000;

/**
 * The words of a piece of somebody else's page: paragraphs by empty lines, links with their address behind the label
 * unless the label is the address, pictures only by what they are said to show. Relative links lead on from `base`.
 */
export function webText(html: string, base: string | null): string {
  const cut = html.slice(0, longest);
  current.base = base;
  const text = /[<&]/.test(cut) ? convert(shallow(cut, 60)) : cut.replace(/\s+/g, " ");
  return cleanText(text, longest)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Where relative links of the piece at hand lead on from; nothing here waits, so there is only one at a time. */
const current: { base: string | null } = { base: null };

const link: FormatCallback = (element, walk, builder) => {
  walk(element.children ?? [], builder);
  const href = absolute(String(element.attribs?.href ?? ""), current.base);
  const label = textOf(element).trim();
  if (href === null || label === "" || /^[@#]/.test(label) || bare(href).startsWith(bare(label))) return;
  builder.addInline(` (${href})`, { noWordTransform: true });
};

/** What a picture shows, where somebody said so; an emoji drawn as a picture is a word. */
const shown: FormatCallback = (element, _walk, builder) => {
  const alt = String(element.attribs?.alt ?? "").slice(0, 500);
  if (alt !== "") builder.addInline(alt, { noWordTransform: true });
};

// Made once: preparing the options takes longer than reading a title.
const convert = compile({
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxDepth: 60, maxInputLength: longest, ellipsis: "…" },
  formatters: { address: link, shown },
  selectors: [
    { selector: "p", format: "paragraph", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "a", format: "address" },
    { selector: "img", format: "shown" },
    { selector: "table", format: "block" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
      selector,
      format: "heading",
      options: { uppercase: false },
    })),
    ...["script", "style", "template", "noscript", "svg"].map((selector) => ({ selector, format: "skip" })),
  ],
});

/** The web address that a link leads to, or null for one that leads nowhere on the web. */
export function absolute(href: string, base: string | null): string | null {
  const written = href.trim().slice(0, 2000);
  if (written === "" || !URL.canParse(written, base ?? undefined)) return null;
  const url = new URL(written, base ?? undefined);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, "").replace(/[/…]+$/, "");
}

type Element = { type: string; data?: string; children?: Element[] };

function textOf(element: unknown): string {
  const parts: string[] = [];
  const open: unknown[] = [element];
  while (open.length > 0) {
    const node = open.pop();
    if (!isElement(node)) continue;
    if (node.type === "text") parts.push(node.data ?? "");
    open.push(...[...(node.children ?? [])].reverse());
  }
  return parts.join("");
}

function isElement(value: unknown): value is Element {
  return typeof value === "object" && value !== null && "type" in value;
}
