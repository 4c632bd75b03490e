import type { Outgoing } from "@/lib/channels/channel";
import { cleanLine, cleanText } from "@/lib/text/clean";
import { escapeHtml, markdownToText } from "@/lib/text/markdown";

/** Quoted history is cut here, in UTF-16 units: nobody reads further, and a long thread stays small. */
const longest = 20_000;

type Said = Outgoing["history"][number];

/** What was said before as mail programs expect it in plain text: the newest first, each one a ">" deeper. */
export function quotedText(outgoing: Outgoing): string {
  const blocks = within(outgoing.history).map((said, depth) => {
    const before = depth === 0 ? "" : `${">".repeat(depth)} `;
    const lines = said.text
      .split("\n")
      .map((line) => `${">".repeat(depth + 1)}${line === "" ? "" : ` ${line}`}`);
    const gap = depth === 0 ? "" : `${">".repeat(depth)}\n`;
    return `${gap}${before}${attribution(said, outgoing)}\n${lines.join("\n")}`;
  });
  return blocks.length === 0 ? "" : `\n\n${blocks.join("\n")}\n`;
}

/** The same as nested `<blockquote type="cite">`, which mail programs fold. */
export function quotedHtml(outgoing: Outgoing): string {
  const style = "margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex";
  const nested = within(outgoing.history).reduceRight((inner, said) => {
    const words = escapeHtml(said.text).replace(/\n/g, "<br>\n");
    return `\n<p>${escapeHtml(attribution(said, outgoing))}</p>\n<blockquote type="cite" style="${style}">${words}${inner}</blockquote>`;
  }, "");
  return nested;
}

/** As many of the newest as fit, and of the first one too long its beginning. */
function within(history: readonly Said[]): Said[] {
  const kept: Said[] = [];
  let left = longest;
  for (const said of history) {
    if (left <= 0) break;
    const text = cleanText(markdownToText(said.text), left).trim();
    if (text !== "") kept.push({ ...said, text });
    left -= text.length;
  }
  return kept;
}

/** A line that every mail program, and our own reading (lib/text/quotes.ts), knows as the beginning of history. */
function attribution(said: Said, { language, zone }: Outgoing): string {
  const author = cleanLine(said.author, 120);
  const known = Object.hasOwn(sentences, language) ? language : "en";
  const format = new Intl.DateTimeFormat(known, { dateStyle: "medium", timeStyle: "short", timeZone: zone });
  return (sentences[known] ?? english)(format.format(said.sentAt), author);
}

function english(date: string, author: string): string {
  return `On ${date}, ${author} wrote:`;
}

const sentences: { [language: string]: (date: string, author: string) => string } = {
  en: english,
  fr: (date, author) => `Le ${date}, ${author} a écrit\u00a0:`,
  de: (date, author) => `Am ${date} schrieb ${author}:`,
  es: (date, author) => `El ${date}, ${author} escribió:`,
  it: (date, author) => `Il ${date}, ${author} ha scritto:`,
  nl: (date, author) => `Op ${date} schreef ${author}:`,
};
