import { z } from "zod";
import { cleanLine, cleanText } from "@/lib/text/clean";

const tagName = z
  .string()
  .transform((name) => cleanLine(name, 40).toLowerCase())
  .pipe(z.string().min(1));

/** One thing that a macro does to a conversation, after its words. */
export const macroAction = z.discriminatedUnion("do", [
  /** Null: nobody's. "me": whoever runs it. */
  z.object({ do: z.literal("assign"), agentId: z.union([z.uuid(), z.literal("me")]).nullable() }),
  z.object({ do: z.literal("team"), teamId: z.uuid().nullable() }),
  z.object({ do: z.literal("tag"), name: tagName }),
  z.object({ do: z.literal("untag"), name: tagName }),
  z.object({
    do: z.literal("note"),
    text: z
      .string()
      .max(5000)
      .transform((text) => cleanText(text, 5000).trim())
      .pipe(z.string().min(1)),
  }),
  z.object({ do: z.literal("pin"), pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
  z.object({ do: z.literal("wait") }),
  /** In words, read when it is run: "tomorrow 9", "vendredi". */
  z.object({
    do: z.literal("snooze"),
    until: z
      .string()
      .transform((until) => cleanLine(until, 80))
      .pipe(z.string().min(1)),
  }),
  z.object({ do: z.literal("resolve") }),
]);
export type MacroAction = z.output<typeof macroAction>;

/** Where the conversation is afterwards: at most one of these has the last word. */
const ends: ReadonlyArray<MacroAction["do"]> = ["wait", "snooze", "resolve"];

export const macroActions = z
  .array(macroAction)
  .max(12)
  .refine((all) => all.filter((one) => ends.includes(one.do)).length <= 1, {
    message: "their turn, snooze and resolve exclude each other",
  });
