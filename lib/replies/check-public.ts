/** What must not stand in a public text. `name` is a family name that the customer does not show themselves. */
export type FactKind = "iban" | "email" | "phone" | "order" | "address" | "name";

/** One private fact: the words as written, and where they stand (UTF-16 units). */
export type Finding = { kind: FactKind; text: string; at: number; length: number };

/** What we know of the customer, and what of it anybody may read. */
export type KnownFacts = {
  /** Their addresses, numbers, order numbers: whatever we hold, in any notation. */
  values: readonly string[];
  /** Their full name as we know it. */
  name: string;
  /** The names under which they appear in public themselves. */
  publicNames: readonly string[];
};

/**
 * The private facts in a text that everybody will read: IBANs (ISO 13616 checksum), e-mail addresses, telephone
 * numbers, order numbers, postal addresses and the family name of a customer, in English and French. `allowed` are
 * our own hotline, addresses and sites. Pure, so that the composer and the server say the same.
 */
export function privateFacts(
  text: string,
  about: { known: KnownFacts; allowed: readonly string[] },
): Finding[] {
  const found: Finding[] = [];
  const taken = mask(text, about.allowed);
  for (const look of looks) {
    for (const { at, length } of look.find(text, about.known)) {
      const words = text.slice(at, at + length);
      if (isTaken(taken, at, length) || isOurs(look.kind, words, about.allowed)) continue;
      taken.push([at, at + length]);
      found.push({ kind: look.kind, text: words, at, length });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** What a person confirms: the same fact has the same name wherever it stands in the text. */
export function nameOfFinding(finding: Pick<Finding, "kind" | "text">): string {
  return `${finding.kind}:${finding.text.toLowerCase().replace(/\s+/g, " ")}`;
}

/** A text without its private facts; what introduced them goes with them. */
export function withoutFindings(text: string, findings: readonly Finding[]): string {
  let rest = text;
  for (const { at, length } of [...findings].sort((a, b) => b.at - a.at)) {
    const before = rest.slice(0, at).replace(/[\s(]*(?:n[°ºo]\.?|#|:)?[\s(]*$/iu, "");
    const after = rest.slice(at + length).replace(/^\)/, "");
    rest = before + (/^[\p{L}\d]/u.test(after) ? ` ${after}` : after);
  }
  return rest.replace(/[ \t]{2,}/g, " ").trim();
}

/** The order and customer numbers that a text names, for what we know of its author. */
export function numbersNamed(text: string): string[] {
  return orders(text, { values: [], name: "", publicNames: [] }).map(({ at, length }) =>
    text.slice(at, at + length),
  );
}

type Span = { at: number; length: number };
type Look = { kind: FactKind; find(text: string, known: KnownFacts): Span[] };

/** In this order: what is found first is not found again as something weaker. */
const looks: readonly Look[] = [
  { kind: "iban", find: ibans },
  {
    kind: "email",
    find: (text) =>
      spans(text, /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu),
  },
  { kind: "phone", find: phones },
  { kind: "order", find: orders },
  { kind: "address", find: addresses },
  { kind: "name", find: names },
];

function ibans(text: string): Span[] {
  return spans(text, /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:[ \u00a0.-]?[A-Z\d]){11,30}(?![\p{L}\d])/giu).flatMap(
    (span) => {
      // The words after it may look like its last group: the longest part with a right checksum is it.
      for (let end = span.length; end >= 15; end--) {
        const part = text.slice(span.at, span.at + end);
        if (/[A-Z\d]$/i.test(part) && isIban(part)) return [{ at: span.at, length: end }];
      }
      return [];
    },
  );
}

/** ISO 13616: the first four characters to the end, letters as 10 to 35, modulo 97 is 1. */
function isIban(written: string): boolean {
  const plain = written.replace(/[^A-Z\d]/gi, "").toUpperCase();
  if (plain.length < 15 || plain.length > 34) return false;
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function phones(text: string, known: KnownFacts): Span[] {
  const tails = known.values.map(digitsOf).filter((digits) => digits.length >= 8 && digits.length <= 15);
  return spans(text, /(?<![\p{L}\d@#/.,-])(?:\+|00)?\(?\d[\d \u00a0()./-]{6,20}\d(?![\p{L}\d])/gu).filter(
    (span) => {
      const words = text.slice(span.at, span.at + span.length);
      const digits = digitsOf(words);
      if (tails.some((tail) => tail.slice(-8) === digits.slice(-8))) return true;
      if (digits.length < 9 || digits.length > 15 || isDate(words) || isPrice(text, span)) return false;
      if (/^(?:\+|00)/.test(words)) return !/^(?:\+|00)33[ .]?\(?0?\)?8/.test(words);
      // 0800 and its kin belong to companies, never to a customer.
      return /^\(?0/.test(words) && digits.length <= 11 && !/^0 ?8/.test(words);
    },
  );
}

const word =
  "order|orders|commande|commandes|cde|invoice|facture|parcel|colis|tracking|suivi|dossier|ticket|customer|client|cliente|booking|reservation|réservation";
const between =
  '(?:\\s*(?:n[°ºo]\\.?|nr\\.?|num(?:ber|éro|ero)?|id|ref\\.?|réf\\.?|reference|référence|is|est|was|the|la|le|votre|your|[:#(«“"-])\\s*){0,4}\\s*';
const named = new RegExp(
  `(?<![\\p{L}\\d])(?:${word})(?![\\p{L}\\d])${between}(?<number>[A-Z]{0,4}-?\\d[\\d-]{3,15})(?![\\p{L}\\d])`,
  "giu",
);
const hashed = /(?<![\p{L}\d&/])(?:#|n[°º]\s?)(?<number>[A-Z]{0,4}-?\d[\d-]{3,15})(?![\p{L}\d])/giu;

function orders(text: string, known: KnownFacts): Span[] {
  const found: Span[] = [];
  for (const match of [...text.matchAll(named), ...text.matchAll(hashed)]) {
    const number = match.groups?.number?.replace(/-+$/, "") ?? "";
    const span = { at: match.index + match[0].lastIndexOf(number), length: number.length };
    if (!isYear(number) && !isPrice(text, span) && !isDate(number)) found.push(span);
  }
  // What we know by itself is private without any word before it.
  for (const value of known.values) {
    const number = value.trim();
    if (!/^[\p{L}-]{0,6}\d[\p{L}\d-]{2,20}$/u.test(number) || isYear(number)) continue;
    const shape = new RegExp(`(?<![\\p{L}\\d])${escaped(number)}(?![\\p{L}\\d])`, "giu");
    found.push(...spans(text, shape).filter((span) => !isPrice(text, span)));
  }
  return found;
}

const streets = [
  /(?<![\p{L}\d])\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?,?\s+(?:rue|avenue|av\.|boulevard|bd\.?|place|allée|chemin|impasse|quai|cours|route|square|passage|faubourg|ruelle)\s+(?:(?:de\s+la|de\s+l[’']|du|des|de|d[’']|la|le|les|l[’'])\s*)?[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){0,3}(?:,?\s+\d{4,5}(?:\s+\p{Lu}[\p{L}’'-]+)?)?/giu,
  /(?<![\p{L}\d])\d{1,5}[a-d]?,?\s+(?:\p{Lu}[\p{L}’'-]+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Way|Court|Crescent|Terrace|Gardens|Boulevard|Grove|Mews)(?![\p{L}])\.?(?:,\s*\p{Lu}[\p{L}’'-]+)?/gu,
  /(?<![\p{L}])\p{Lu}\p{Ll}+(?:straat|laan|plein|steenweg|kaai|dreef|gracht)\s+\d{1,4}[a-d]?(?![\p{L}\d])/gu,
  /(?:(?<=[,(\n]\s?)|(?<=(?:\bto|\bin|\bat|\bà|\bau)\s))\d{5}\s+\p{Lu}[\p{L}’'-]+/gu,
  /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\d])/gu,
];

function addresses(text: string, known: KnownFacts): Span[] {
  const found = streets.flatMap((street) => spans(text, street));
  for (const value of known.values) {
    // A street that we hold, however it is spelled out around it.
    if (!/\d/.test(value) || !/\p{L}{3}/u.test(value) || !/\s/.test(value.trim()) || value.length > 200)
      continue;
    const parts = value
      .trim()
      .split(/[\s,]+/)
      .map(escaped);
    found.push(...spans(text, new RegExp(parts.join("[\\s,]+"), "giu")));
  }
  return found;
}

/** Everything after the first name, unless they write it under their own posts. */
function names(text: string, known: KnownFacts): Span[] {
  const shown = plain(known.publicNames.join(" "));
  return known.name
    .split(/\s+/)
    .slice(1)
    .filter((part) => plain(part).length >= 3 && !shown.includes(plain(part)) && /^\p{Lu}/u.test(part))
    .flatMap((part) => spans(text, new RegExp(`(?<![\\p{L}\\d@])${escaped(part)}(?![\\p{L}\\d])`, "giu")));
}

function spans(text: string, shape: RegExp): Span[] {
  return [...text.matchAll(shape)].map((match) => ({ at: match.index, length: match[0].length }));
}

/** Handles (@claire@fourneau.example), our own sites and whatever else of ours stands in the text. */
function mask(text: string, allowed: readonly string[]): Array<[number, number]> {
  const handles = spans(text, /(?<![\p{L}\d._%+-])@[\p{L}\d._-]+(?:@[\p{L}\d.-]+)?/gu);
  const ours = allowed
    .map((one) => one.trim())
    .filter((one) => one.length > 3)
    .flatMap((one) => {
      const site = one.replace(/^https?:\/\//, "").replace(/\/$/, "");
      const isSite = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(site);
      const shape = isSite
        ? `(?<![\\p{L}\\d@])(?:https?://)?(?:www\\.)?${escaped(site)}(?:/\\S*)?`
        : one
            .split(/[\s,]+/)
            .map(escaped)
            .join("[\\s,\u00a0]+");
      return spans(text, new RegExp(shape, "giu"));
    });
  return [...handles, ...ours].map(({ at, length }) => [at, at + length]);
}

function isTaken(taken: ReadonlyArray<[number, number]>, at: number, length: number): boolean {
  return taken.some(([from, to]) => at < to && from < at + length);
}

/** Our own number in any notation, our own address, or any address at our own domain. */
function isOurs(kind: FactKind, words: string, allowed: readonly string[]): boolean {
  if (kind === "phone") {
    const tail = digitsOf(words).slice(-9);
    return allowed.some(
      (one) => digitsOf(one).length >= 8 && digitsOf(one).slice(-9).endsWith(tail.slice(-8)),
    );
  }
  if (kind !== "email") return false;
  const domain = words.split("@")[1]?.toLowerCase() ?? "";
  return allowed.some((one) => {
    const ours =
      one
        .trim()
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/^www\./, "")
        .split("/")[0] ?? "";
    return ours === words.toLowerCase() || (!ours.includes(" ") && ours.split("@").at(-1) === domain);
  });
}

function isYear(number: string): boolean {
  return /^(?:19|20)\d\d$/.test(number);
}

/** "12.11.2026", "2026-11-22", "3/4/2026", with or without hours behind. */
function isDate(words: string): boolean {
  return /^(?:\d{1,2}[./ -]\d{1,2}[./ -](?:19|20)\d\d|(?:19|20)\d\d[./ -]\d{1,2}[./ -]\d{1,2})(?!\d)/.test(
    words,
  );
}

const money = "€|eur(?:os?)?|\\$|£|usd|gbp|pounds?|dollars?|%";
const things =
  "pi[eè]ces?|items?|articles?|orders?|commandes?|clients?|customers?|people|personnes|followers|abonn[eé]s|km|ans|years|points|fois|times|reviews|avis";
const after = new RegExp(`^[ \\u00a0\\u202f]?(?:(?:${money})|(?:${things}))(?![\\p{L}\\d])`, "iu");

function isPrice(text: string, { at, length }: Span): boolean {
  return after.test(text.slice(at + length)) || /[€$£]\s?$/.test(text.slice(0, at));
}

function digitsOf(text: string): string {
  return text.replace(/\(0\)/, "").replace(/\D/g, "");
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, "");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
