/** What is promised, as far as the verb tells; `other` shows the sentence itself. */
export const promiseKinds = [
  "refund",
  "call",
  "answer",
  "send",
  "replace",
  "repair",
  "deliver",
  "collect",
  "other",
] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** How a language promises. Patterns are asked of one clause, without regard to capitals. */
export type Grammar = {
  commitments: ReadonlyArray<{ pattern: RegExp; kind?: PromiseKind }>;
  kinds: ReadonlyArray<{ kind: PromiseKind; pattern: RegExp }>;
  denied: RegExp;
  hedged: RegExp;
  /** Words that would hedge elsewhere and promise here: "you can count on". All of a clause. */
  firm: RegExp;
  /** Somebody tells what another said. */
  reported: RegExp;
  condition: RegExp;
  /** The same, at the beginning of what follows. */
  conditionAhead: RegExp;
  /** Dates that only mean a date where something is promised; `means` gives words that lib/text/dates.ts reads. */
  dates: ReadonlyArray<{ pattern: RegExp; means(match: RegExpExecArray): string }>;
};
