import type { Language } from "@/db/enums";
import { findDates, readDate } from "@/lib/text/dates";
import type { Grammar, PromiseKind } from "./promise-words";
import { english } from "./promises-english";
import { french } from "./promises-french";
import { clausesOf, type Span, sentencesOf } from "./sentences";

export type FoundPromise = {
  /** The sentence, as it stands in the text (UTF-16 units). */
  text: string;
  start: number;
  end: number;
  kind: PromiseKind;
  at: Date;
  /** False when only a day was said. */
  hasTime: boolean;
  /** The words of the date, as `readDue` reads them. */
  due: string;
};

const longest = 20_000;
/** Nobody promises in longer ones; they are tables, logs or an attack on the patterns. */
const longestSentence = 500;
const most = 5;

/**
 * The promises with a date in a reply that is being written, in English or French: what one of us will do, or does on a
 * day to come, and what is owed and sets out ("ships on Monday"). No promise is what is asked, denied, hedged, made to
 * depend on something, told of the past, quoted, or the customer's own to do. Days are meant in `zone` (IANA). Time grows
 * with the length of the text; of very long ones the beginning is read.
 */
export function findPromises(text: string, where: { now: Date; zone: string }): FoundPromise[] {
  const found: FoundPromise[] = [];
  for (const sentence of sentencesOf(text.slice(0, longest))) {
    const promise = promiseIn(sentence, where);
    if (promise) found.push(promise);
    if (found.length === most) break;
  }
  return found;
}

/** Cheap enough for every letter: whether it is worth looking closely. */
export function mayPromise(text: string): boolean {
  return /\b(by|before|within|in|on|tomorrow|today|tonight|next|until|this|monday|tuesday|wednesday|thursday|friday|saturday|demain|sous|d[’']ici|avant|dans|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce|cet|cette|aujourd[’']hui|le|semaine|fin)\b/i.test(
    text,
  );
}

function promiseIn(sentence: Span, where: { now: Date; zone: string }): FoundPromise | null {
  if (sentence.text.length > longestSentence || /[?]\s*$/.test(sentence.text)) return null;
  const words = withoutQuotes(sentence.text);
  for (const [language, grammar] of grammars) {
    const said = saidIn(words, grammar);
    if (!said) continue;
    const date = dateIn(words, said.clause, language, where);
    if (!date || isConditional(words, said.clause, date, grammar)) continue;
    return {
      text: sentence.text,
      start: sentence.start,
      end: sentence.end,
      kind: said.kind,
      at: date.at,
      hasTime: date.hasTime,
      due: words.slice(date.start, date.end).trim(),
    };
  }
  return null;
}

const grammars: ReadonlyArray<[Language, Grammar]> = [
  ["en", english],
  ["fr", french],
];

type Said = { kind: PromiseKind; clause: Span };

/** The clause that commits us to something, and to what. */
function saidIn(sentence: string, grammar: Grammar): Said | null {
  if (grammar.reported.test(sentence)) return null;
  for (const clause of clausesOf(sentence)) {
    if (grammar.denied.test(clause.text) || grammar.hedged.test(clause.text.replace(grammar.firm, " ")))
      continue;
    for (const { pattern, kind } of grammar.commitments) {
      const match = pattern.exec(clause.text);
      if (match) return { kind: kind ?? kindOf(clause.text.slice(match.index), grammar), clause };
    }
  }
  return null;
}

function kindOf(words: string, grammar: Grammar): PromiseKind {
  let first: { kind: PromiseKind; at: number } = { kind: "other", at: Number.POSITIVE_INFINITY };
  for (const { kind, pattern } of grammar.kinds) {
    const at = words.search(pattern);
    if (at >= 0 && at < first.at) first = { kind, at };
  }
  return first.kind;
}

type Dated = { at: Date; hasTime: boolean; start: number; end: number };

/** The date in the clause itself, else the next one behind it, else the last one before. */
function dateIn(
  sentence: string,
  clause: Span,
  language: Language,
  where: { now: Date; zone: string },
): Dated | null {
  const dates = datesIn(sentence, language, where);
  return (
    dates.find((date) => date.start >= clause.start && date.start < clause.end) ??
    dates.find((date) => date.start >= clause.end) ??
    dates.findLast((date) => date.end <= clause.start) ??
    null
  );
}

function datesIn(sentence: string, language: Language, where: { now: Date; zone: string }): Dated[] {
  const grammar = language === "en" ? english : french;
  const own = grammar.dates.flatMap(({ pattern, means }): Dated[] => {
    const match = pattern.exec(sentence);
    const read = match && readDate(means(match), where);
    if (!match || !read) return [];
    return [{ at: read.at, hasTime: read.hasTime, start: match.index, end: match.index + match[0].length }];
  });
  // "Wednesday at 2 pm" is one date, however many patterns see a part of it: the longest reading counts.
  const kept: Dated[] = [];
  const longestFirst = [...own, ...findDates(sentence, where)].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
  for (const date of longestFirst)
    if (!kept.some((one) => date.start < one.end && one.start < date.end)) kept.push(date);
  return kept.sort((a, b) => a.start - b.start);
}

/** "If you send it back, …", "… once it is here", "…, provided that …"; not "…, tell me if anything is missing". */
function isConditional(sentence: string, clause: Span, date: Dated, grammar: Grammar): boolean {
  const before = sentence.slice(0, Math.max(clause.start, 0));
  if (grammar.condition.test(before) || grammar.condition.test(clause.text)) return true;
  const after = sentence.slice(Math.max(clause.end, date.end));
  return grammar.conditionAhead.test(after);
}

/** What stands in quotation marks is somebody else's; blanks keep every place what it is. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|«[^»]*»|"[^"]*"/g, (quoted) => " ".repeat(quoted.length));
}
