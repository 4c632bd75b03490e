import { z } from "zod";
import { noReplyReasons } from "@/db/enums";

/** What can be done to many at once, and with what. */
export const bulkAct = z.discriminatedUnion("verb", [
  z.object({ verb: z.literal("assign"), agentId: z.uuid().nullable() }),
  z.object({ verb: z.literal("team"), teamId: z.uuid().nullable() }),
  z.object({ verb: z.literal("resolve") }),
  z.object({ verb: z.literal("reopen") }),
  z.object({ verb: z.literal("wait") }),
  z.object({ verb: z.literal("snooze"), until: z.iso.datetime({ offset: true }) }),
  z.object({ verb: z.literal("tag"), name: z.string().trim().min(1).max(40) }),
  z.object({ verb: z.literal("untag"), name: z.string().trim().min(1).max(40) }),
  z.object({ verb: z.literal("spam") }),
  z.object({ verb: z.literal("noReply"), reason: z.enum(noReplyReasons) }),
  z.object({ verb: z.literal("pin"), pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }),
  z.object({ verb: z.literal("merge"), survivorId: z.uuid(), mayMixCustomers: z.enum(["yes", "no"]) }),
  z.object({
    verb: z.literal("reply"),
    /** May hold names in braces, such as {{customer.first_name}}: each gets their own. */
    text: z.string().trim().min(1).max(20_000),
    afterwards: z.enum(["stay", "resolve"]),
    /** Names of private facts that the author wants in public texts. */
    confirmed: z.array(z.string().max(500)).max(50),
  }),
]);
export type BulkAct = z.output<typeof bulkAct>;
export type BulkVerb = BulkAct["verb"];
