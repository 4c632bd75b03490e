import { cleanLine, withoutDirections } from "./clean";

/**
 * The first words for a row: one line, no control characters, cut at a word where one ends nearby, with "…".
 * Right-to-left text comes between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it cannot turn
 * around what stands beside it.
 */
export function excerpt(text: string, max = 140): string {
  const line = withoutDirections(cleanLine(text.slice(0, max * 20), max * 2));
  return isolated(line.length > max ? cut(line, max) : line);
}

/** The same protection for a name or a subject that stands in a sentence of ours. */
export function isolated(line: string): string {
  const plain = withoutDirections(line);
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(plain)
    ? `\u2068${plain}\u2069`
    : plain;
}

function cut(line: string, max: number): string {
  const head = line.slice(0, max - 1).replace(/\p{Surrogate}/gu, "");
  const space = head.lastIndexOf(" ");
  return `${(space > max * 0.7 ? head.slice(0, space) : head).trimEnd()}…`;
}
