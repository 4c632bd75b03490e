/** Of the longest posts the beginning tells enough, and the index stays small. */
const longest = 400;

/**
 * What is left of a text for comparing: lower case and without accents; links, addresses, mentions, hashtags, numbers,
 * the author's name and everything that is no letter are gone, since campaigns change just these. Pure.
 */
export function strip(text: string, names: readonly string[]): string {
  const plain = text
    .slice(0, longest * 10)
    .replace(/https?:\/\/\S+|www\.\S+/gi, " ")
    .replace(/[\p{L}\p{N}._%+-]{1,100}@[\p{L}\p{N}.-]{1,100}/gu, " ")
    .replace(/[@#][\p{L}\p{N}_.-]+/gu, " ")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/[\p{N}]+/gu, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  const own = new Set(names.flatMap((name) => strip(name, []).split(" ")).filter((word) => word.length > 2));
  const words =
    own.size === 0
      ? plain
      : plain
          .split(" ")
          .filter((word) => !own.has(word))
          .join(" ");
  if (words.length <= longest) return words;
  const end = words.lastIndexOf(" ", longest);
  return words.slice(0, end > 0 ? end : longest);
}
