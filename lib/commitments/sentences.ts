export type Span = { text: string; start: number; end: number };

/** The sentences of what somebody writes themselves: without quoted lines and everything below "… wrote:". */
export function sentencesOf(text: string): Span[] {
  const own = text.slice(0, ownEnd(text));
  const spans: Span[] = [];
  for (const line of own.matchAll(/[^\n]+/g)) {
    if (/^\s*>/.test(line[0])) continue;
    for (const match of line[0].matchAll(sentence)) {
      const before = match[0].length - match[0].trimStart().length;
      const words = match[0].trim();
      const start = line.index + match.index + before;
      if (words !== "") spans.push({ text: words, start, end: start + words.length });
    }
  }
  return spans;
}

// A full stop ends a sentence only before a space, and not behind "p.m.", "M." or a single letter.
const sentence =
  /(?:[^.!?]|\.(?=\S)|(?<=\b(?:[a-zA-Z]|Mr|Mrs|Ms|Dr|no|env|tél|nov|oct|dec|déc|sept|av|janv))\.)+[.!?]*/g;

/** The clauses of a sentence: people hedge one half of a sentence and promise in the other. */
export function clausesOf(sentence: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const mark of sentence.matchAll(
    /[,;:–—()]\s|\s(?:and then|but|mais|puis|et ensuite|and(?= you )|et(?= vous \p{L}+ez ))\s/gu,
  )) {
    spans.push({ text: sentence.slice(start, mark.index), start, end: mark.index });
    start = mark.index + mark[0].length;
  }
  spans.push({ text: sentence.slice(start), start, end: sentence.length });
  return spans;
}

function ownEnd(text: string): number {
  const quote =
    /^\s*(?:-{2,}\s*(?:original message|message d[’']origine).*|on .{5,80} wrote:|le .{5,80} a écrit\s?:)\s*$/im.exec(
      text,
    );
  return quote ? quote.index : text.length;
}
