/** Longer texts are searched up to here only: what is not found is shown, which is the safe side. */
const searched = 200_000;
const longestLine = 500;

const attributions = [
  /^On\b.{5,450}\bwrote:$/,
  /^Le\b.{5,450}\ba écrit\s?:$/,
  /^Am\b.{5,300}\bschrieb\b.{1,200}:$/,
  /^El\b.{5,450}\bescribió:$/,
  /^Il\b.{5,450}\bha scritto:$/,
  /^Op\b.{5,300}\bschreef\b.{1,200}:$/,
];

/** Forms without a word to begin with: only as one line, or they would swallow the sentence above them. */
const unfolded = [
  /^.{2,200}<[^<>\s]{3,200}>\s?(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef)\s?:$/,
  /^.{2,200}\b(?:schrieb am|wrote on|a écrit le)\b.{4,200}:$/,
];

const separators = [
  /^-{2,20}\s?(?:Original Message|Message d['’]origine|Message original|Ursprüngliche Nachricht|Original-Nachricht|Mensaje original|Messaggio originale|Oorspronkelijk bericht)\s?-{2,20}$/i,
  /^-{2,20}\s?(?:Reply|Answer|Réponse|Antwort) (?:above|au-dessus|oberhalb).{0,60}$/i,
];

const fromField = /^\*{0,2}(?:From|De|Von|Da|Van)\s?:\*{0,2}\s?\S/;
const otherField =
  /^\*{0,2}(?:Sent|Date|To|Cc|Subject|Envoyé(?: le)?|À|Objet|Gesendet|Datum|An|Betreff|Enviado(?: el)?|Para|Asunto|Inviato|A|Oggetto|Verzonden|Aan|Onderwerp)\s?:\*{0,2}\s?\S/;

/** "FW:" and its kin: what follows the header block is what the customer wants to show us, not history. */
const forwarded = /^\s*(?:fwd?|tr|wg|rv|i|enc|doorst)\s?:/i;

/** The same said above the block itself, where the subject was changed. */
const forwardLine =
  /^[-*_>\s]{0,20}(?:Forwarded message|Begin forwarded message|Message transféré|Message réexpédié|Début du message (?:transféré|réexpédié)|Weitergeleitete Nachricht|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Mensaje reenviado|Messaggio inoltrato|Inizio messaggio inoltrato|Doorgestuurd bericht)\b/i;

/** Somebody passes a mail on: what stands below is what they want to show. */
export function isForward(subject: string | null): boolean {
  return forwarded.test((subject ?? "").slice(0, 40));
}

/**
 * Where quoted history begins in the plain text of a mail, in UTF-16 units, or null when all of it is new.
 * Knows what Gmail, Outlook (desktop, web, phone), Apple Mail, iPhone, Yahoo and Thunderbird write in English,
 * French and German, and the commonest forms of Spanish, Italian and Dutch. A lost word is worse than a shown
 * quote: answers between or below the quoted lines keep everything visible, and so does a mail that would
 * be left empty. Linear in the length of the text: each line is looked at by anchored patterns of bounded
 * length.
 */
export function findQuote(text: string, subject: string | null): number | null {
  if (isForward(subject)) return null;
  const lines = split(text.slice(0, searched));
  const complete = text.length <= searched;
  const tail = complete ? quotedTail(lines) : null;
  const block = headerBlock(lines);
  const line = earlier(tail, block);
  if (line === null) return null;
  if (isForwardedAt(lines, line)) return null;
  const at = lines[line]?.at ?? 0;
  return text.slice(0, at).trim() === "" ? null : at;
}

/** The line that says so stands at the cut or right above it. */
function isForwardedAt(lines: Line[], at: number): boolean {
  let above = at - 1;
  while (above >= 0 && lines[above]?.blank) above--;
  return [lines[at], lines[above]].some((line) => line !== undefined && forwardLine.test(line.text));
}

type Line = { at: number; text: string; quoted: boolean; blank: boolean };

function split(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at <= text.length) {
    const end = text.indexOf("\n", at);
    const stop = end === -1 ? text.length : end;
    // Past the cap no pattern can match anyhow; slicing keeps the work per line bounded.
    const raw = text.slice(at, Math.min(stop, at + longestLine));
    const trimmed = raw.trim();
    lines.push({ at, text: trimmed, quoted: trimmed.startsWith(">"), blank: trimmed === "" });
    if (end === -1) break;
    at = end + 1;
  }
  return lines;
}

/** The ">" block that ends the text, with the line that introduces it; null when somebody wrote below it. */
function quotedTail(lines: Line[]): number | null {
  let first: number | null = null;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i];
    if (line === undefined || line.blank) continue;
    if (!line.quoted) break;
    first = i;
  }
  return first === null ? null : introduction(lines, first);
}

/** The "On … wrote:" above a block. */
function introduction(lines: Line[], block: number): number {
  let last = block - 1;
  while (last >= 0 && lines[last]?.blank) last--;
  return attribution(lines, last) ?? block;
}

/**
 * Where the attribution begins whose last line this is; it may be folded over three lines. The shortest that
 * fits is taken, so that a sentence of the customer right above it ("Le colis est vide.") is not swallowed.
 */
function attribution(lines: Line[], last: number): number | null {
  const end = lines[last];
  if (end === undefined || !end.text.endsWith(":")) return null;
  let whole = "";
  for (let start = last; start > last - 3; start--) {
    const line = lines[start];
    if (line === undefined || line.blank || line.quoted) break;
    whole = whole === "" ? line.text : `${line.text} ${whole}`;
    if (whole.length > longestLine || !/\d/.test(whole)) continue;
    if (attributions.some((pattern) => pattern.test(whole))) return start;
  }
  return unfolded.some((pattern) => pattern.test(end.text)) ? last : null;
}

/**
 * History without ">": a separator line, a block of From, Sent, To, Subject, or an attribution that names an
 * address and a time. These programs put all of the old mail below, so everything from here on is history.
 */
function headerBlock(lines: Line[]): number | null {
  const quotedAfter = lastQuoted(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.blank || line.quoted) continue;
    if (separators.some((pattern) => pattern.test(line.text))) return i;
    if (fromField.test(line.text) && fieldsBelow(lines, i) >= 2) return aboveRule(lines, i);
    // With ">" lines further down the tail decides, because there may be answers between them.
    if (i < quotedAfter) continue;
    const start = attribution(lines, i);
    if (start !== null && hasAddressOrTime(lines, start, i)) return start;
  }
  return null;
}

function hasAddressOrTime(lines: Line[], start: number, last: number): boolean {
  const whole = lines.slice(start, last + 1).map((line) => line.text);
  return /[@<]|\d{1,2}[:h.]\d{2}/.test(whole.join(" "));
}

function fieldsBelow(lines: Line[], from: number): number {
  return lines.slice(from + 1, from + 8).filter((line) => otherField.test(line.text)).length;
}

/** Outlook draws a rule of underscores above its block; it belongs to the history. */
function aboveRule(lines: Line[], at: number): number {
  let above = at - 1;
  while (above >= 0 && lines[above]?.blank) above--;
  return /^(?:_{5,}|-{5,})$/.test(lines[above]?.text ?? "") ? above : at;
}

function lastQuoted(lines: Line[]): number {
  for (let i = lines.length - 1; i >= 0; i--) if (lines[i]?.quoted) return i;
  return -1;
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}
