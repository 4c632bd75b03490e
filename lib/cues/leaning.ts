import type { Meaning } from "./compile";
import type { Lean } from "./cue";
import type { Token } from "./tokens";

/** Where the single words of a text lean, in log-odds, and which word leans most to each side. */
export type Leaning = {
  complaint: number;
  safety: number;
  /** How many words are known to lean at all. */
  known: number;
  strongest: { complaint: Place | null; safety: Place | null };
};
type Place = { at: number; length: number };

/** Longer words are known by their beginning, so that "attendu" and "attendre" are one. */
export const leaningLetters = 5;

/** By a word as it is compared; all numbers are one. */
export function leanOf(word: string, leanings: ReadonlyMap<string, Lean>): Lean | null {
  return leanings.get(stemOf(word)) ?? null;
}

export function stemOf(word: string): string {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57 ? "#" : word.slice(0, leaningLetters);
}

export function leaningOf(tokens: readonly Token[], meanings: readonly Meaning[]): Leaning {
  let [complaint, safety, known] = [0, 0, 0];
  const most = { complaint: 0, safety: 0 };
  const strongest: Leaning["strongest"] = { complaint: null, safety: null };
  for (let index = 0; index < meanings.length; index++) {
    const { lean } = meanings[index]!;
    if (!lean) continue;
    known++;
    complaint += lean.complaint;
    safety += lean.safety;
    if (lean.complaint > most.complaint) {
      most.complaint = lean.complaint;
      strongest.complaint = placeOf(tokens[index]!);
    }
    if (lean.safety > most.safety) {
      most.safety = lean.safety;
      strongest.safety = placeOf(tokens[index]!);
    }
  }
  return { complaint, safety, known, strongest };
}

function placeOf({ at, end }: Token): Place {
  return { at, length: end - at };
}

/** Of a subject and its text. */
export function joined(subject: Leaning, text: Leaning): Leaning {
  return {
    complaint: subject.complaint + text.complaint,
    safety: subject.safety + text.safety,
    known: subject.known + text.known,
    strongest: text.strongest,
  };
}

/**
 * What the leaning adds to a family's log-odds, from the sums of its words and where a message of neutral words begins.
 * Bounded, so that phrases decide: small words alone make no complaint. Danger may be heard from words alone, since
 * finding it comes before being right. The bounds and beginnings are those at which messages of a hand whose words were
 * not learned are told best (bench/cues/learn.ts).
 */
export const pulls: { [F in "complaint" | "safety"]: (leaning: Leaning) => number } = {
  complaint: ({ complaint, known }) => (known === 0 ? 0 : within(complaint + 0.2, -1.5, 1.5)),
  safety: ({ safety, known }) => within(safety - 1.5 * Math.min(1, known / 6), -1, 2.5),
};

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
