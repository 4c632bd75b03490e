import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { wake } from "@/lib/live/wake";

/** Some by their ids, those of one conversation, or all. */
export const readInput = z.union([
  z.object({ ids: z.array(z.uuid()).min(1).max(200) }),
  z.object({ conversationId: z.uuid() }),
  z.object({ all: z.literal(true) }),
]);

/** I have seen these: they are no longer counted, and neither mail nor push will tell of them. */
export async function markNoticesRead(actor: Actor, input: z.output<typeof readInput>): Promise<void> {
  authorize(actor, "profile.edit");
  const which =
    "ids" in input
      ? sql`id = any(${`{${input.ids.join(",")}}`}::uuid[])`
      : "conversationId" in input
        ? sql`conversation_id = ${input.conversationId}`
        : sql`true`;
  const read = await db.execute(sql`
    update notifications set read_at = now(), mail_after = null, push_after = null
    where agent_id = ${actor.id} and read_at is null and ${which}`);
  if (read.rowCount) wake("notices");
}
