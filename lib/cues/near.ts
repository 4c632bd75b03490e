/** Words a slip of the finger away: by what is left of them without one letter. */
export type Near = ReadonlyMap<string, readonly string[]>;

/** Short words are a letter away from other words; long ones are texts of nobody. */
const shortest = 7;
const longest = 18;

/** Of whole words; 10 ms for some thousands. */
export function nearOf(words: Iterable<string>): Near {
  const near = new Map<string, string[]>();
  for (const word of words) {
    if (!canSlip(word)) continue;
    for (let at = 1; at < word.length; at++) {
      const left = without(word, at);
      const others = near.get(left);
      if (!others) near.set(left, [word]);
      else if (!others.includes(word)) others.push(word);
    }
  }
  return near;
}

/**
 * Known words that differ from an unknown one by a letter left out, doubled, mistaken or changed for its neighbour, the
 * first letter never (Garbe's symmetric deletion). At most `longest` looks, whatever the word.
 */
export function slipsOf(word: string, known: { has(word: string): boolean }, near: Near): string[] {
  if (!canSlip(word)) return [];
  const found = new Set<string>(near.get(word));
  for (let at = 1; at < word.length; at++) {
    const left = without(word, at);
    if (known.has(left)) found.add(left);
    for (const other of near.get(left) ?? []) if (isOneSlip(word, other)) found.add(other);
  }
  return [...found];
}

function canSlip(word: string): boolean {
  return word.length >= shortest && word.length <= longest && !word.endsWith("*") && !word.startsWith("{");
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}

/** Two deletions at different places may be two slips. */
function isOneSlip(word: string, other: string): boolean {
  if (word.length !== other.length) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  const isSwapped = word[at] === other[at + 1] && word[at + 1] === other[at];
  return (
    word.slice(at + 1) === other.slice(at + 1) || (isSwapped && word.slice(at + 2) === other.slice(at + 2))
  );
}
