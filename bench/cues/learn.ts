import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "@/db/enums";
import { cueBook } from "@/lib/cues/book";
import { findCues } from "@/lib/cues/find";
import { pulls, stemOf } from "@/lib/cues/leaning";
import { ownParts } from "@/lib/cues/own-part";
import { saidFrom, score } from "@/lib/cues/score";
import { tokensOf } from "@/lib/cues/tokens";
import { findQuote } from "@/lib/text/quotes";

/**
 * Learns which way single words lean, from the development sets, and writes lib/cues/<language>/leanings.ts: logistic
 * regression over words, shrunk, of words that several messages of at least two hands have. Before that it says what the
 * weights are worth on a hand's messages when they are learned from all other hands'.
 * Run with: node scripts/run.mjs bench/cues/learn.ts [--write]
 */
const learned = ["complaint", "safety"] as const;
type Learned = (typeof learned)[number];

/** Who wrote a set, and what its labels can be trusted for. */
const sets: ReadonlyArray<{ name: string; hand: string; families: readonly Learned[] }> = [
  { name: "dev", hand: "first", families: ["complaint", "safety"] },
  { name: "tuned", hand: "styles", families: ["complaint", "safety"] },
  { name: "apart", hand: "styles", families: ["complaint", "safety"] },
  { name: "calm", hand: "first", families: ["safety"] },
  { name: "perils", hand: "perils", families: ["safety"] },
  { name: "perils-apart", hand: "perils", families: ["safety"] },
  { name: "voices", hand: "voices", families: ["complaint", "safety"] },
  { name: "voices-apart", hand: "voices", families: ["complaint", "safety"] },
  { name: "alarms", hand: "voices", families: ["safety"] },
  { name: "alarms-apart", hand: "voices", families: ["safety"] },
];

type Message = {
  hand: string;
  is: { [F in Learned]: boolean | null };
  words: string[];
  phrases: { [F in Learned]: number };
};

/** Messages that must have a word, and how hard weights are drawn to nothing. */
const fewest = 4;
const shrinking = 5;

const book = cueBook();
for (const language of languages) {
  const messages = read(language);
  for (const family of learned) {
    const known = messages.filter(({ is }) => is[family] !== null);
    for (const hand of new Set(known.map((each) => each.hand))) tryOn(hand, known, family, language);
  }
  if (process.argv.includes("--write")) write(language, messages);
}

function read(language: Language): Message[] {
  return sets.flatMap(({ name, hand, families }) => {
    const file = join(import.meta.dirname, `${name}.${language}.jsonl`);
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    return lines.map((line): Message => {
      const { text, families: said }: { text: string; families: string[] } = JSON.parse(line);
      const quoteAt = findQuote(text, null);
      const scores = score(findCues(text, language, book, quoteAt));
      const tokens = tokensOf(text, book[language].file, ownParts(text, quoteAt));
      const is = (family: Learned) => (families.includes(family) ? said.includes(family) : null);
      return {
        hand,
        is: { complaint: is("complaint"), safety: is("safety") },
        words: tokens.map(({ word }) => stemOf(word)),
        phrases: { complaint: oddsOf(scores.complaint), safety: oddsOf(scores.safety) },
      };
    });
  });
}

function oddsOf(chance: number): number {
  return Math.log(chance / (1 - chance));
}

type Weights = ReadonlyMap<string, number>;
/** Nesterov's descent on the penalised log-likelihood; the messages count alike, words as often as they are said. */
function learn(messages: readonly Message[], family: Learned): { weights: Weights; start: number } {
  const hands = new Map<string, Map<string, number>>();
  for (const { words, hand } of messages)
    for (const word of new Set(words)) {
      const of = hands.get(word) ?? new Map<string, number>();
      hands.set(word, of.set(hand, (of.get(hand) ?? 0) + 1));
    }
  const isCommon = (counts: Map<string, number>) =>
    counts.size >= 2 && [...counts.values()].reduce((sum, count) => sum + count, 0) >= fewest;
  const vocabulary = [...hands].filter(([, counts]) => isCommon(counts)).map(([word]) => word);
  const place = new Map(vocabulary.map((word, index) => [word, index]));
  const rows = messages.map(({ words }) => words.flatMap((word) => place.get(word) ?? []));
  const size = vocabulary.length;
  let now = new Float64Array(size + 1);
  let ahead = now.slice();
  let pace = 1;
  const step = 1 / (0.25 * norm(rows, size) + shrinking);
  for (let round = 0; round < 400; round++) {
    const slope = new Float64Array(size + 1);
    for (const [at, row] of rows.entries()) {
      let sum = ahead[size]!;
      for (const word of row) sum += ahead[word]!;
      const off = 1 / (1 + Math.exp(-sum)) - Number(messages[at]!.is[family]);
      for (const word of row) slope[word]! += off;
      slope[size]! += off;
    }
    for (let word = 0; word < size; word++) slope[word]! += shrinking * ahead[word]!;
    const next = ahead.map((weight, word) => weight - step * slope[word]!);
    const faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    ahead = next.map((weight, word) => weight + ((pace - 1) / faster) * (weight - now[word]!));
    now = next;
    pace = faster;
  }
  return { weights: new Map(vocabulary.map((word, at) => [word, now[at]!])), start: now[size]! };
}

/** The greatest stretch of the table of words, by powers. */
function norm(rows: readonly number[][], size: number): number {
  let vector = new Float64Array(size + 1).fill(1);
  let length = 1;
  for (let round = 0; round < 40; round++) {
    const next = new Float64Array(size + 1);
    for (const row of rows) {
      let sum = vector[size]!;
      for (const word of row) sum += vector[word]!;
      for (const word of row) next[word]! += sum;
      next[size]! += sum;
    }
    length = Math.hypot(...next);
    vector = next.map((each) => each / length);
  }
  return length;
}

function tryOn(hand: string, messages: readonly Message[], family: Learned, language: Language) {
  const { weights, start } = learn(
    messages.filter((each) => each.hand !== hand),
    family,
  );
  const theirs = messages.filter((each) => each.hand === hand);
  const leans = theirs.map(({ words }) => words.reduce((sum, word) => sum + (weights.get(word) ?? 0), 0));
  const line = (name: string, odds: (at: number) => number) => {
    const has = theirs.flatMap((each, at) => (each.is[family] ? [odds(at)] : []));
    const lacks = theirs.flatMap((each, at) => (each.is[family] ? [] : [odds(at)]));
    let above = 0;
    for (const high of has) for (const low of lacks) above += high > low ? 1 : high === low ? 0.5 : 0;
    const from = oddsOf(saidFrom);
    const [hits, wrong] = [has, lacks].map((list) => list.filter((each) => each >= from).length);
    const area = (above / (has.length * lacks.length)).toFixed(3);
    process.stdout.write(
      `  ${name}: AUC ${area}, ${hits} of ${has.length}, ${wrong} false in ${lacks.length}\n`,
    );
  };
  process.stdout.write(
    `${language} ${family}, ${hand}, ${weights.size} words of the others, start ${start.toFixed(2)}\n`,
  );
  line("phrases", (at) => theirs[at]!.phrases[family]);
  line("words", (at) => leans[at]! + start);
  line("both", (at) => {
    const { words, phrases } = theirs[at]!;
    const known = words.filter((word) => weights.has(word)).length;
    const strongest = { complaint: null, safety: null };
    const leaning = { complaint: leans[at]!, safety: leans[at]!, known, strongest };
    return phrases[family] + pulls[family](leaning);
  });
}

function write(language: Language, messages: readonly Message[]) {
  const [complaint, safety] = learned.map((family) =>
    learn(
      messages.filter(({ is }) => is[family] !== null),
      family,
    ),
  );
  const words = [...new Set([...complaint!.weights.keys(), ...safety!.weights.keys()])].sort();
  const hundredths = (weights: Weights, word: string) => Math.round(100 * (weights.get(word) ?? 0));
  const parts = words.flatMap((word) => {
    const leans = [hundredths(complaint!.weights, word), hundredths(safety!.weights, word)];
    return leans.every((each) => Math.abs(each) < 6) ? [] : [`${word} ${leans.join(" ")}`];
  });
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + part.length < 104) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  const file = join(import.meta.dirname, "../../lib/cues", language, "leanings.ts");
  const text = `import { type Lean, lean } from "@/lib/cues/cue";

/** Written by bench/cues/learn.ts from ${messages.length} messages; not by hand. */
export const leanings: ReadonlyMap<string, Lean> = lean(\`
${lines.map((line) => `  ${line.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}`).join("\n")}
\`);
`;
  writeFileSync(file, text);
  process.stdout.write(
    `${language}: ${parts.length} words; starts ${complaint!.start.toFixed(2)}, ${safety!.start.toFixed(2)}\n`,
  );
}
