import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Language, languages } from "@/db/enums";
import { cueBook } from "@/lib/cues/book";
import { type Family, families } from "@/lib/cues/cue";
import { english } from "@/lib/cues/en";
import { type CueBook, hear } from "@/lib/cues/find";
import { french } from "@/lib/cues/fr";
import { type Scores, saidFrom, score } from "@/lib/cues/score";
import { findQuote } from "@/lib/text/quotes";
import { type Case, texts } from "./cues/hostile";
import type { Size } from "./slices";
import type { Row } from "./table";

/**
 * How well the cues that ship understand invented messages. `dev` is what they were developed with, so its figures
 * flatter; `held` was written before the cues by the same hand and looked at when they were done; `calm` tells of danger
 * without a word of harm, beside messages that only sound alike, and was widened to; `tuned` and `apart` are halves of one set in many
 * styles, by the hand of the phrases of version 4, written before them: the second half was looked at when they were
 * done; `perils` and `perils-apart` are halves of one set of danger told outright and of what only sounds alike, by the hand of
 * version 5, written before its phrases: only their safety is judged; `voices` (complaints and not) and `alarms` (danger
 * and not) are by the hand of version 6, written before the lists were read, their halves by turns: phrases were tuned on
 * the first. The small words of version 6 are learned from all of these but `held`, so their figures flatter; what is
 * heard abroad bench/cues/learn.ts says, by hands left out. `sealed` is by another hand, and is read only when asked for
 * with --sealed, once; `second`, with --sealed second, took its place.
 */
export async function measureCues(size: Size): Promise<Row[]> {
  const book = cueBook();
  const sealed = process.argv.indexOf("--sealed");
  const sets =
    sealed >= 0
      ? [process.argv[sealed + 1] === "second" ? "second" : "sealed"]
      : process.argv.includes("--held")
        ? [
            "dev",
            "held",
            "calm",
            "tuned",
            "apart",
            "perils",
            "perils-apart",
            "voices",
            "voices-apart",
            "alarms",
            "alarms-apart",
          ]
        : ["dev"];
  const rows = sets.flatMap((set) => languages.flatMap((language) => measureSet(set, language, book, size)));
  const each = process.argv.includes("--each")
    ? languages.map((language) => measureEach(language, book))
    : [];
  return [...rows, ...texts.map((text) => measureHostile(text, book)), ...each];
}

const message = z.object({ text: z.string(), families: z.array(z.enum(families)) });
type Message = z.output<typeof message>;
type Judged = { families: readonly Family[]; scores: Scores };

function measureSet(set: string, language: Language, book: CueBook, size: Size): Row[] {
  const messages = read(set, language);
  if (messages.length === 0) return [];
  const judged = messages.map(({ text, families }) => ({
    families,
    scores: scoresOf(text, language, book, findQuote(text, null)),
  }));
  const name = `cues: ${set} ${language}`;
  const others = families.filter((family) => family !== "complaint" && family !== "safety");
  return [
    {
      path: `${name}, AUC of complaint`,
      ratio: areaUnder(judged, "complaint"),
      unit: "",
      // Calm words about danger are a complaint to one reader and none to the next: only their safety is judged.
      goal: /^(?:calm|perils|alarms)/.test(set) ? null : { atLeast: 0.86 },
      detail: `${messages.length} messages; ${hits(judged, "complaint")}`,
    },
    {
      path: `${name}, recall of safety`,
      ratio: recall(judged, "safety"),
      unit: "",
      goal: set.startsWith("voices") ? null : { atLeast: 0.95 },
      detail: `${hits(judged, "safety")}; AUC ${areaUnder(judged, "safety").toFixed(3)}`,
    },
    ...others.map((family) => ({
      path: `${name}, AUC of ${family}`,
      ratio: areaUnder(judged, family),
      unit: "",
      goal: null,
      detail: hits(judged, family),
    })),
    measureTime(name, messages, language, book, size === "ci" ? 2 : 25),
  ];
}

function scoresOf(text: string, language: Language, book: CueBook, quoteAt: number | null = null): Scores {
  const { found, leaning } = hear(text, language, book, quoteAt);
  return score(found, leaning);
}

function read(set: string, language: Language): Message[] {
  const file = join(import.meta.dirname, "cues", `${set}.${language}.jsonl`);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => message.parse(JSON.parse(line)));
}

/** Chance that a message of the family scores higher than one that is not of it; a tie counts half. */
function areaUnder(judged: readonly Judged[], family: Family): number {
  const has = judged.filter((each) => each.families.includes(family)).map(({ scores }) => scores[family]);
  const lacks = judged.filter((each) => !each.families.includes(family)).map(({ scores }) => scores[family]);
  let above = 0;
  for (const high of has) for (const low of lacks) above += high > low ? 1 : high === low ? 0.5 : 0;
  return above / (has.length * lacks.length);
}

function recall(judged: readonly Judged[], family: Family): number {
  const has = judged.filter((each) => each.families.includes(family));
  return has.filter(({ scores }) => scores[family] >= saidFrom).length / has.length;
}

function hits(judged: readonly Judged[], family: Family): string {
  const has = judged.filter((each) => each.families.includes(family));
  const found = judged.filter(({ scores }) => scores[family] >= saidFrom);
  const right = found.filter((each) => each.families.includes(family)).length;
  return `${right} of ${has.length} found, ${found.length - right} false alarms in ${judged.length - has.length}`;
}

/** The median of some rounds over all messages, after some to warm up: finding and scoring, without the language. */
function measureTime(
  name: string,
  messages: readonly Message[],
  language: Language,
  book: CueBook,
  rounds: number,
): Row {
  const took: number[] = [];
  for (let round = 0; round < rounds + 20; round++) {
    // Time of the processor: the clock on the wall also counts what else the machine does.
    const start = process.cpuUsage();
    for (const { text } of messages) scoresOf(text, language, book);
    const { user, system } = process.cpuUsage(start);
    if (round >= 20) took.push((user + system) / messages.length);
  }
  took.sort((a, b) => a - b);
  const letters = messages.reduce((sum, { text }) => sum + text.length, 0) / messages.length;
  return {
    path: `${name}, time for a message`,
    ratio: took[Math.floor(took.length / 2)] ?? null,
    unit: "µs",
    goal: { atMost: 30 },
    detail: `median of ${rounds} rounds, ${Math.round(letters)} characters on average; best ${took[0]?.toFixed(1)} µs`,
  };
}

/** Every phrase that ships, said over and over for 100 kB: the slowest of them. Some minutes. */
function measureEach(language: Language, book: CueBook): Row {
  let worst = { ms: 0, pattern: "" };
  const { cues } = language === "en" ? english : french;
  for (const { pattern } of cues) {
    const words = pattern.split(/\s+/).filter((piece) => piece !== "..." && piece !== "^");
    const said = words.map((piece) => piece.split("|").at(-1)!.replace("*", "")).join(" ");
    const text = `${said} `.repeat(Math.ceil(100_000 / (said.length + 1))).slice(0, 100_000);
    const start = process.cpuUsage();
    scoresOf(text, language, book);
    const { user, system } = process.cpuUsage(start);
    if ((user + system) / 1000 > worst.ms) worst = { ms: (user + system) / 1000, pattern };
  }
  return {
    path: `cues: each of ${cues.length} phrases in ${language} said for 100 kB, the slowest`,
    ratio: worst.ms,
    unit: "ms",
    goal: { atMost: 500 },
    detail: `time of the processor; "${worst.pattern.slice(0, 60)}"`,
  };
}

function measureHostile({ name, text }: Case, book: CueBook): Row {
  const took = Array.from({ length: 3 }, () => {
    const start = performance.now();
    for (const language of languages) scoresOf(text, language, book);
    return (performance.now() - start) / languages.length;
  });
  return {
    path: `cues: 100 kB of ${name}`,
    ratio: Math.min(...took),
    unit: "ms",
    goal: { atMost: 50 },
    detail: "best of three, mean of both languages",
  };
}
