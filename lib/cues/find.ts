import type { Language } from "@/db/enums";
import {
  addEdge,
  addToMask,
  type CompiledCues,
  type Ending,
  emptyNode,
  type Mask,
  type Meaning,
  type Node,
  shortestStem,
} from "./compile";
import type { Family } from "./cue";
import { type Leaning, leaningOf, leanOf } from "./leaning";
import { slipsOf } from "./near";
import { ownParts } from "./own-part";
import { type Token, tokensOf } from "./tokens";

/** Words of a message that count, where they stand (UTF-16 units of the text as given), and for how much (log-odds). */
export type FoundCue = {
  family: Family;
  reason: string;
  at: number;
  length: number;
  weight: number;
};

/** The cues of each language, ready. */
export type CueBook = { readonly [L in Language]: CompiledCues };

/**
 * What a message says, in the order of the text. Never throws, whatever the text. Quoted history (from `quoteAt` on,
 * or lines with ">") and signatures are not looked at. Time is linear in the length of the text: words are read once,
 * phrases go forward through a trie with at most `mostOpen` of them open at a time; there is no backtracking.
 */
export function findCues(
  text: string,
  language: Language,
  cues: CueBook,
  quoteAt: number | null = null,
): FoundCue[] {
  return hear(text, language, cues, quoteAt).found;
}

/** The phrases, and which way the other words lean: what `score` wants. */
export type Heard = { found: FoundCue[]; leaning: Leaning };

/** As `findCues`, in the same time, with the small signs of single words beside the phrases. */
export function hear(text: string, language: Language, cues: CueBook, quoteAt: number | null = null): Heard {
  const compiled = cues[language];
  const tokens = tokensOf(text, compiled.file, ownParts(text, quoteAt));
  const meanings = tokens.map((token) => meaningOf(token, compiled));
  return { found: foundIn(tokens, meanings, compiled), leaning: leaningOf(tokens, meanings) };
}

function foundIn(tokens: readonly Token[], meanings: readonly Meaning[], cues: CompiledCues): FoundCue[] {
  const found: FoundCue[] = [];
  for (const { ending, first, last } of settle(collect(tokens, meanings, cues))) {
    if (ending.family === "none") continue;
    const { at } = tokens[first]!;
    const { family, reason, weight } = ending;
    found.push({ family, reason, at, length: tokens[last]!.end - at, weight });
  }
  return found;
}

/** Words that may stand between two words of a phrase with "...". */
const widestGap = 4;
const mostFillers = 3;
const mostOpen = 96;
/** A message that says more than this has said enough. */
const mostFound = 1_000;
const negationReach = 3;
const suppositionReach = 4;

type Open = { node: Node; first: number; gap: number; fillers: number };
type Hit = { ending: Ending; first: number; last: number };

/** A text on its way through the phrases. `low` and `high`: what the next words can be, for each word. */
type Reading = {
  tokens: readonly Token[];
  cues: CompiledCues;
  low: Int32Array;
  high: Int32Array;
  hits: Hit[];
};

function collect(tokens: readonly Token[], meanings: readonly Meaning[], cues: CompiledCues): Hit[] {
  const reading: Reading = { tokens, cues, ...aheadOf(meanings), hits: [] };
  let open: Open[] = [];
  let sentence = -1;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.sentence !== sentence) {
      open = [];
      sentence = token.sentence;
    }
    const meaning = meanings[index]!;
    const { numbers, isFiller, isNegator } = meaning;
    const still: Open[] = [];
    for (const each of open) {
      if (numbers.length > 0) step(each, meaning, index, reading, still);
      keepWaiting(each, isFiller, isNegator, index, reading, still);
    }
    for (const number of numbers) {
      const start = startOf(cues.root, number, cues.starts);
      if (start) enter(start, index, index, reading, still);
      if (tokens[index - 1]?.clause === token.clause) continue;
      const opening = startOf(cues.opening, number, cues.openings);
      if (opening) enter(opening, index, index, reading, still);
    }
    if (still.length > mostOpen) still.splice(0, still.length - mostOpen);
    open = still;
    if (reading.hits.length > mostFound) break;
  }
  return reading.hits;
}

/** For each word what may come within the reach of a phrase, so that one that cannot go on is not kept open. */
function aheadOf(meanings: readonly Meaning[]): { low: Int32Array; high: Int32Array } {
  const { length } = meanings;
  const { low, high } = rooms(length + farthestStep);
  for (let index = 1; index < length; index++) {
    const { mask } = meanings[index]!;
    low[index - 1] = mask.low;
    high[index - 1] = mask.high;
  }
  // One word ahead, then two, four, eight.
  for (let reach = 1; reach < farthestStep; reach *= 2) {
    for (let index = 0; index < length; index++) {
      low[index]! |= low[index + reach]!;
      high[index]! |= high[index + reach]!;
    }
  }
  return { low, high };
}

/** Two rooms of zeros. Short texts, which are nearly all, share two: a text is read in one go. */
function rooms(length: number): { low: Int32Array; high: Int32Array } {
  if (length > shared.low.length) return { low: new Int32Array(length), high: new Int32Array(length) };
  shared.low.fill(0, 0, length);
  shared.high.fill(0, 0, length);
  return shared;
}

const shared = { low: new Int32Array(512), high: new Int32Array(512) };

/** Words from one word of a phrase to its next at most: a gap, small words, and itself. */
const farthestStep = widestGap + mostFillers + 1;

function shares(mask: Mask, low: number, high: number): boolean {
  return (mask.low & low) !== 0 || (mask.high & high) !== 0;
}

function maskOf(numbers: readonly number[]): Mask {
  const mask = { low: 0, high: 0 };
  for (const number of numbers) addToMask(mask, number);
  return mask;
}

function step(from: Open, meaning: Meaning, index: number, reading: Reading, still: Open[]) {
  const { node, first, gap } = from;
  const { numbers, mask } = meaning;
  if (gap === 0 && shares(node.nextMask, mask.low, mask.high)) {
    for (const number of numbers) enterAll(node.next.get(number), first, index, reading, still);
  }
  if (shares(node.laterMask, mask.low, mask.high)) {
    for (const number of numbers) enterAll(node.later.get(number), first, index, reading, still);
  }
}

function enterAll(
  nodes: readonly Node[] | undefined,
  first: number,
  last: number,
  reading: Reading,
  still: Open[],
) {
  if (nodes) for (const node of nodes) enter(node, first, last, reading, still);
}

function enter(node: Node, first: number, last: number, reading: Reading, still: Open[]) {
  const { tokens, cues, hits } = reading;
  for (const ending of node.ends) {
    if (!isTurned(ending, first, last, tokens, cues)) hits.push({ ending, first, last });
  }
  const low = reading.low[last]!;
  const high = reading.high[last]!;
  if (shares(node.nextMask, low, high) || shares(node.laterMask, low, high)) {
    still.push({ node, first, gap: 0, fillers: 0 });
  }
}

function keepWaiting(
  each: Open,
  isFiller: boolean,
  isNegator: boolean,
  index: number,
  reading: Reading,
  still: Open[],
) {
  const { node } = each;
  const low = reading.low[index]!;
  const high = reading.high[index]!;
  const mayJump = shares(node.laterMask, low, high);
  if (isFiller && each.fillers < mostFillers) {
    if (!mayJump && !(each.gap === 0 && shares(node.nextMask, low, high))) return;
    each.fillers++;
    still.push(each);
  } else if (!isNegator && each.gap < widestGap && mayJump) {
    each.gap++;
    still.push(each);
  }
}

/**
 * All phrases that begin with a word, as one node, so that a frequent word opens one place and not thirty. Made when
 * the word first comes; there are no more of them than words in the cues.
 */
function startOf(root: Node, number: number, starts: Map<number, Node>): Node | undefined {
  const known = starts.get(number);
  if (known) return known;
  const nodes = root.next.get(number);
  if (!nodes) return undefined;
  const start = nodes.length === 1 ? nodes[0]! : joined(nodes);
  starts.set(number, start);
  return start;
}

function joined(nodes: readonly Node[]): Node {
  const node = emptyNode();
  for (const each of nodes) {
    node.ends.push(...each.ends);
    for (const [number, to] of each.next) addEdge(node, "next", number, to);
    for (const [number, to] of each.later) addEdge(node, "later", number, to);
  }
  return node;
}

/** How the cues know a word: its numbers (itself, beginnings of it, any number), and what it does in a sentence. */
function meaningOf(token: Token, cues: CompiledCues): Meaning {
  const { meanings } = cues;
  const known = token.short === null ? meanings.get(token.word) : undefined;
  if (known) return known;
  const numbers: number[] = [];
  addNumbers(token.word, cues, numbers);
  if (numbers.length === 0 && token.short !== null) addNumbers(token.short, cues, numbers);
  if (numbers.length === 0)
    for (const word of slipsOf(token.word, cues.numbers, cues.near)) addNumbers(word, cues, numbers);
  const code = token.word.charCodeAt(0);
  if (code >= 48 && code <= 57) {
    const any = cues.numbers.get("#");
    if (any !== undefined) numbers.push(any);
  }
  const isFiller = cues.file.fillers.has(token.word);
  const isNegator = cues.file.negators.has(token.word);
  const lean = leanOf(token.word, cues.file.leanings);
  const meaning = { numbers, mask: maskOf(numbers), isFiller, isNegator, lean };
  if (meanings.size >= mostMeanings) meanings.clear();
  if (token.short === null) meanings.set(token.word, meaning);
  return meaning;
}

/** More words than people use; a text of invented ones empties the memory instead of filling it. */
const mostMeanings = 20_000;

function addNumbers(word: string, cues: CompiledCues, into: number[]) {
  const whole = cues.numbers.get(word);
  if (whole !== undefined) into.push(whole);
  if (word.length < shortestStem) return;
  const stems = cues.stems.get(word.slice(0, shortestStem));
  if (stems) for (const { stem, number } of stems) if (word.startsWith(stem)) into.push(number);
}

/** Is it denied ("no complaints"), or only supposed ("if it breaks")? */
function isTurned(ending: Ending, first: number, last: number, tokens: readonly Token[], cues: CompiledCues) {
  const { negators, barriers, suppositions, halfNegators } = cues.file;
  const { clause } = tokens[first]!;
  if (ending.family === "complaint" || ending.family === "urgent") {
    for (let index = first - 1; index >= Math.max(0, first - suppositionReach); index--) {
      if (tokens[index]!.clause !== clause) break;
      if (suppositions.has(tokens[index]!.word)) return true;
    }
  }
  if (!ending.canBeTurned) return false;
  let reach = ending.family === "safety" ? negationReach - 1 : negationReach;
  for (let index = first - 1; index >= 0 && reach > 0; index--) {
    const token = tokens[index]!;
    if (token.clause !== clause || barriers.has(token.word)) break;
    if (negators.has(token.word)) return true;
    if (!cues.file.fillers.has(token.word)) reach--;
  }
  if (ending.family === "thanks" && tokens[last + 1]?.clause === clause) {
    if (negators.has(tokens[last + 1]!.word) && halfNegators.size > 0) return true;
  }
  return halfNegators.size > 0 && isTurnedBehind(first, last, tokens, negators, halfNegators);
}

function isTurnedBehind(
  first: number,
  last: number,
  tokens: readonly Token[],
  negators: ReadonlySet<string>,
  halfNegators: ReadonlySet<string>,
): boolean {
  const after = tokens[last + 1];
  const { clause } = tokens[first]!;
  if (!after || after.clause !== clause || !negators.has(after.word)) return false;
  for (let index = first - 1; index >= Math.max(0, first - 2); index--) {
    if (tokens[index]!.clause !== clause) return false;
    if (halfNegators.has(tokens[index]!.word)) return true;
  }
  return false;
}

/**
 * Of phrases that lie over each other: a longer kind one takes away the harsh words within it ("not bad at all",
 * "fire stick") and the other way round ("thanks for nothing"); in one family the heavier stands, then the longer.
 */
function settle(hits: Hit[]): Hit[] {
  const sorted = hits.sort((a, b) => a.first - b.first || b.last - a.last);
  // First what lies in a decoy, so that it takes nothing else away.
  const meant = sorted.filter((hit, index) => !isCovered(hit, index, sorted, isInDecoy));
  return meant.filter(
    (hit, index) => hit.ending.family !== "none" && !isCovered(hit, index, meant, isBeaten),
  );
}

type Rule = (hit: Hit, by: Hit, isEarlier: boolean) => boolean;

/** Phrases are short, so those that may lie over one begin close by: the look stops after `farthest` words. */
function isCovered(hit: Hit, index: number, sorted: readonly Hit[], covers: Rule): boolean {
  for (let at = index - 1; at >= 0 && sorted[at]!.first >= hit.first - farthest && index - at < 64; at--) {
    if (covers(hit, sorted[at]!, false)) return true;
  }
  for (let at = index + 1; at < sorted.length && sorted[at]!.first <= hit.last && at - index < 64; at++) {
    if (covers(hit, sorted[at]!, true)) return true;
  }
  return false;
}

const farthest = 24;

function isInDecoy(hit: Hit, by: Hit): boolean {
  return (
    by.ending.family === "none" &&
    by.first <= hit.first &&
    by.last >= hit.last &&
    hit.ending.family !== "none"
  );
}

function isBeaten(hit: Hit, by: Hit, isEarlier: boolean): boolean {
  if (by.first > hit.last || by.last < hit.first) return false;
  const length = hit.last - hit.first;
  const other = by.last - by.first;
  if (by.ending.family === hit.ending.family) {
    if (by.ending.weight !== hit.ending.weight) return by.ending.weight > hit.ending.weight;
    return other === length ? !isEarlier : other > length;
  }
  const isWithin = by.first <= hit.first && by.last >= hit.last;
  if (by.ending.family === "none") return false;
  // "works", and then "not": "ça marche pas".
  const goesOn = by.last > hit.last && by.first < by.last;
  if (isKind(hit) && goesOn && !by.ending.canBeTurned && by.ending.family !== "question") return true;
  return isWithin && other > length && isKind(by) !== isKind(hit) && hit.ending.family !== "question";
}

function isKind(hit: Hit): boolean {
  return hit.ending.family === "thanks";
}
