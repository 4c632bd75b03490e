import { strip } from "@/lib/duplicates/strip";

export type Text = {
  conversationId: string;
  text: string;
  names: readonly string[];
  /** Of the hours in question, not of the days before. */
  isNew: boolean;
};
export type Group = { count: number; conversationIds: string[] };

/** Share of their trigrams that two texts must have in common. */
const alikeFrom = 0.45;
/** Shorter ones say too little to be called the same. */
const shortest = 12;
const mostGroups = 3;
const mostIds = 60;

/**
 * The largest groups of nearly the same words among texts, stripped of links, names, numbers and accents: each joins the
 * first group whose beginning it resembles. At least two belong together, one of them new. Pure.
 */
export function groupsOf(texts: readonly Text[]): Group[] {
  const groups: Array<{ of: ReadonlySet<string>; ids: Set<string>; newOnes: number }> = [];
  for (const { conversationId, text, names, isNew } of texts) {
    const stripped = strip(text, names);
    if (stripped.length < shortest) continue;
    const own = trigramsOf(stripped);
    const like = groups.find(({ of }) => similarity(of, own) >= alikeFrom);
    const group = like ?? { of: own, ids: new Set<string>(), newOnes: 0 };
    if (!like) groups.push(group);
    if (isNew && !group.ids.has(conversationId)) group.newOnes++;
    group.ids.add(conversationId);
  }
  return groups
    .filter(({ ids, newOnes }) => ids.size > 1 && newOnes > 0)
    .sort((a, b) => b.newOnes - a.newOnes || b.ids.size - a.ids.size)
    .slice(0, mostGroups)
    .map(({ ids }) => ({ count: ids.size, conversationIds: [...ids].slice(0, mostIds) }));
}

/** As pg_trgm makes them: of each word with two spaces before and one after. */
export function trigramsOf(stripped: string): Set<string> {
  const found = new Set<string>();
  for (const word of stripped.split(" ")) {
    if (word === "") continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  }
  return found;
}

export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const one of a) if (b.has(one)) both++;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}
