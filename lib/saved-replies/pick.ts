import type { Language, WrittenFor } from "@/db/enums";

/**
 * The text for this customer's language and this way out: the language weighs more than the way, a text for any
 * beats one for another. Null only where there is no text.
 */
export function pickText(
  texts: readonly WrittenFor[],
  wanted: { language: string | null; mode: "public" | "private"; usual: Language },
): WrittenFor | null {
  let best: { text: WrittenFor; score: number } | null = null;
  for (const text of texts) {
    const score = languageScore(text.language, wanted) * 10 + modeScore(text.mode, wanted.mode);
    if (best === null || score > best.score) best = { text, score };
  }
  return best?.text ?? null;
}

function languageScore(
  language: Language | null,
  wanted: { language: string | null; usual: Language },
): number {
  if (language !== null && language === wanted.language?.slice(0, 2)) return 3;
  if (language === null) return 2;
  return language === wanted.usual ? 1 : 0;
}

function modeScore(mode: WrittenFor["mode"], wanted: "public" | "private"): number {
  if (mode === wanted) return 2;
  return mode === null ? 1 : 0;
}
