import type { Mark } from "./marked-text";

type Named = { id: string; name: string };

/** Where a text calls one of these by `@name`: the longest name that fits, never the beginning of a longer word. */
export function mentionsIn<T extends Named>(text: string, known: readonly T[]): Array<Mark & { who: T }> {
  if (!text.includes("@")) return [];
  const longest = [...known].filter((one) => one.name !== "").sort((a, b) => b.name.length - a.name.length);
  const found: Array<Mark & { who: T }> = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const before = text[at - 1];
    if (before !== undefined && /[\p{L}\p{N}.]/u.test(before)) continue;
    const who = longest.find((one) => {
      const end = at + 1 + one.name.length;
      return text.startsWith(one.name, at + 1) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    });
    if (who) found.push({ from: at, to: at + 1 + who.name.length, tone: "mention", who });
  }
  return found;
}
