import { markdownToText } from "@/lib/text/markdown";
import { countedLength, graphemes } from "./mastodon/counting";
import { weighedLength } from "./x/counting";

/**
 * How networks count the length of a text. A channel names its rule; the browser counts by the same function as the
 * server. Pure: no package, no clock.
 */
export const countings = [
  "characters",
  "graphemes",
  "bytes",
  "utf16",
  "graphemes_links_23",
  "x_weight",
] as const;
export type Counting = (typeof countings)[number];

/**
 * Length of what leaves: marks of our light markdown are gone, and whoever must be named and is not, is named in
 * front where the network asks for it (`names`). A text far beyond `max` is only estimated: counting the graphemes
 * of a pasted book takes seconds.
 */
export function lengthBy(
  counting: Counting,
  written: { text: string; names: readonly string[]; max: number | null },
): number {
  const { text, names, max } = written;
  if (max !== null && text.length > max * 20 + 2000) return text.length;
  const missing = names.filter((name) => !text.includes(name));
  return rules[counting]([...missing, markdownToText(text)].filter(Boolean).join(" "));
}

const rules: Record<Counting, (text: string) => number> = {
  characters: (text) => [...text].length,
  graphemes,
  bytes: (text) => new TextEncoder().encode(text).length,
  utf16: (text) => text.length,
  graphemes_links_23: (text) => countedLength(text),
  x_weight: weighedLength,
};
