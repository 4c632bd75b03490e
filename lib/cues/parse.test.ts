import fc from "fast-check";
import { expect, test } from "vitest";
import { sentence } from "@/lib/sentences";
import { cueBook } from "./book";
import { reasonKeys } from "./cue";
import { findCues } from "./find";
import { parseCues } from "./parse";
import { reasonText } from "./reason-text";

const good = { family: "complaint", pattern: "lid ... leak*|drip*", reason: "lid leaks", weight: 3 };

test("a good line is taken as it is, and works", () => {
  const { cues, faults } = parseCues([good], "en");
  expect(faults).toEqual([]);
  expect(cues).toEqual([{ ...good, state: "on" }]);
  const text = "the lid of it is dripping";
  const found = findCues(text, "en", cueBook({ en: cues, fr: [] })).find(
    (each) => each.reason === "lid leaks",
  );
  expect(found && text.slice(found.at, found.at + found.length)).toBe("lid of it is dripping");
});

test.each([
  ["no words", { ...good, pattern: "  " }, "pattern_empty"],
  ["a star inside", { ...good, pattern: "re*fund" }, "star_inside"],
  ["two letters before a star", { ...good, pattern: "re*" }, "stem_short"],
  ["dots at the end", { ...good, pattern: "lid ..." }, "gap_outside"],
  ["nothing beside a bar", { ...good, pattern: "lid| broken" }, "choice_empty"],
  ["only small words", { ...good, pattern: "the|a is" }, "pattern_everywhere"],
  ["only marks", { ...good, pattern: ",;" }, "pattern_wordless"],
  ["ten words", { ...good, pattern: "one two three four five six seven eight nine ten" }, "pattern_long"],
  ["a beginning in the middle", { ...good, pattern: "lid ^ leaks" }, "start_inside"],
  ["an unknown family", { ...good, family: "joy" }, "family_unknown"],
  ["no reason", { ...good, reason: "" }, "reason_empty"],
  ["a weight of a hundred", { ...good, weight: 100 }, "weight_range"],
  ["a weight that is a word", { ...good, weight: "much" }, "weight_range"],
  ["not an object", "broken", "not_a_line"],
])("%s is refused with a sentence in the language of the reader", (_, line, key) => {
  const { cues, faults } = parseCues([good, line], "en", "fr");
  expect(cues).toHaveLength(1);
  expect(faults).toMatchObject([{ line: 2, key }]);
  expect(faults[0]?.sentence).toMatch(/^\p{Lu}.+\.$/u);
});

test("the same phrase twice is refused once", () => {
  expect(parseCues([good, good], "en").faults).toMatchObject([{ line: 2, key: "pattern_twice" }]);
});

test("whatever comes from outside, an answer comes back", () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      const { cues, faults } = parseCues([input], "fr");
      expect(cues.length + Math.min(1, faults.length)).toBe(1);
      parseCues(input, "fr");
    }),
  );
});

test("any pattern that is taken can be made ready", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (pattern) => {
      const { cues } = parseCues([{ ...good, pattern }], "fr");
      if (cues.length > 0) findCues(pattern, "fr", cueBook({ en: [], fr: cues }));
    }),
    { numRuns: 10 },
  );
});

test("a reason of ours has words in both languages, one of the organisation is its own", () => {
  expect(reasonText("broken", "en")).toBe("broken or damaged");
  expect(reasonText("broken", "fr")).toBe("cassé ou abîmé");
  expect(reasonText("lid leaks", "fr")).toBe("lid leaks");
  for (const key of reasonKeys) {
    expect(sentence("en", `cues.reasons.${key}`)).not.toBeNull();
    expect(sentence("fr", `cues.reasons.${key}`)).not.toBeNull();
  }
});
