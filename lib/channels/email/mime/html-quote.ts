/** Stands for the place of the quotation while HTML becomes text; nobody writes it (Unicode private use). */
export const mark = "\ue000";

const longest = 1_000_000;
const attributionLength = 600;

/** Where a program puts all of the old mail below, whatever the language: what follows is history to the end. */
const rest =
  /(?:<div[^>]{0,300}\bid\s*=\s*["']?(?:x_)*(?:appendonsend|divRplyFwdMsg|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|ms-outlook-mobile-body-separator-line)["'\s>])|(?:<div[^>]{0,300}border-top:\s?solid #(?:E1E1E1|B5C4DF) 1\.0pt[^>]{0,200}>(?=\s*(?:<[^>]{1,300}>\s*){0,8}<b>(?:\s*<[^>]{1,200}>)*[^<]{1,40}:))/i;

/** Elements that hold the old mail; what stands after them is new again. */
const holders =
  /<(?:div|blockquote)[^>]{0,400}(?:\bclass\s*=\s*["']?[^"'>]{0,200}\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra)\b|\btype\s*=\s*["']?cite\b)/i;

const isQuoted =
  /\btype\s*=\s*["']?cite\b|\b(?:yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|gmail_attr|moz-cite-prefix)\b/i;

/**
 * Where the old mail begins in the HTML of an answer, by the marks that Gmail, Outlook, Apple Mail, Yahoo and
 * Thunderbird leave in any language; null when there are none, or when somebody wrote between or below the quoted
 * lines: a lost word is worse than a shown quote. One pass over the tags.
 */
export function htmlQuoteAt(html: string): number | null {
  const searched = html.slice(0, longest);
  const below = rest.exec(searched)?.index ?? null;
  const held = holders.exec(searched)?.index ?? null;
  if (below !== null && (held === null || below <= held)) return beforeRule(searched, below);
  if (held === null || html.length > longest) return null;
  return isAllQuoted(searched.slice(held, below ?? undefined)) ? held : null;
}

/** Outlook draws a rule above its block, which belongs to the history. */
function beforeRule(html: string, at: number): number {
  const rule = /<hr[^<>]{0,300}>(?:\s|<br[^<>]{0,50}>|<\/?div>){0,10}$/i.exec(
    html.slice(Math.max(0, at - 700), at),
  );
  return rule === null ? at : at - rule[0].length;
}

/** True when all words but one line of introduction ("On … wrote:") lie inside quotations. */
function isAllQuoted(html: string): boolean {
  const open: Array<{ name: string; quoted: boolean }> = [];
  let depth = 0;
  let outside = "";
  let isIntroduced = false;
  let from = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi)) {
    if (depth === 0) outside += html.slice(from, tag.index);
    from = tag.index + tag[0].length;
    const name = (tag[2] ?? "").toLowerCase();
    if (name !== "div" && name !== "blockquote") continue;
    if (tag[1] === "/") {
      const at = open.findLastIndex((each) => each.name === name);
      if (at === -1) continue;
      depth -= open.splice(at).filter((each) => each.quoted).length;
      continue;
    }
    const quoted = name === "blockquote" || isQuoted.test(tag[3] ?? "");
    if (quoted && depth === 0 && hasWords(outside)) {
      const isIntroduction = words(outside).length <= attributionLength && /:\s*$/.test(words(outside));
      if (isIntroduced || !isIntroduction) return false;
      outside = "";
    }
    if (quoted) isIntroduced = true;
    open.push({ name, quoted });
    if (quoted) depth += 1;
  }
  if (depth === 0) outside += html.slice(from);
  return isIntroduced && !hasWords(outside);
}

function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:nbsp|#160|#xa0);/gi, " ")
    .trim();
}

function hasWords(html: string): boolean {
  return /[\p{L}\p{N}]/u.test(words(html));
}

/**
 * The place in `text`, which another part of the mail says, where the words of `before` end: letter by letter, white
 * space and marks left out. Null when the two differ, since then nobody knows.
 */
export function samePlace(before: string, text: string): number | null {
  const isLetter = /[\p{L}\p{N}]/u;
  const wanted = [...before].filter((each) => isLetter.test(each));
  if (wanted.length === 0) return null;
  let met = 0;
  let at = 0;
  for (const each of text) {
    if (met === wanted.length && (isLetter.test(each) || each === "\n")) break;
    if (isLetter.test(each)) {
      if (each !== wanted[met]) return null;
      met += 1;
    }
    at += each.length;
  }
  return met === wanted.length && at < text.length ? at : null;
}
