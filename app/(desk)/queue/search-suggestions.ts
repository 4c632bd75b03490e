import { foldText, type Reader } from "@/lib/filter/names";
import { quoteIfNeeded } from "@/lib/filter/print";
import { tokensOf } from "@/lib/filter/tokens";
import {
  type FilterKey,
  filterKeys,
  hasWords,
  isWords,
  kindWords,
  promiseWords,
  riskWords,
} from "@/lib/filter/types";

export type Suggestion = {
  id: string;
  group: "look" | "recent" | "keys" | "values" | "customers";
  label: string;
  aside?: string;
  count?: number | undefined;
  /** Taken instead of what is typed, behind a key. */
  value?: string;
  /** Stands in the text instead of what is typed. */
  insert?: string;
  run?: () => void;
};

/** Where in the text somebody is: behind which key, and what stands there already. */
export type CaretPlace = { key: FilterKey | null; typed: string; from: number; to: number; minus: string };

export function placeOfCaret(text: string, caret: number): CaretPlace {
  const token = tokensOf(text).find((one) => one.start <= caret && caret <= one.end);
  if (!token) return { key: null, typed: "", from: caret, to: caret, minus: "" };
  const key = filterKeys.find((known) => known === token.key) ?? null;
  const value = token.values.find((one) => one.start <= caret && caret <= one.end) ?? token.values.at(-1);
  if (key && value) return { key, typed: value.text, from: value.start, to: value.end, minus: "" };
  const typed = text.slice(token.start + (token.not ? 1 : 0), token.end);
  return { key: null, typed, from: token.start, to: token.end, minus: token.not ? "-" : "" };
}

type Known = {
  reader: Reader;
  figures: { tags: Array<{ name: string; count: number }>; counts: { [id: string]: number } } | undefined;
  customers: ReadonlyArray<{ id: string; name: string; address: string | null }>;
  tags: { [id: string]: string };
  t(key: string): string;
};

const MOST = 8;

/** What could stand at a place, the likeliest first. */
export function suggestionsFor(place: CaretPlace, known: Known): Suggestion[] {
  const wanted = foldText(place.typed);
  if (place.key !== null) {
    return valuesOf(place.key, known)
      .filter(({ value, label }) => fitsWanted(value, wanted) || fitsWanted(label, wanted))
      .slice(0, place.key === "is" ? 20 : MOST)
      .map((one) => ({ ...one, id: `value ${one.value}`, insert: `${quoteIfNeeded(one.value)} ` }));
  }
  const keys = filterKeys
    .filter((key) => key.startsWith(wanted) || (wanted !== "" && fitsWanted(known.t(`keys.${key}`), wanted)))
    .map(
      (key): Suggestion => ({
        id: `key ${key}`,
        group: "keys",
        label: `${key}:`,
        aside: known.t(`keys.${key}`),
        insert: `${place.minus}${key}:`,
      }),
    );
  if (wanted.length < 2) return keys;
  const values = (["tag", "assignee", "team", "channel"] as const).flatMap((key) =>
    valuesOf(key, known)
      .filter(({ label }) => fitsWanted(label, wanted))
      .slice(0, 2)
      .map(
        (one): Suggestion => ({
          ...one,
          id: `${key} ${one.value}`,
          label: `${key}:${quoteIfNeeded(one.value)}`,
          insert: `${place.minus}${key}:${quoteIfNeeded(one.value)} `,
        }),
      ),
  );
  const people = valuesOf("from", known)
    .slice(0, 4)
    .map(
      (one): Suggestion => ({
        ...one,
        id: `from ${one.aside} ${one.value}`,
        group: "customers",
        insert: `${place.minus}from:${quoteIfNeeded(one.value)} `,
      }),
    );
  return [...keys, ...values, ...people].slice(0, 12);
}

type Value = Suggestion & { value: string };

function valuesOf(key: FilterKey, { reader, figures, customers, tags, t }: Known): Value[] {
  const of = (value: string, label: string, more: Partial<Suggestion> = {}): Value => ({
    id: value,
    group: "values",
    value,
    label,
    ...more,
  });
  const named = (list: ReadonlyArray<{ id: string; name: string }>) =>
    list.map(({ id, name }) => of(name, name, { count: figures?.counts[id] }));
  switch (key) {
    case "is":
      return isWords.map((word) => of(word, word, { aside: t(`is.${word}`) }));
    case "has":
      return hasWords.map((word) => of(word, word, { aside: t(`has.${word}`) }));
    case "risk":
      return riskWords.map((word) => of(word, word, { aside: t(`risk.${word}`) }));
    case "kind":
      return kindWords.map((word) => of(word, word, { aside: t(`kind.${word}`) }));
    case "reason":
      return [of("none", "none", { aside: t("nobody") })];
    case "promise":
      return promiseWords.map((word) => of(word, word, { aside: t(`promise.${word}`) }));
    case "tag":
      return figures
        ? figures.tags.map(({ name, count }) => of(name, name, { count }))
        : Object.values(tags).map((name) => of(name, name));
    case "assignee":
      return [
        of("me", "me", { aside: t("me"), count: figures?.counts[reader.id] }),
        of("none", "none", { aside: t("nobody") }),
        ...named(reader.agents.filter((agent) => agent.id !== reader.id)),
      ];
    case "team":
      return [
        of("mine", "mine", { aside: t("myTeams") }),
        of("none", "none", { aside: t("noTeam") }),
        ...named(reader.teams),
      ];
    case "brand":
      return named(reader.brands);
    case "channel":
      return channelsOf(reader, figures);
    case "waited":
    case "due":
      return (key === "due" ? ["1h", "4h", "24h"] : ["1h", "4h", "24h", "3d"]).map((word) =>
        of(word, word, { aside: t(`${key}.${word}`) }),
      );
    case "before":
    case "after":
      return ["today", "yesterday", "7d", "1m", "1y"].map((word) =>
        of(word, word, { aside: t(`dates.${word}`) }),
      );
    case "from":
      return customers.map(({ name, address }) => of(name, name, address === null ? {} : { aside: address }));
    case "subject":
      return [];
  }
}

/** Each kind of channel once, then the channels by name where a kind has several. */
function channelsOf(reader: Reader, figures: Known["figures"]): Value[] {
  const kinds = [...new Set(reader.channels.flatMap((channel) => channel.words))];
  const count = (ids: string[]) => figures && ids.reduce((sum, id) => sum + (figures.counts[id] ?? 0), 0);
  return kinds.flatMap((kind) => {
    const channels = reader.channels.filter((channel) => channel.words.includes(kind));
    const all: Value = {
      id: kind,
      group: "values",
      value: kind,
      label: kind,
      count: count(channels.map(({ id }) => id)),
    };
    const each = channels.length < 2 ? [] : channels;
    return [
      all,
      ...each.map(
        ({ id, name }): Value => ({ id, group: "values", value: name, label: name, count: count([id]) }),
      ),
    ];
  });
}

function fitsWanted(text: string, wanted: string): boolean {
  return ` ${foldText(text)}`.includes(` ${wanted}`);
}
