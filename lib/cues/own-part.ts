/** A stretch of the text, in UTF-16 units. */
export type OwnPart = { from: number; to: number };

/**
 * What the writer says now: nothing from `quoteAt` on, no line that begins with ">", no signature, and not what a
 * telephone adds ("Sent from my …"). One pass over the lines.
 */
export function ownParts(text: string, quoteAt: number | null): OwnPart[] {
  const end = quoteAt === null ? text.length : Math.min(Math.max(quoteAt, 0), text.length);
  if (text[0] !== ">" && !text.includes("\n")) return [{ from: 0, to: end }];
  const parts: OwnPart[] = [];
  let at = 0;
  let isSigned = false;
  while (at < end) {
    const found = text.indexOf("\n", at);
    const stop = found === -1 || found >= end ? end : found;
    const line = text.slice(at, Math.min(stop, at + longestLook)).trim();
    if (startsQuote(line) && hasWords(parts, text)) break;
    if (isSigned && postscript.test(line)) isSigned = false;
    // A greeting at the top of a long text ("Regards" in the middle of it) does not hide what follows.
    if (!isSigned && end - stop <= longestSignature && endsLetter(line)) isSigned = true;
    const isOurs = !isSigned && !line.startsWith(">") && !line.startsWith("|") && !isAdded(line);
    if (isOurs) addLine(parts, at, found === -1 || found >= end ? end : stop + 1);
    at = stop + 1;
  }
  return parts;
}

const longestLook = 300;
/** After more than this the writer has gone on. */
const longestSignature = 400;

function addLine(parts: OwnPart[], from: number, to: number) {
  const last = parts.at(-1);
  if (last && last.to === from) last.to = to;
  else parts.push({ from, to });
}

function hasWords(parts: readonly OwnPart[], text: string): boolean {
  const first = parts[0];
  return first !== undefined && /\S/.test(text.slice(first.from, Math.min(first.to, first.from + 1000)));
}

/** Forms that need no look at other lines. Whoever knows better gives `quoteAt`. */
function startsQuote(line: string): boolean {
  if (line.length < 6) return false;
  const last = line.at(-1);
  if (last === ":" && (line.startsWith("On ") || line.startsWith("Le "))) {
    return /\d/.test(line) && (line.endsWith("wrote:") || /crit\s?:$/.test(line));
  }
  return line.startsWith("--") && /^-{2,20} ?(?:original message|message d.origine|forwarded)/i.test(line);
}

/** A line of its own, with a name behind the comma at most. */
function endsLetter(line: string): boolean {
  if (line === "--" || line === "__") return true;
  return line.length > 2 && line.length <= 60 && signOff.test(line);
}

function isAdded(line: string): boolean {
  return line.length > 8 && line.length <= 80 && /^[sge]/i.test(line) && added.test(line);
}

const signOff =
  /^(?:(?:kind|best|warm|kindest|many) (?:regards|wishes)|regards|rgds|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|all the best|best|(?:bien |très |tres )?cordialement|cdlt|cdt|bien à vous|bien a vous|sincères salutations|salutations(?: distinguées)?|respectueusement|(?:veuillez agréer|je vous prie d.agréer).{0,40})\s*[,.!]?\s*$/i;
const postscript = /^(?:p\.?\s?s\.?|n\.?b\.?)\s?[:.\s]/i;
/** The whole line: with words behind it, it is a sentence of theirs. */
const added =
  /^(?:(?:sent|get) (?:from|via|outlook)\b.{0,20}?(?:iphone|ipad|android|mobile|phone|samsung|galaxy|outlook|ios|mail)|(?:envoyé|envoye) (?:de|depuis|à partir de)\b.{0,20}?(?:iphone|ipad|android|mobile|téléphone|samsung|galaxy|outlook|smartphone|mail))\s?[\w.]*$/i;
