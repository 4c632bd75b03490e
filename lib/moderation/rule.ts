import { z } from "zod";
import { cleanLine } from "@/lib/text/clean";

/** A word or phrase; compared without accents and case, on the borders of words. */
const phrase = z
  .string()
  .transform((text) => cleanLine(text, 80))
  .pipe(z.string().min(1));

/**
 * What a message must be like: every condition that is set must hold, and of a list any one. No regular expressions:
 * what anybody may type must not be able to hang the reading of everybody's mail.
 */
export const conditions = z
  .object({
    words: z.array(phrase).max(200).default([]),
    /** Handles, addresses or, with a leading @, whole domains of mail ("@spam.example"). */
    authors: z.array(phrase).max(200).default([]),
    channelIds: z.array(z.uuid()).max(50).default([]),
    reach: z.enum(["any", "public", "private"]).default("any"),
    hasLink: z.boolean().default(false),
    /** More people named than this (@somebody); null: however many. */
    mentionsOver: z.number().int().min(0).max(100).nullable().default(null),
    /** Nothing of theirs was here before. */
    isNewAuthor: z.boolean().default(false),
  })
  .refine(
    (c) =>
      c.words.length > 0 ||
      c.authors.length > 0 ||
      c.hasLink ||
      c.mentionsOver !== null ||
      c.isNewAuthor ||
      c.channelIds.length > 0 ||
      c.reach !== "any",
    "rule.no_condition",
  );
export type Conditions = z.output<typeof conditions>;

export const ruleAction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("spam") }),
  z.object({ kind: z.literal("close") }),
  z.object({
    kind: z.literal("tag"),
    name: z
      .string()
      .transform((name) => cleanLine(name, 40).toLowerCase())
      .pipe(z.string().min(1)),
  }),
  z.object({ kind: z.literal("assign"), teamId: z.uuid() }),
  z.object({ kind: z.literal("restrict"), agentIds: z.array(z.uuid()).min(1).max(20) }),
  /** On the network itself, where its channel can. */
  z.object({ kind: z.literal("hide") }),
  z.object({ kind: z.literal("like") }),
]);
export type RuleAction = z.output<typeof ruleAction>;

export const ruleInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 80))
    .pipe(z.string().min(1)),
  brandId: z.uuid().nullable().default(null),
  conditions,
  actions: z.array(ruleAction).min(1).max(7),
  isLast: z.boolean().default(true),
  isOn: z.boolean().default(true),
});

/** One action of a rule and what came of it. */
export type Deed = {
  kind: RuleAction["kind"];
  /**
   * `nothing`: it was so already, or the channel cannot; `waiting`: to be done on the network; `kept`: somebody had
   * changed it since, so that it was not undone.
   */
  state: "done" | "nothing" | "waiting" | "failed" | "undone" | "kept";
  /** The event of the change, which an undo takes back. */
  eventId: number | null;
  /** Why it failed: a code of lib/channels, or null. */
  code: string | null;
};
