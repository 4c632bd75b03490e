/**
 * Light markdown, as agents write it: **bold**, *italic* or _italic_, [words](address), bare addresses of pages,
 * ![words](cid:…) for an inline picture of the same mail, lists with - or 1., quotes with >, paragraphs.
 * Everything else is text.
 */
export function markdownToHtml(markdown: string): string {
  return blocks(markdown)
    .map((block) => {
      const lines = block.lines.map(inline);
      if (block.kind === "paragraph") return `<p>${lines.join("<br>\n")}</p>`;
      if (block.kind === "quote") return `<blockquote>${lines.join("<br>\n")}</blockquote>`;
      const items = lines.map((line) => `<li>${line}</li>`).join("\n");
      return block.kind === "bullets" ? `<ul>\n${items}\n</ul>` : `<ol>\n${items}\n</ol>`;
    })
    .join("\n");
}

/** The same text for the plain part of a mail and for networks without HTML: marks out, addresses kept. */
export function markdownToText(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, "\n")
    .replace(picturePattern, "[$1]")
    .replace(linkPattern, (_whole, words: string, address: string) =>
      words.trim() === address ? address : `${words} (${address})`,
    )
    .replace(boldPattern, "$1")
    .replace(starPattern, "$1$2")
    .replace(underscorePattern, "$1$2")
    .trim();
}

/** Every character that means something in HTML, for text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
}

// Each pattern is bounded, so that 100 kB of stars or brackets costs no more than 100 kB of letters.
const linkPattern = /\[([^[\]\n]{1,200})\]\(((?:https?:\/\/|mailto:)[^\s()<>"]{1,500})\)/g;
const picturePattern = /!\[([^[\]\n]{0,200})\]\(cid:([\w.@+-]{1,200})\)/g;
const boldPattern = /\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*/g;
const starPattern = /(^|[\s(])\*(?=\S)([^*\n]{1,500})(?<=\S)\*(?![\w*])/gm;
const underscorePattern = /(^|[\s(])_(?=\S)([^_\n]{1,500})(?<=\S)_(?![\w_])/gm;
const addressPattern = /https?:\/\/[^\s<>"']{1,500}/g;

type Block = { kind: "paragraph" | "quote" | "bullets" | "numbers"; lines: string[] };

function blocks(markdown: string): Block[] {
  const found: Block[] = [];
  let open: Block | null = null;
  for (const line of markdown.replace(/\r\n?/g, "\n").split("\n")) {
    if (line.trim() === "") {
      open = null;
      continue;
    }
    const [kind, text] = kindOf(line);
    if (open === null || open.kind !== kind) {
      open = { kind, lines: [] };
      found.push(open);
    }
    open.lines.push(text);
  }
  return found;
}

function kindOf(line: string): [Block["kind"], string] {
  const bullet = /^\s{0,3}[-*•]\s+(\S.*)$/.exec(line);
  if (bullet?.[1] !== undefined) return ["bullets", bullet[1]];
  const number = /^\s{0,3}\d{1,3}[.)]\s+(\S.*)$/.exec(line);
  if (number?.[1] !== undefined) return ["numbers", number[1]];
  const quote = /^\s{0,3}>\s?(.*)$/.exec(line);
  return quote?.[1] === undefined ? ["paragraph", line.trimEnd()] : ["quote", quote[1]];
}

/** Pictures and links are taken apart first, on the raw text; what is left is escaped before it is marked up. */
function inline(line: string): string {
  return between(
    line,
    picturePattern,
    (words, id) => `<img src="cid:${escapeHtml(id)}" alt="${escapeHtml(words)}">`,
    (rest) => between(rest, linkPattern, (words, address) => anchor(address, marked(words)), marked),
  );
}

function between(
  text: string,
  pattern: RegExp,
  found: (words: string, target: string) => string,
  other: (text: string) => string,
): string {
  let html = "";
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    html += other(text.slice(at, match.index)) + found(match[1] ?? "", match[2] ?? "");
    at = match.index + match[0].length;
  }
  return html + other(text.slice(at));
}

function marked(text: string): string {
  let html = "";
  let at = 0;
  for (const match of text.matchAll(addressPattern)) {
    const address = match[0].replace(/[.,;:!?)»]+$/, "");
    html += emphasised(text.slice(at, match.index)) + anchor(address, escapeHtml(address));
    at = match.index + address.length;
  }
  return html + emphasised(text.slice(at));
}

function emphasised(text: string): string {
  return escapeHtml(text)
    .replace(boldPattern, "<strong>$1</strong>")
    .replace(starPattern, "$1<em>$2</em>")
    .replace(underscorePattern, "$1<em>$2</em>");
}

function anchor(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${words}</a>`;
}
