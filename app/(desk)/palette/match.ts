/** How well some words fit what was typed, and which of their letters do, by their place in the text. */
export type Match = { score: number; places: readonly number[] };

/**
 * Finds the letters of `wanted` in `text`, in their order, without regard to case and accents: "mes" finds "Mettre en
 * sommeil", "ines" finds "Inès". Beginnings of words and letters in a row count for more; null when one is missing.
 */
export function match(text: string, wanted: string): Match | null {
  const letters = plain(wanted).replaceAll(/\s/g, "");
  if (letters === "") return { score: 0, places: [] };
  const plainText = [...text].map((letter) => plain(letter)[0] ?? letter);
  return best(plainText, letters, 0, 0, new Map());
}

const AT_WORD = 8;
const IN_ROW = 6;
const ANYWHERE = 1;
/** Longer texts are read up to here: names of actions and people are shorter. */
const MOST = 80;

/** The best way to place the letters from `index` on, in the text from `from` on. */
function best(
  text: readonly string[],
  letters: string,
  index: number,
  from: number,
  known: Map<string, Match | null>,
): Match | null {
  if (index === letters.length) return { score: 0, places: [] };
  const key = `${index} ${from}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  let found: Match | null = null;
  for (let at = from; at < Math.min(text.length, MOST); at += 1) {
    if (text[at] !== letters[index]) continue;
    const rest = best(text, letters, index + 1, at + 1, known);
    if (!rest) break;
    const score = worth(text, at, index > 0 && at === from) + rest.score;
    if (!found || score > found.score) found = { score, places: [at, ...rest.places] };
  }
  known.set(key, found);
  return found;
}

function worth(text: readonly string[], at: number, isInRow: boolean): number {
  const isAtWord = at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? " ");
  // The very beginning of the text is the best place of all.
  return (at === 0 ? 2 : 0) + (isAtWord ? AT_WORD : 0) + (isInRow ? IN_ROW : 0) + ANYWHERE;
}

export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}
