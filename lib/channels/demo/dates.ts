const months =
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december";
const weekdays =
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday";

const named = new RegExp(
  [
    `(?:${weekdays})(?:\\s+\\d{1,2}(?:er|st|nd|rd|th)?)?(?:\\s+(?:${months}))?`,
    `\\d{1,2}(?:er|st|nd|rd|th)?\\s+(?:${months})`,
    `(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?`,
    "demain|tomorrow|aujourd[’']hui|today|ce soir|tonight",
    "\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?",
  ]
    .map((part) => `(?:${part})`)
    .join("|"),
  "iu",
);

/** The first date that a text names, in its own words ("vendredi 27 novembre", "tomorrow"); null without one. */
export function dateNamed(text: string): string | null {
  const padded = ` ${text.slice(0, 4000)} `;
  const found = new RegExp(`(?<![\\p{L}\\d])(?:${named.source})(?![\\p{L}\\d])`, "iu").exec(padded);
  return found ? found[0].replace(/\s+/g, " ") : null;
}
