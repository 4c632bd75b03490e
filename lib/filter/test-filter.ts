import fc from "fast-check";
import {
  type Filter,
  hasWords,
  isWords,
  kindWords,
  promiseWords,
  riskWords,
  type Term,
  type TextTerm,
} from "./types";

const name = fc.constantFrom(
  ...["me", "none", "nobody", "mine", "Inès Carpentier", "ines", "Tom", "Salma Idrissi", "zork"],
  ...[
    "Care",
    "legal",
    "Legal",
    "Marmelune",
    "email",
    "form",
    "note",
    "shop",
    "Contact form",
    "refund",
    "vip",
  ],
);
const word = fc.constantFrom("kettle", "fêlée", "casserole,", "l'été", "10:30", "(sic)", "a-b");

function term(): fc.Arbitrary<Term> {
  const not = fc.boolean();
  const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ key: fc.constant("is" as const), not, values: some(fc.constantFrom(...isWords)) }),
    fc.record({ key: fc.constant("has" as const), not, values: some(fc.constantFrom(...hasWords)) }),
    fc.record({ key: fc.constant("kind" as const), not, values: some(fc.constantFrom(...kindWords)) }),
    fc.record({ key: fc.constant("promise" as const), not, values: some(fc.constantFrom(...promiseWords)) }),
    fc.record({ key: fc.constant("risk" as const), not, values: some(fc.constantFrom(...riskWords)) }),
    fc.record({
      key: fc.constantFrom("channel", "tag", "assignee", "team", "brand", "from", "subject", "reason"),
      not,
      values: some(name),
    }),
    fc.record({
      key: fc.constantFrom("before", "after"),
      not,
      values: fc.tuple(
        fc.constantFrom(
          "today",
          "yesterday",
          "1d",
          "7d",
          "2w",
          "36h",
          "2m",
          "1y",
          "2026-11-20",
          "2026-10-25",
        ),
      ),
    }),
    fc.record({
      key: fc.constantFrom("waited", "due"),
      not,
      values: fc.tuple(fc.constantFrom("0h", "1h", "4h", "24h", "3d", "2w", "1y")),
    }),
    fc.record({
      key: fc.constant("number" as const),
      not,
      values: some(fc.integer({ min: 1001, max: 1080 })),
    }),
  );
}

function textTerm(): fc.Arbitrary<TextTerm> {
  return fc.oneof(
    fc.record({ words: word, exact: fc.constant(false), not: fc.boolean() }),
    fc.record({
      words: fc.tuple(word, word).map((two) => two.join(" ")),
      exact: fc.constant(true),
      not: fc.boolean(),
    }),
  );
}

/** Any filter that can be typed. */
export function anyFilter(): fc.Arbitrary<Filter> {
  return fc.record({
    terms: fc.array(term(), { maxLength: 5 }),
    text: fc.array(textTerm(), { maxLength: 3 }),
  });
}
