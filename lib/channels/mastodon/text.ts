import { type FormatCallback, htmlToText } from "html-to-text";
import { cleanText } from "@/lib/text/clean";

/** In UTF-16 units; the most that instances allow is far below. */
const longest = 100_000;

/**
 * The words of a post. Mastodon wraps parts of a link in spans that its own pages hide ("invisible") or end with
 * dots ("ellipsis"); here the whole address is shown. Mentions and tags stay as written.
 */
export function toText(html: string): string {
  const text = htmlToText(html.slice(0, longest), {
    wordwrap: false,
    preserveNewlines: false,
    limits: { maxDepth: 60, ellipsis: "…" },
    formatters: { link },
    selectors: [
      { selector: "p", format: "paragraph", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
      { selector: "a", format: "link" },
      { selector: "img", format: "skip" },
      { selector: "h1", options: { uppercase: false } },
      { selector: "h2", options: { uppercase: false } },
      { selector: "h3", options: { uppercase: false } },
    ],
  });
  return cleanText(text, longest).trim();
}

const link: FormatCallback = (element, _walk, builder) => {
  const href: string = element.attribs?.href ?? "";
  const shown = textOf(element).trim();
  builder.addInline(linkText(shown, href), { noWordTransform: true });
};

function linkText(shown: string, href: string): string {
  if (shown === "" || /^[@#＃＠]/.test(shown) || !/^https?:/i.test(href)) return shown;
  const bare = (address: string) => address.replace(/^https?:\/\/(www\.)?/i, "").replace(/[/…]+$/, "");
  // A shortened address is a piece of the real one; anything else is a label that could lie about where it leads.
  if (bare(href).startsWith(bare(shown))) return href;
  return `${shown} (${href})`;
}

type Node = { type: string; data?: string; children?: Node[] };

/** Without recursion into depth that a hostile page could choose: the tree is already cut at `maxDepth`. */
function textOf(element: unknown): string {
  const parts: string[] = [];
  const open: unknown[] = [element];
  while (open.length > 0) {
    const node = open.pop();
    if (!isNode(node)) continue;
    if (node.type === "text") parts.push(node.data ?? "");
    open.push(...[...(node.children ?? [])].reverse());
  }
  return parts.join("");
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
