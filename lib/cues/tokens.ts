import { faceOf } from "./faces";
import type { OwnPart } from "./own-part";

/** One word of the text as it is compared. */
export type Token = {
  /** Small letters without accents; runs of one letter at most two long. */
  word: string;
  /** The same with runs of three and more as one letter, where there was one: "nuuul" is nuul, or nul. Else null. */
  short: string | null;
  /** UTF-16 units in the original text. */
  at: number;
  end: number;
  /** Counts commas and the like; a negation does not reach into the next. */
  clause: number;
  /** Counts full stops; a phrase does not reach into the next. */
  sentence: number;
};

/** What the tokens of a language need to know of it. */
export type Spelling = {
  apostrophe: "joins" | "parts";
  spellings: ReadonlyMap<string, readonly string[]>;
};

const noOwnPart: readonly OwnPart[] = [];

/**
 * The words of the parts of a text that the writer wrote, in order. Each character is looked at once or twice; nothing
 * is searched for, so a hostile text costs what its length costs. Links, addresses and handles are left out. Three
 * and more words in capitals become one more word, "{capitals}", behind them.
 */
export function tokensOf(text: string, spelling: Spelling, parts: readonly OwnPart[] = noOwnPart): Token[] {
  const tokens: Token[] = [];
  const whole = parts === noOwnPart ? [{ from: 0, to: text.length }] : parts;
  const place = { clause: 0, sentence: 0, capitals: 0 };
  for (const { from, to } of whole) {
    readPart(text, from, to, spelling, tokens, place);
    place.sentence++;
    place.clause++;
  }
  return tokens;
}

type Place = { clause: number; sentence: number; capitals: number };

function readPart(text: string, from: number, to: number, spelling: Spelling, tokens: Token[], place: Place) {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (code === space) {
      at++;
      continue;
    }
    const kind = kindOf(code);
    if (kind === "letter")
      at =
        readPlain(text, at, to, spelling, tokens, place) ?? readWord(text, at, to, spelling, tokens, place);
    else if (kind === "digit") at = readNumber(text, at, to, spelling, tokens, place);
    else at = readMark(text, at, to, tokens, place);
  }
}

/** Most words are a few plain letters: cut out at one stroke. Null for all others. */
function readPlain(
  text: string,
  start: number,
  to: number,
  spelling: Spelling,
  tokens: Token[],
  place: Place,
): number | null {
  let at = start;
  let before = 0;
  let beforeThat = 0;
  let code = 0;
  let isLower = true;
  for (; at < to; at++) {
    code = text.charCodeAt(at);
    if (code < 97 || code > 122) {
      if (code < 65 || code > 90) break;
      // Capitals within a word may be shouting.
      if (at > start) return null;
      isLower = false;
    }
    if (code === before && code === beforeThat) return null;
    beforeThat = before;
    before = code;
  }
  if (at - start > longestWord) return null;
  if (at < to && code !== space && !isPlainEnd(code)) return null;
  const word = text.slice(start, at);
  place.capitals = 0;
  add(tokens, isLower ? word : word.toLowerCase(), null, start, at, spelling, place);
  return at;
}

function isPlainEnd(code: number): boolean {
  return code === 44 || code === 10 || code === 33 || code === 63 || code === 41 || code === 45;
}

function readWord(
  text: string,
  start: number,
  to: number,
  spelling: Spelling,
  tokens: Token[],
  place: Place,
): number {
  let word = "";
  let short = "";
  let run = 0;
  let last = "";
  let isLong = false;
  let capitals = 0;
  let at = start;
  let end = start;
  let willEnd = 0;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const letter = code < folded.length ? folded[code]! : foldRare(text, at);
    if (letter === "") {
      if (isApostrophe(code) && spelling.apostrophe === "joins" && at + 1 < to && isLetterAt(text, at + 1)) {
        // "I'll" is I and will, and nobody who is ill.
        if (isFinalLl(text, at + 1, to)) {
          end = at;
          willEnd = at + 3;
          at = willEnd;
          break;
        }
        // "the company's" is the company; "don't" is read as dont, which the spellings take apart.
        if (isFinalS(text, at + 1, to)) {
          end = at + 2;
          at = end;
          break;
        }
        continue;
      }
      if (isMark(code)) {
        end = at + 1;
        continue;
      }
      break;
    }
    if (code < 0x250 && text[at] !== letter && isCapital(code)) capitals++;
    end = at + 1;
    if (letter !== last) {
      run = 1;
      last = letter;
      word += letter;
      short += letter;
      continue;
    }
    run++;
    if (run === 2) {
      word += letter;
      short += letter;
    } else if (run === 3) {
      isLong = true;
      short = short.slice(0, -1);
    }
    if (word.length > longestWord) break;
  }
  if (at < to && (text[at] === "@" || (text[at] === ":" && text.startsWith("://", at)))) {
    return skipToSpace(text, at, to);
  }
  if (word === "www" && text[at] === ".") return skipToSpace(text, at, to);
  place.capitals = end - start >= 3 && capitals === end - start ? place.capitals + 1 : 0;
  add(tokens, word, isLong ? short : null, start, end, spelling, place);
  if (willEnd > 0) push(tokens, "will", null, end, willEnd, place);
  if (place.capitals === 3) push(tokens, "{capitals}", null, start, end, place);
  return Math.max(end, willEnd, start + 1);
}

function readNumber(
  text: string,
  start: number,
  to: number,
  spelling: Spelling,
  tokens: Token[],
  place: Place,
): number {
  let at = start;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  let after = at;
  while (after < to && after - at < 8 && isLetterAt(text, after)) after++;
  if (after > at) {
    // "2moro" and "1st" are words; "2h" is a number and a word, which is read next.
    const glued = text.slice(start, after).toLowerCase();
    if (spelling.spellings.has(glued)) {
      add(tokens, glued, null, start, after, spelling, place);
      return after;
    }
  }
  if (text[at] === "@") return skipToSpace(text, at, to);
  push(tokens, text.slice(start, Math.min(at, start + longestWord)), null, start, at, place);
  return at;
}

function readMark(text: string, at: number, to: number, tokens: Token[], place: Place): number {
  const code = text.charCodeAt(at);
  const mark = text[at]!;
  if (mark === "@") return skipToSpace(text, at, to);
  if (mark === "!" || mark === "?") {
    let end = at;
    let asks = false;
    let calls = false;
    for (; end < to && (text[end] === "!" || text[end] === "?"); end++) {
      if (text[end] === "?") asks = true;
      else calls = true;
    }
    if (asks) push(tokens, "?", null, at, end, place);
    if (asks && (calls || end - at > 2)) push(tokens, "?!", null, at, end, place);
    else if (!asks && end - at > 1) push(tokens, "!!", null, at, end, place);
    endSentence(place);
    return end;
  }
  if (mark === "\n") {
    if (isBlankLine(text, at + 1, to)) endSentence(place);
    else place.clause++;
    return at + 1;
  }
  const face = faceOf(text, at, to);
  if (face) {
    push(tokens, face.word, null, at, face.end, place);
    return face.end;
  }
  if (mark === ".") {
    const next = text.charCodeAt(at + 1);
    if (at + 1 >= to || next <= space || next === dot) endSentence(place);
    else if (!isDigit(next)) place.clause++;
  } else if (mark === "…") endSentence(place);
  else if (',;:()[]{}«»"“”—–•|'.includes(mark)) place.clause++;
  else if (mark === "-" && text.charCodeAt(at + 1) === space) place.clause++;
  else if (mark === "€" || mark === "£" || mark === "$") push(tokens, "€", null, at, at + 1, place);
  return at + (code >= 0xd800 && code < 0xdc00 ? 2 : 1);
}

function add(
  tokens: Token[],
  word: string,
  short: string | null,
  at: number,
  end: number,
  spelling: Spelling,
  place: Place,
) {
  const meant = spelling.spellings.get(word) ?? (short === null ? undefined : spelling.spellings.get(short));
  if (meant) for (const each of meant) push(tokens, each, null, at, end, place);
  else if (word !== "") push(tokens, word, short, at, end, place);
}

function push(tokens: Token[], word: string, short: string | null, at: number, end: number, place: Place) {
  tokens.push({ word, short, at, end, clause: place.clause, sentence: place.sentence });
}

function endSentence(place: Place) {
  place.sentence++;
  place.clause++;
}

const space = 32;
const dot = 46;
/** A word that is longer is hostile or a hash; its beginning is all that is compared. */
const longestWord = 40;

const twoLetters = new Map([
  ["œ", "oe"],
  ["æ", "ae"],
  ["ß", "ss"],
  ["ø", "o"],
  ["ł", "l"],
]);

/** Latin letters, small and without their accents; "" for everything else. œ, æ and ß become two letters. */
const folded: readonly string[] = Array.from({ length: 0x250 }, (_, code) => fold(String.fromCharCode(code)));

function fold(character: string): string {
  if (!/\p{L}/u.test(character)) return "";
  const special = twoLetters.get(character.toLowerCase());
  if (special) return special;
  return character.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
}

/** Letters of other scripts, and the full-width and ornamented ones that some people post in. */
function foldRare(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xe000) return "";
  return isMark(code) ? "" : foldOther(code);
}

/** Filled as they come; there are no more than 65,536 of them. */
const others = new Map<number, string>();

function foldOther(code: number): string {
  const known = others.get(code);
  if (known !== undefined) return known;
  const letter = fold(String.fromCharCode(code));
  others.set(code, letter);
  return letter;
}

function kindOf(code: number): "letter" | "digit" | "other" {
  if (isDigit(code)) return "digit";
  if (code < folded.length) return folded[code] === "" ? "other" : "letter";
  if (code >= 0x2000 && code < 0x2c00) return "other";
  if (code >= 0xd800 && code < 0xe000) return "other";
  return foldOther(code) === "" ? "other" : "letter";
}

function isLetterAt(text: string, at: number): boolean {
  return kindOf(text.charCodeAt(at)) === "letter";
}

function isFinalS(text: string, at: number, to: number): boolean {
  const letter = text[at];
  return (letter === "s" || letter === "S") && (at + 1 >= to || !isLetterAt(text, at + 1));
}

function isFinalLl(text: string, at: number, to: number): boolean {
  const isLl = text.slice(at, at + 2).toLowerCase() === "ll";
  return isLl && (at + 2 >= to || !isLetterAt(text, at + 2));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isCapital(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

/** Combining accents, as some systems write é. */
function isMark(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x60 || code === 0xb4;
}

/** Looks at most at a few spaces ahead. */
function isBlankLine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to && at < from + 8; at++) {
    if (text[at] === "\n") return true;
    if (text.charCodeAt(at) > space) return false;
  }
  return from >= to;
}

function skipToSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) > space) at++;
  return Math.max(at, from + 1);
}
