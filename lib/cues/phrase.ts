import { z } from "zod";
import { languages } from "@/db/enums";
import { fail } from "@/lib/errors";
import type { OwnCue } from "./compile";
import { families } from "./cue";
import { parseCues } from "./parse";

/** A line as somebody writes it; what is wrong with it is said by `readPhrase`, in words. */
export const phraseInput = z.object({
  language: z.enum(languages),
  family: z.enum([...families, "none"]),
  pattern: z.string().max(1000),
  reason: z.string().max(1000),
  weight: z.number(),
});
export type PhraseInput = z.output<typeof phraseInput>;

/** The line ready for use. Throws `invalid` with the first fault. */
export function readPhrase({ language, ...line }: PhraseInput): OwnCue {
  const { cues, faults } = parseCues([{ ...line, state: "on" }], language);
  return cues[0] ?? fail("invalid", `cue.${faults[0]?.key ?? "not_a_line"}`);
}
