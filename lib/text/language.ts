import { detect } from "tinyld";

const known = ["en", "fr", "de", "es", "it", "nl"];

/**
 * The language of a text as ISO 639-1, one of en, fr, de, es, it, nl; null when there is too little to tell.
 * Restricted to these six because over all its languages tinyld guesses wrong on short messages.
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 2000).replace(/\S*[@/]\S*/g, " ");
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return null;
  const found = detect(sample, { only: known });
  return known.includes(found) ? found : null;
}
