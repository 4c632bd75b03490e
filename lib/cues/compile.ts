import type { Language } from "@/db/enums";
import type { Cue, CueFile, Family, Lean } from "./cue";
import { type Near, nearOf } from "./near";
import { tokensOf } from "./tokens";

/** A place inside a phrase. Steps that are written alike share one node, so alternatives do not multiply. */
export type Node = {
  /** What may stand directly behind, by number of the word. */
  next: Map<number, Node[]>;
  /** What may stand up to four words behind. */
  later: Map<number, Node[]>;
  ends: Ending[];
  /** Which numbers are in `next`, and which in `later`: most words are told from them without a look into the maps. */
  nextMask: Mask;
  laterMask: Mask;
};

/** A bit for each of 64 kinds of number, in two halves: what shares no bit with another has no number in common. */
export type Mask = { low: number; high: number };

export function addToMask(mask: Mask, number: number) {
  if ((number & 32) === 0) mask.low |= 1 << (number & 31);
  else mask.high |= 1 << (number & 31);
}

export type Ending = {
  family: Family | "none";
  reason: string;
  weight: number;
  /** A phrase that says "not" itself is not turned by a "not" in front of it. */
  canBeTurned: boolean;
};

/** What the cues know of one word of a text. */
export type Meaning = {
  numbers: readonly number[];
  mask: Mask;
  isFiller: boolean;
  isNegator: boolean;
  lean: Lean | null;
};

/** Cues made ready. */
export type CompiledCues = {
  language: Language;
  version: number;
  file: CueFile;
  root: Node;
  /** Phrases that count only where a clause begins. */
  opening: Node;
  /** Filled by lib/cues/find.ts: what begins with a word, put together. */
  starts: Map<number, Node>;
  meanings: Map<string, Meaning>;
  openings: Map<number, Node>;
  /** Whole words → their number. */
  numbers: ReadonlyMap<string, number>;
  /** By their first three letters, beginnings of words and their numbers. */
  stems: ReadonlyMap<string, ReadonlyArray<{ stem: string; number: number }>>;
  /** For words that nobody knows. */
  near: Near;
};

/** Shorter beginnings fit too much. */
export const shortestStem = 3;

/**
 * Makes a language's cues ready, with what the organisation changed: their own line of the same family and pattern
 * stands in for ours, `off` takes ours away. 10 to 30 ms: keep the result.
 */
export function compileCues(file: CueFile, own: readonly OwnCue[] = []): CompiledCues {
  const numbers = new Map<string, number>();
  const stems = new Map<string, Array<{ stem: string; number: number }>>();
  const root = emptyNode();
  const opening = emptyNode();
  const shared = new Map<Node, Map<string, Node>>();
  for (const cue of merged(file, own)) {
    const steps = stepsOf(cue.pattern, file);
    if (steps.length === 0) continue;
    let node = cue.pattern.startsWith("^") ? opening : root;
    for (const step of steps) node = follow(node, step, numbers, stems, shared);
    const saysNot = steps.some((step) => step.words.some((word) => file.negators.has(word)));
    node.ends.push({
      family: cue.family,
      reason: cue.reason,
      weight: cue.weight,
      canBeTurned: !saysNot && cue.family !== "question" && cue.family !== "none",
    });
  }
  return {
    language: file.language,
    version: file.version,
    file,
    root,
    opening,
    starts: new Map(),
    meanings: new Map(),
    openings: new Map(),
    numbers,
    stems,
    near: nearOf(numbers.keys()),
  };
}

/** A line of the organisation. `off` switches one of ours off; everything else is added, or moves ours. */
export type OwnCue = Cue & { state: "on" | "off" };

function merged(file: CueFile, own: readonly OwnCue[]): Cue[] {
  const theirs = new Set(own.map((cue) => plain(cue.pattern)));
  return [
    ...file.cues.filter((cue) => !theirs.has(plain(cue.pattern))),
    ...own.filter((cue) => cue.state === "on"),
  ];
}

function plain(pattern: string): string {
  return pattern.toLowerCase().replace(/\s+/g, " ").trim();
}

type Step = { words: string[]; isLater: boolean };

/**
 * The steps of a pattern, read with the same eyes as a message: "don't work*" is do, not, work*. An alternative of
 * several words ("can't|won't") is taken as its last word that is not a small one, since one step is one word.
 */
export function stepsOf(pattern: string, file: CueFile): Step[] {
  const steps: Step[] = [];
  let isLater = false;
  for (const piece of pattern.split(/\s+/)) {
    if (piece === "" || piece === "^") continue;
    if (piece === "..." || piece === "…") {
      isLater = steps.length > 0;
      continue;
    }
    const choices = piece.split("|").map((choice) => readChoice(choice, file));
    const lone = choices.length === 1 ? choices[0]! : choices.map((choice) => choice.at(-1) ?? "");
    if (choices.length === 1) {
      for (const word of lone) {
        steps.push({ words: [word], isLater });
        isLater = false;
      }
    } else {
      const several = [...new Set(lone.filter((word) => word !== ""))];
      if (several.length > 0) steps.push({ words: several, isLater });
      isLater = false;
    }
  }
  return steps;
}

function readChoice(choice: string, file: CueFile): string[] {
  if (choice === "#" || /^\{[a-z]+\}$/.test(choice)) return [choice];
  if (choice.endsWith("*")) {
    const found = tokensOf(choice.slice(0, -1), { apostrophe: file.apostrophe, spellings: none }).map(
      ({ word }) => word,
    );
    return found.map((word, index) =>
      index === found.length - 1 && word.length >= shortestStem ? `${word}*` : word,
    );
  }
  const found = tokensOf(choice, file).map(({ word }) => word);
  return found[0] === "?" ? found.slice(-1) : found;
}

const none: ReadonlyMap<string, readonly string[]> = new Map();

function follow(
  from: Node,
  step: Step,
  numbers: Map<string, number>,
  stems: Map<string, Array<{ stem: string; number: number }>>,
  shared: Map<Node, Map<string, Node>>,
): Node {
  const key = `${step.isLater ? "…" : ""}${step.words.join("|")}`;
  const children = shared.get(from) ?? new Map<string, Node>();
  shared.set(from, children);
  const known = children.get(key);
  if (known) return known;
  const node = emptyNode();
  children.set(key, node);
  for (const word of step.words)
    addEdge(from, step.isLater ? "later" : "next", numberOf(word, numbers, stems), [node]);
  return node;
}

function numberOf(
  word: string,
  numbers: Map<string, number>,
  stems: Map<string, Array<{ stem: string; number: number }>>,
): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(word, number);
  if (word.endsWith("*")) {
    const stem = word.slice(0, -1);
    addTo(stems, stem.slice(0, shortestStem), { stem, number });
  }
  return number;
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Most places have edges of one kind or none: thousands of empty maps would push what is read out of the cache. */
const noEdges: Map<number, Node[]> = new Map();

export function addEdge(from: Node, kind: "next" | "later", number: number, to: Node[]) {
  if (from[kind] === noEdges) from[kind] = new Map();
  const known = from[kind].get(number);
  if (known) known.push(...to);
  else from[kind].set(number, [...to]);
  addToMask(kind === "next" ? from.nextMask : from.laterMask, number);
}

export function emptyNode(): Node {
  return {
    next: noEdges,
    later: noEdges,
    ends: [],
    nextMask: { low: 0, high: 0 },
    laterMask: { low: 0, high: 0 },
  };
}
