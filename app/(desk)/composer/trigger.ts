/** A sign typed at the start of a word that asks for a list: `;` for saved replies, `@` for colleagues. */
export type Trigger = {
  sign: ";" | "@";
  /** What has been typed after it. */
  query: string;
  /** Its place in the text, the sign included. */
  from: number;
  to: number;
};

const patterns = {
  // A space right after it is French punctuation (« mot ; suite »), not a question.
  ";": /(?:^|\s);((?:[^\s;][^;\n]{0,40})?)$/u,
  "@": /(?:^|[\s(])@((?:[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}'’.-]*){0,2})?)$/u,
};

/** The sign that the caret stands behind, or null. Looks back only as far as a name is long. */
export function triggerAt(text: string, caret: number, signs: readonly Trigger["sign"][]): Trigger | null {
  const start = Math.max(0, caret - 60);
  const before = text.slice(start, caret);
  for (const sign of signs) {
    const found = patterns[sign].exec(before);
    if (found?.[1] !== undefined) {
      return { sign, query: found[1], from: caret - found[1].length - 1, to: caret };
    }
  }
  return null;
}

/** "ines" finds "Inès", and "ref fra" finds "refund (France)": every word must begin one. */
export function fits(query: string, name: string): boolean {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const parts = plain(name).split(/[\s'’.,()@-]+/);
  return words.every((word) => parts.some((part) => part.startsWith(word)));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
