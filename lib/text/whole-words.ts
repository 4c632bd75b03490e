/** Small letters without accents, every run of what is no letter or digit made one space. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** True when one of the words stands in the text whole: "Café" is in "the cafe, ours" and not in "cafeteria". */
export function hasOneOf(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  const padded = ` ${folded(text)} `;
  return words.some((word) => {
    const wanted = folded(word);
    return wanted !== "" && padded.includes(` ${wanted} `);
  });
}
