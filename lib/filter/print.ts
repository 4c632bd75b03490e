import type { Filter } from "./types";

/** The filter as text that reads back as the same filter. */
export function printFilter({ terms, text }: Filter): string {
  const printed = terms.map((term) => {
    const minus = term.not ? "-" : "";
    if (term.key === "number") return minus + term.values.map((number) => `#${number}`).join(",");
    return `${minus}${term.key}:${term.values.map(quoteIfNeeded).join(",")}`;
  });
  const words = text.map(
    (term) => (term.not ? "-" : "") + (term.exact || /\s/.test(term.words) ? `"${term.words}"` : term.words),
  );
  return [...printed, ...words].join(" ");
}

export function quoteIfNeeded(value: string): string {
  return /[\s,"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value;
}
