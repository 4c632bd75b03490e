const link =
  /(?:https?:\/\/[^\s<>"']+|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|app|dev|shop|store|[a-z]{2})(?![\p{L}\p{N}])(?:\/[^\s<>"']*)?)/giu;
const trailing = /[.,;:!?…'"»”’)]+$/u;
const emoji = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3)/u;

/**
 * Length of a post as X weighs it (docs.x.com/fundamentals/counting-characters): every link 23, every emoji 2, a letter
 * of the Latin and its neighbouring alphabets 1, any other 2; composed (NFC) first.
 */
export function weighedLength(text: string): number {
  let weight = 0;
  const rest = text.normalize("NFC").replace(link, (found) => {
    weight += 23;
    return trailing.exec(found)?.[0] ?? "";
  });
  for (const { segment } of segmenter.segment(rest)) {
    if (emoji.test(segment)) weight += 2;
    else for (const letter of segment) weight += isLight(letter.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

function isLight(code: number): boolean {
  return (
    code <= 4351 ||
    (code >= 8192 && code <= 8205) ||
    (code >= 8208 && code <= 8223) ||
    (code >= 8242 && code <= 8247)
  );
}
