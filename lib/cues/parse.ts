import { z } from "zod";
import { type Language, languages } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import { cleanLine } from "@/lib/text/clean";
import { type OwnCue, shortestStem, stepsOf } from "./compile";
import { families } from "./cue";
import { english } from "./en";
import { french } from "./fr";

/** What stands in the way of a line that somebody wrote: `errors.cue.<key>` in messages/ says it in words. */
export type FaultKey = z.output<typeof faultKey>;

/** One line that cannot be used, and a sentence for the person who wrote it. `line` counts from 1. */
export type Fault = { line: number; key: FaultKey; sentence: string };

export const mostOwnCues = 500;
const longestPattern = 120;
const longestReason = 80;
const mostWords = 8;
const mostChoices = 60;

const files = { en: english, fr: french };

/**
 * The organisation's own lines for one language, from outside. Good lines come back ready for compileCues; each bad one
 * comes back with what is wrong and what to do, in `reader`'s language. Never throws.
 */
export function parseCues(
  input: unknown,
  language: Language,
  reader: Language = language,
): { cues: OwnCue[]; faults: Fault[] } {
  const list = z.array(z.unknown()).safeParse(input);
  if (!list.success) return { cues: [], faults: [fault(1, "not_a_list", reader)] };
  const cues: OwnCue[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, each] of list.data.slice(0, mostOwnCues).entries()) {
    const parsed = lineIn(language).safeParse(each);
    if (!parsed.success) {
      for (const key of keysOf(parsed.error)) faults.push(fault(index + 1, key, reader));
      continue;
    }
    const key = parsed.data.pattern.toLowerCase();
    if (seen.has(key)) faults.push(fault(index + 1, "pattern_twice", reader));
    else cues.push(parsed.data);
    seen.add(key);
  }
  if (list.data.length > mostOwnCues) faults.push(fault(mostOwnCues + 1, "too_many", reader));
  return { cues, faults };
}

function lineIn(language: Language) {
  return z.object(
    {
      family: z.enum([...families, "none"], { error: "family_unknown" }),
      pattern: z
        .string({ error: "pattern_empty" })
        .max(longestPattern, { error: "pattern_long", abort: true })
        .transform((text) => cleanLine(text, longestPattern))
        .superRefine((pattern, context) => {
          const problem = problemOf(pattern, language);
          if (problem) context.addIssue({ code: "custom", message: problem });
        }),
      reason: z
        .string({ error: "reason_empty" })
        .transform((text) => cleanLine(text, longestReason))
        .pipe(z.string().min(1, { error: "reason_empty" })),
      weight: z
        .number({ error: "weight_range" })
        .gt(0, { error: "weight_range" })
        .max(6, { error: "weight_range" }),
      state: z.enum(["on", "off"], { error: "state_unknown" }).default("on"),
    },
    { error: "not_a_line" },
  );
}

function problemOf(pattern: string, language: Language): FaultKey | null {
  if (pattern === "") return "pattern_empty";
  for (const choice of pattern.split(/[\s|]+/)) {
    if (!choice.includes("*")) continue;
    if (choice.indexOf("*") !== choice.length - 1) return "star_inside";
    if (choice.length - 1 < shortestStem) return "stem_short";
  }
  const pieces = pattern.split(/\s+/);
  if (pieces[0] === "..." || pieces.at(-1) === "..." || pattern.includes("... ...")) return "gap_outside";
  if (pieces.indexOf("^", 1) !== -1) return "start_inside";
  if (pieces.some((piece) => piece !== "|" && piece.split("|").some((choice) => choice === "")))
    return "choice_empty";
  const steps = stepsOf(pattern, files[language]);
  if (steps.length === 0) return "pattern_wordless";
  if (steps.length > mostWords || steps.some(({ words }) => words.length > mostChoices))
    return "pattern_long";
  const { fillers } = files[language];
  if (steps.every(({ words }) => words.every((word) => fillers.has(word) || word === "#"))) {
    return "pattern_everywhere";
  }
  return null;
}

function keysOf(error: z.ZodError): FaultKey[] {
  const known = error.issues.map(({ message }) => faultKey.safeParse(message).data ?? "not_a_line");
  return [...new Set(known)];
}

const faultKey = z.enum([
  "not_a_list",
  "not_a_line",
  "family_unknown",
  "pattern_empty",
  "pattern_long",
  "pattern_twice",
  "pattern_wordless",
  "pattern_everywhere",
  "star_inside",
  "stem_short",
  "gap_outside",
  "start_inside",
  "choice_empty",
  "reason_empty",
  "weight_range",
  "state_unknown",
  "too_many",
]);

function fault(line: number, key: FaultKey, reader: Language): Fault {
  const words = sentence(languages.includes(reader) ? reader : "en", `errors.cue.${key}`);
  return { line, key, sentence: words ?? key };
}
