import type { Language } from "@/db/enums";

/** What a message can say, beside what it is about. One message may say several. */
export const families = [
  /** Somebody is hurt, ill or in danger, or nearly was. Outside every order: finding it comes before being right. */
  "safety",
  /** Something of ours went wrong. */
  "complaint",
  /** They, in the first person, mean to leave, to sue, to tell an authority or to tell the public. */
  "threat",
  /** They have told us before, were not answered, or nobody came. */
  "repeat",
  /** It cannot wait: no heating, work has stopped, somebody vulnerable, a date. */
  "urgent",
  "anger",
  "thanks",
  "question",
] as const;
export type Family = (typeof families)[number];

/**
 * Why a phrase counts. The words for the screens are `cues.reasons.<key>` in messages/; an organisation writes its own
 * text instead.
 */
export const reasonKeys = [
  "hurt",
  "ill",
  "fire",
  "electricity",
  "gas",
  "allergy",
  "poison",
  "foreignBody",
  "medicine",
  "selfHarm",
  "violence",
  "danger",
  "body",
  "person",
  "harm",
  "hazard",
  "broken",
  "fails",
  "wrong",
  "missing",
  "late",
  "money",
  "refund",
  "quality",
  "dirty",
  "service",
  "promise",
  "access",
  "cancelled",
  "misled",
  "disappointed",
  "complains",
  "contrast",
  "hint",
  "leaves",
  "law",
  "regulator",
  "media",
  "ultimatum",
  "unanswered",
  "again",
  "noShow",
  "outage",
  "stuck",
  "vulnerable",
  "deadline",
  "now",
  "angry",
  "outrage",
  "insult",
  "irony",
  "shouting",
  "thanks",
  "praise",
  "content",
  "asks",
  "wants",
  "decoy",
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

/**
 * One editable line. `pattern`: words as they are said, compared without case, accents and elongation; `word*` is any
 * ending, `a|b` either, `...` up to four words between (never a negation, never past the end of a sentence), `#` any
 * number, "^" first where a clause must begin, "?" and emoji as themselves. `none` as family makes a decoy: what lies within it counts for nothing ("fire
 * stick").
 */
export type Cue = {
  family: Family | "none";
  pattern: string;
  /** A key of ours, or the organisation's own words. */
  reason: string;
  /** In log-odds: 2 alone lifts a family from the chance of 0.12 that nothing has to an even one. Above 0, at most 6. */
  weight: number;
};

/** Everything that ships for one language. */
export type CueFile = {
  language: Language;
  /** Grows with every change, so that a stored score says what it was made with. */
  version: number;
  /** Apostrophes hold a word together in English, and part two words in French. */
  apostrophe: "joins" | "parts";
  /** Short forms, spellings of telephones and common mistakes: what is written → words that are meant. */
  spellings: ReadonlyMap<string, readonly string[]>;
  /** Words that turn what follows them in the same clause: "no complaints". */
  negators: ReadonlySet<string>;
  /** With one of these before it, a negator behind a phrase turns it too: "je ne me plains pas". Empty in English. */
  halfNegators: ReadonlySet<string>;
  /** Words past which a negation does not reach: "I don't know why it broke". */
  barriers: ReadonlySet<string>;
  /** What follows is only supposed: "if it breaks". */
  suppositions: ReadonlySet<string>;
  /** Words that may stand anywhere inside a phrase: "not very happy". */
  fillers: ReadonlySet<string>;
  /** Beginnings of words (`leaningLetters` of them, shorter words whole) and what a message with them rather says. */
  leanings: ReadonlyMap<string, Lean>;
  cues: readonly Cue[];
};

/** In log-odds, either way. Learned from the messages of bench/cues by bench/cues/learn.ts. */
export type Lean = { complaint: number; safety: number };

/** "attend 93 -12": hundredths, the complaint first. */
export function lean(list: string): Map<string, Lean> {
  const parts = list.split(/\s+/).filter(Boolean);
  const leanings = new Map<string, Lean>();
  for (let at = 0; at + 2 < parts.length; at += 3)
    leanings.set(parts[at]!, { complaint: Number(parts[at + 1]) / 100, safety: Number(parts[at + 2]) / 100 });
  return leanings;
}

/** Lists of a language file are written as one text: phrases parted by commas or lines. */
export function say(family: Cue["family"], reason: ReasonKey, weight: number, phrases: string): Cue[] {
  return phrases
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .map((pattern) => ({ family, reason, weight, pattern }));
}

/** "u=you ur=your 2moro=tomorrow"; an underscore parts two words that are meant: "jai=j_ai". */
export function spell(pairs: string): Map<string, readonly string[]> {
  return new Map(
    pairs
      .split(/\s+/)
      .filter(Boolean)
      .map((pair) => {
        const [written = "", meant = ""] = pair.split("=");
        return [written, meant.split("_")];
      }),
  );
}

export function words(list: string): Set<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
