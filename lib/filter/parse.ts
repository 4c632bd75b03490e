import { readDateWord, readSpan } from "./dates";
import { type Token, tokensOf } from "./tokens";
import {
  type Filter,
  type FilterKey,
  filterKeys,
  hasWords,
  isWords,
  kindWords,
  promiseWords,
  riskWords,
  type Term,
  type TextTerm,
} from "./types";

/** What could not be understood, as a key below `queue.filter.problems` and what fills it. */
export type FilterProblem = {
  code: "unknown_key" | "unknown_value" | "unknown_date" | "unknown_span" | "unknown_name" | "no_value";
  key: string;
  value: string;
};

/** Never throws: what is not understood is named in `problems`, and left out or looked for as words. */
export function parseFilter(text: string): Filter & { problems: FilterProblem[] } {
  const terms: Term[] = [];
  const words: TextTerm[] = [];
  const problems: FilterProblem[] = [];
  for (const token of tokensOf(text)) {
    const values = token.values.map((value) => value.text.trim()).filter((value) => value !== "");
    const key = filterKeys.find((known) => known === token.key);
    if (token.key !== null && key === undefined)
      problems.push({ code: "unknown_key", key: token.key, value: "" });
    if (key === undefined) {
      const term = numberTerm(token) ?? null;
      // "#1042,soon" is cut like numbers are, and is words all the same: as a whole.
      const exact = token.values.some((value) => value.quoted);
      const said = token.values.map((value) => value.text).join(",");
      const whole = (exact ? said.replaceAll('"', "") : said).trim();
      if (term) terms.push(term);
      else if (whole !== "") words.push({ words: whole, exact, not: token.not });
    } else if (values.length === 0) {
      problems.push({ code: "no_value", key, value: "" });
    } else {
      const term = termOf(key, token.not, values, problems);
      if (term) terms.push(term);
    }
  }
  return { terms, text: words, problems };
}

function termOf(key: FilterKey, not: boolean, values: string[], problems: FilterProblem[]): Term | null {
  switch (key) {
    case "is": {
      const known = closed(key, values, isWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "has": {
      const known = closed(key, values, hasWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "risk": {
      const known = closed(key, values, riskWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "kind": {
      const known = closed(key, values, kindWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "promise": {
      const known = closed(key, values, promiseWords, problems);
      return known.length > 0 ? { key, not, values: known } : null;
    }
    case "before":
    case "after": {
      const word = readDateWord(values[0] ?? "");
      if (word !== null) return { key, not, values: [word] };
      problems.push({ code: "unknown_date", key, value: values[0] ?? "" });
      return null;
    }
    case "waited":
    case "due": {
      const span = readSpan(values[0] ?? "");
      if (span !== null) return { key, not, values: [span] };
      problems.push({ code: "unknown_span", key, value: values[0] ?? "" });
      return null;
    }
    case "channel":
    case "tag":
    case "assignee":
    case "team":
    case "brand":
    case "from":
    case "subject":
    case "reason":
      return { key, not, values };
  }
}

function closed<Word extends string>(
  key: string,
  values: string[],
  words: readonly Word[],
  problems: FilterProblem[],
): Word[] {
  return values.flatMap((value) => {
    const known = words.find((word) => word === value.toLowerCase());
    if (known === undefined) problems.push({ code: "unknown_value", key, value });
    return known ?? [];
  });
}

function numberTerm({ key, not, values: all }: Token): Term | null {
  const values = all.filter(({ text, quoted }) => quoted || text !== "");
  if (key !== null || values.some(({ text, quoted }) => quoted || !/^#\d{1,15}$/.test(text))) return null;
  return values.length === 0
    ? null
    : { key: "number", not, values: values.map(({ text }) => Number(text.slice(1))) };
}
