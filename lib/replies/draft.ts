import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { drafts } from "@/db/schema/desk";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { DraftView } from "@/lib/conversations/types";
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

/** Which save of mine this one follows; null overwrites whatever there is. */
export const draftVersion = z.number().int().min(0).nullable().default(null);

/**
 * Keeps my words for a conversation that I may see, until they are sent. `baseVersion` is the version that this window
 * has last seen, 0 for none: when another window of mine has saved since, throws `conflict` with that draft, so that
 * neither text is lost. Throws `not_found`.
 */
export async function saveDraft(
  actor: Actor,
  input: z.output<typeof draftInput> & { conversationId: string; baseVersion: number | null },
): Promise<{ version: number }> {
  if (!can(actor, "conversation.note")) authorize(actor, "conversation.reply");
  const { conversationId, mode, recipients, baseVersion } = input;
  // PostgreSQL has no text with U+0000.
  const text = input.text.replaceAll("\u0000", "");
  const kept = await db.execute<{ version: number }>(sql`
    insert into drafts (agent_id, conversation_id, mode, text, recipients)
    select ${actor.id}, c.id, ${mode}, ${text}, ${JSON.stringify(recipients)}::jsonb
    from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}
    on conflict (agent_id, conversation_id) do update set mode = excluded.mode, text = excluded.text,
      recipients = excluded.recipients, updated_at = now(), version = drafts.version + 1
    where ${baseVersion}::int is null or drafts.version = ${baseVersion}::int or drafts.text = excluded.text
    returning version`);
  const saved = kept.rows[0];
  if (saved) return saved;
  const other = await draftOf(actor, { conversationId });
  if (!other) return fail("not_found", "conversation.not_found");
  return fail("conflict", "draft.elsewhere", {}, { draft: other });
}

/** My words for a conversation, or null. */
export async function draftOf(actor: Actor, input: { conversationId: string }): Promise<DraftView | null> {
  authorize(actor, "conversation.read");
  const found = await db.execute<DraftView>(sql`
    select d.mode, d.text, d.recipients, d.updated_at as "updatedAt", d.version from drafts d join conversations c on c.id = d.conversation_id
    where d.agent_id = ${actor.id} and d.conversation_id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const draft = found.rows[0];
  return draft ? { ...draft, updatedAt: isoText(draft.updatedAt) } : null;
}

/** Throws my words away; nothing to throw away is fine. */
export async function deleteDraft(actor: Actor, input: { conversationId: string }): Promise<void> {
  if (!can(actor, "conversation.note")) authorize(actor, "conversation.reply");
  await db
    .delete(drafts)
    .where(and(eq(drafts.agentId, actor.id), eq(drafts.conversationId, input.conversationId)));
}
