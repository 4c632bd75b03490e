import { type Family, families } from "./cue";
import type { FoundCue } from "./find";
import { type Leaning, pulls } from "./leaning";

/** For each family the chance, 0 to 1, that the message says it. */
export type Scores = { [F in Family]: number };

/**
 * From what was found to chances. A family's evidence is the sum of its weights in log-odds: of one reason the heaviest
 * phrase counts whole and the others a quarter, since three words for one broken zip are one broken zip. Below nothing
 * stands `without`, a chance of 0.12. What other families say leans on the complaint: somebody who threatens or writes
 * again complains, who thanks or asks mostly does not. `leaning`: the small signs of all other words, for danger and the
 * complaint only.
 */
export function score(found: readonly FoundCue[], leaning: Leaning | null = null): Scores {
  const evidence = evidenceOf(found);
  const scores: Scores = {
    safety: 0,
    complaint: 0,
    threat: 0,
    repeat: 0,
    urgent: 0,
    anger: 0,
    thanks: 0,
    question: 0,
  };
  for (const family of families) {
    let sum = without + evidence[family];
    for (const [other, leaning] of leanings[family] ?? noLeanings) {
      // Small signs of another family say nothing here.
      if (evidence[other] >= -without)
        sum += Math.min(most, evidence[other]) * leaning * doubt(family, other, evidence);
    }
    if (leaning && (family === "complaint" || family === "safety")) sum += pulls[family](leaning);
    scores[family] = sum === without ? nothing : 1 / (1 + Math.exp(-sum));
  }
  return scores;
}

/**
 * A question makes a complaint less likely, unless the complaint is plain: whoever asks why nothing came complains all
 * the same, so what asking takes away shrinks as the evidence grows.
 */
function doubt(family: Family, other: Family, evidence: Scores): number {
  if (family !== "complaint" || other !== "question") return 1;
  return Math.max(0, 1 - evidence.complaint / plain);
}

/** Evidence of a complaint that no question takes away: two reasons, or nearly. */
const plain = 4;

/** From here on a family is taken as said. */
export const saidFrom = 0.5;

/** Log-odds of a family of which nothing was found. */
const without = -2;
/** The chance of a family of which nothing was found: most of a message. */
const nothing = 1 / (1 + Math.exp(-without));
/** What one family can bring to another, before the leaning. */
const most = 4;

const noLeanings: ReadonlyArray<readonly [Family, number]> = [];
const leanings: { [F in Family]?: ReadonlyArray<readonly [Family, number]> } = {
  complaint: [
    ["repeat", 0.6],
    ["threat", 0.7],
    ["anger", 0.85],
    ["urgent", 0.25],
    ["safety", 0.3],
    ["thanks", -0.6],
    ["question", -0.35],
  ],
  thanks: [
    ["complaint", -0.5],
    ["anger", -0.5],
    ["repeat", -0.5],
    ["question", -0.2],
  ],
  anger: [["complaint", 0.1]],
  question: [
    ["complaint", -0.3],
    ["anger", -0.3],
    ["safety", -0.2],
  ],
};

function evidenceOf(found: readonly FoundCue[]): Scores {
  const sums: Scores = {
    safety: 0,
    complaint: 0,
    threat: 0,
    repeat: 0,
    urgent: 0,
    anger: 0,
    thanks: 0,
    question: 0,
  };
  for (let index = 0; index < found.length; index++) {
    const { family, reason, weight } = found[index]!;
    let before = 0;
    for (let at = Math.max(0, index - farthest); at < index; at++) {
      const other = found[at]!;
      if (other.family === family && other.reason === reason) before = Math.max(before, other.weight);
    }
    sums[family] +=
      before === 0 ? weight : Math.max(0, weight - before) + Math.min(weight, before) / repeated;
  }
  return sums;
}

/** A second phrase of one reason counts so many times less. */
const repeated = 4;
/** Beyond so many phrases in between a reason is said anew; keeps a text of nothing but phrases cheap. */
const farthest = 200;
