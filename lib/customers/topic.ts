/** The longest word of substance that two messages share, folded; null where there is none. */
export function sharedTopic(one: string, other: string): string | null {
  const words = new Set(wordsOf(other));
  return (
    wordsOf(one)
      .filter((word) => words.has(word))
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null
  );
}

function wordsOf(text: string): string[] {
  const folded = text.slice(0, 1_000).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return folded.split(/[^\p{L}]+/u).filter((word) => word.length >= 5 && !common.has(word));
}

/** What everybody writes to a shop, whatever it is about. */
const common = new Set(
  (
    "about after again already always another answer anything because before being bonjour bonsoir cannot client comme " +
    "commande contact could customer depuis dear days donner encore entre etait etais etaient every first found friday " +
    "hello hours jamais jours leave lundi mardi marmelune mercredi jeudi vendredi samedi dimanche merci message monday " +
    "month never nothing order ordered other parce please pouvez pourquoi quand question quelque regards reponse reply " +
    "saturday service should since since sunday still sujet thank thanks their there these thing think those through " +
    "thursday today tomorrow toujours tuesday under until votre voudrais vraiment waiting wednesday weeks where which " +
    "while would write written years yesterday quelle cordialement madame monsieur email semaine semaines attend attends"
  ).split(" "),
);
