import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { drafts } from "@/db/schema/desk";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";

const address = z.string().max(320);

export const draftInput = z.object({
  mode: z.enum(["public", "private", "note"]),
  text: z.string().max(100_000),
  /** Null: whoever the conversation is with. */
  recipients: z
    .object({ to: z.array(address).max(50), cc: z.array(address).max(50), bcc: z.array(address).max(50) })
    .nullable()
    .default(null),
});

/** Keeps my words for a conversation that I may see, until they are sent. Throws `not_found`. */
export async function saveDraft(
  actor: Actor,
  input: z.output<typeof draftInput> & { conversationId: string },
): Promise<void> {
  if (!can(actor, "conversation.note")) authorize(actor, "conversation.reply");
  const { conversationId, mode, recipients } = input;
  // PostgreSQL has no text with U+0000.
  const text = input.text.replaceAll("\u0000", "");
  const kept = await db.execute(sql`
    insert into drafts (agent_id, conversation_id, mode, text, recipients)
    select ${actor.id}, c.id, ${mode}, ${text}, ${JSON.stringify(recipients)}::jsonb
    from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}
    on conflict (agent_id, conversation_id) do update set mode = excluded.mode, text = excluded.text,
      recipients = excluded.recipients, updated_at = now()`);
  if (kept.rowCount === 0) fail("not_found", "conversation.not_found");
}

/** Throws my words away; nothing to throw away is fine. */
export async function deleteDraft(actor: Actor, input: { conversationId: string }): Promise<void> {
  if (!can(actor, "conversation.note")) authorize(actor, "conversation.reply");
  await db
    .delete(drafts)
    .where(and(eq(drafts.agentId, actor.id), eq(drafts.conversationId, input.conversationId)));
}
