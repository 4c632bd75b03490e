import { filterKeys } from "./types";

/** A piece of the typed text. `start` and `end` are places in it; `key` is null for words without one. */
export type Token = { start: number; end: number; not: boolean; key: string | null; values: TokenValue[] };
export type TokenValue = { text: string; quoted: boolean; start: number; end: number };

/** Cuts typed text into its pieces; a quotation mark that is never closed reaches to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    const start = at;
    const not = text[at] === "-" && /\S/.test(text[at + 1] ?? "");
    if (not) at += 1;
    // Not the colon of an address on the web, nor of a time of day.
    const key = /^([a-z_]{2,20}):(?!\/\/)/i.exec(text.slice(at, at + 22))?.[1]?.toLowerCase() ?? null;
    const isKnown = filterKeys.some((known) => known === key);
    if (key !== null && isKnown) at += key.length + 1;
    const values: TokenValue[] = [];
    const splits = isKnown || text[at] === "#";
    do {
      const value = readValue(text, at, splits);
      values.push(value);
      at = value.end;
    } while (splits && text[at] === "," && ++at <= text.length);
    tokens.push({ start, end: at, not, key, values });
  }
  return tokens;
}

function readValue(text: string, from: number, splits: boolean): TokenValue {
  if (text[from] === '"') {
    const close = text.indexOf('"', from + 1);
    const end = close < 0 ? text.length : close + 1;
    return { text: text.slice(from + 1, close < 0 ? end : close), quoted: true, start: from, end };
  }
  let end = from;
  while (end < text.length && !/\s/.test(text[end] ?? "") && !(splits && text[end] === ",")) end += 1;
  return { text: text.slice(from, end), quoted: false, start: from, end };
}
