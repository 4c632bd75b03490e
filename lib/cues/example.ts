import type { Language } from "@/db/enums";
import { spelled } from "./spelled";

/**
 * Words in which a phrase would be found, as somebody writes them: `detecteur*|alarme de|d fumee` is "Détecteur de fumée".
 * Of alternatives the first, of a stem one of its endings, `…` where other words may stand between. Pure.
 */
export function exampleOf(pattern: string, language: Language): string {
  const words = pattern
    .split(/\s+/)
    .filter((piece) => piece !== "" && piece !== "^")
    .map((piece) => (piece === "..." || piece === "…" ? "…" : wordOf(piece.split("|")[0] ?? "", language)));
  const said = words
    .join(" ")
    .replace(/(^|[ ’])(c|d|j|l|m|n|s|t|qu) (?=[aeiouyhàâéèêîôûœ])/giu, "$1$2’")
    .replace(/^… | …$/g, "");
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

function wordOf(choice: string, language: Language): string {
  if (choice === "#") return "3";
  const { words, stems } = known[language];
  if (!choice.endsWith("*")) return words.get(choice) ?? choice;
  const stem = choice.slice(0, -1);
  return stems.find(({ plain }) => plain.startsWith(plainOf(stem)))?.word ?? `${stem}…`;
}

const known = { en: readyOf("en"), fr: readyOf("fr") };

function readyOf(language: Language) {
  const stems = spelled[language].map((word) => ({ word, plain: plainOf(word) }));
  return {
    words: new Map(stems.map(({ word, plain }) => [plain, word])),
    stems: stems.sort((a, b) => a.plain.length - b.plain.length),
  };
}

function plainOf(text: string): string {
  return text.toLowerCase().replaceAll("œ", "oe").normalize("NFD").replace(/\p{M}/gu, "");
}
