import type { FilterProblem } from "./parse";
import type { Filter, Term } from "./types";

type Named = { id: string; name: string };

/** Who asks, and what the names in a filter mean to them. `zone` is the house's, for words such as `today`. */
export type Reader = {
  id: string;
  teamIds: readonly string[];
  zone: string;
  agents: readonly Named[];
  teams: readonly Named[];
  brands: readonly Named[];
  /** `words` are what a channel answers to beside its name: its kind, and what it plays in the sample. */
  channels: ReadonlyArray<Named & { words: readonly string[] }>;
};

/** Names in the filter that nobody and nothing has. `tags` are those that exist; null when they are not known here. */
export function nameProblems(filter: Filter, me: Reader, tags: ReadonlySet<string> | null): FilterProblem[] {
  return filter.terms.flatMap((term) => {
    if (term.key === "tag")
      return term.values
        .filter((value) => tags !== null && !tags.has(tagName(value)))
        .map((value) => ({ code: "unknown_name" as const, key: term.key, value }));
    if (!isNameTerm(term)) return [];
    return term.values
      .filter((value) => idsOf(me, term.key, value).length === 0)
      .map((value) => ({ code: "unknown_name" as const, key: term.key, value }));
  });
}

export type IdTerm = Extract<Term, { values: string[] }> & { key: "channel" | "assignee" | "team" | "brand" };

export function isNameTerm(term: Term): term is IdTerm {
  return term.key === "channel" || term.key === "assignee" || term.key === "team" || term.key === "brand";
}

/** The ids that a name stands for, null among them for "nobody" or "none". Empty when nothing has that name. */
export function idsOf(me: Reader, key: IdTerm["key"], value: string): Array<string | null> {
  const wanted = foldText(value);
  if (wanted === "none" || wanted === "nobody") return [null];
  switch (key) {
    case "assignee":
      return wanted === "me" ? [me.id] : named(me.agents, wanted);
    case "team":
      return wanted === "mine" ? [...me.teamIds] : named(me.teams, wanted);
    case "brand":
      return named(me.brands, wanted);
    case "channel": {
      const kind = me.channels.filter((channel) => channel.words.includes(wanted)).map(({ id }) => id);
      const noChannel = wanted === "note" ? [null] : [];
      return kind.length > 0 ? [...kind, ...noChannel] : [...named(me.channels, wanted), ...noChannel];
    }
  }
}

/** Tags are stored so; see lib/triage/tag.ts. */
export function tagName(value: string): string {
  return value.trim().toLowerCase().replace(/\s+/g, " ");
}

/** "Inès" and "ines" are one. */
export function foldText(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .trim();
}

/** Whole names first, then names of which a word begins so. */
function named(list: readonly Named[], wanted: string): string[] {
  const folded = list.map(({ id, name }) => ({ id, name: foldText(name) }));
  const whole = folded.filter(({ name }) => name === wanted);
  const found = whole.length > 0 ? whole : folded.filter(({ name }) => ` ${name}`.includes(` ${wanted}`));
  return wanted === "" ? [] : found.map(({ id }) => id);
}
