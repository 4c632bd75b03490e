/**
 * A text as its plain words with one space around each: without accents, case, punctuation and invisible characters, so
 * that a word is found only as a whole ("art" is not in "party"). Emoji stand as words. Pure.
 */
export function fold(text: string): string {
  const plain = text
    .slice(0, longest)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/\p{Extended_Pictographic}/gu, " $& ")
    .replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu, " ")
    .trim();
  return plain === "" ? "" : ` ${plain} `;
}

/** Nobody writes more than this to somebody in anger; a novel must not cost a second of everybody's time. */
const longest = 50_000;

/** Whether folded words hold a folded phrase. Where a script writes no spaces, anywhere; else between borders of words. */
export function holds(folded: string, phrase: string): boolean {
  if (phrase === "") return false;
  return unspaced.test(phrase) ? folded.includes(phrase.trim()) : folded.includes(phrase);
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
