import { sql } from "drizzle-orm";
import type { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { isoText } from "@/lib/conversations/load-rows";
import type { SharedDraftView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import type { draftInput } from "./draft";

type Words = z.output<typeof draftInput>;

/** Moves my words to the conversation, where colleagues see them and one at a time writes on. */
export async function shareDraft(actor: Actor, input: Words & { conversationId: string }): Promise<void> {
  authorize(actor, "conversation.note");
  await transact(async (tx) => {
    await changeConversation(tx, actor, { id: input.conversationId, type: "draft.shared", set: null });
    const shared = await tx.execute(sql`
      insert into shared_drafts (conversation_id, holder_id, mode, text, recipients)
      values (${input.conversationId}, ${actor.id}, ${input.mode}, ${clean(input.text)}, ${JSON.stringify(input.recipients)}::jsonb)
      on conflict (conversation_id) do nothing returning version`);
    if (shared.rows.length === 0) await refuse(tx, actor, input);
    await tx.execute(
      sql`delete from drafts where agent_id = ${actor.id} and conversation_id = ${input.conversationId}`,
    );
  });
}

/**
 * Writes on in the shared draft, which only its holder may. Whoever has lost it meanwhile keeps the words as a draft of
 * their own, and is told who has it (`conflict`, with `holder`).
 */
export async function saveSharedDraft(
  actor: Actor,
  input: Words & { conversationId: string },
): Promise<{ version: number }> {
  authorize(actor, "conversation.note");
  const outcome = await transact(async (tx) => {
    const saved = await tx.execute<{ version: number }>(sql`
      update shared_drafts s set mode = ${input.mode}, text = ${clean(input.text)}, recipients = ${JSON.stringify(input.recipients)}::jsonb,
        updated_at = now(), version = s.version + 1
      from conversations c where c.id = s.conversation_id and s.conversation_id = ${input.conversationId}
        and s.holder_id = ${actor.id} and ${visible(actor, columnsOf("c"))} returning s.version`);
    if (saved.rows[0]) return { version: saved.rows[0].version, holder: null };
    const now = await sharedDraftOf(actor, { conversationId: input.conversationId });
    if (now && now.text !== clean(input.text)) await keepAsOwn(tx, actor, input);
    return { version: 0, holder: now?.holder ?? null };
  });
  if (outcome.version > 0) return { version: outcome.version };
  if (outcome.holder === null) return fail("not_found", "draft.not_shared");
  return fail("conflict", "draft.held_by", { name: outcome.holder.name }, { holder: outcome.holder });
}

/** Takes the shared draft over, with one click; the former holder sees it at once. */
export async function takeSharedDraft(
  actor: Actor,
  input: { conversationId: string },
): Promise<SharedDraftView> {
  authorize(actor, "conversation.note");
  await transact(async (tx) => {
    const taken = await tx.execute<{ from: string }>(sql`
      update shared_drafts s set holder_id = ${actor.id}, held_since = now(), version = s.version + 1
      from conversations c, shared_drafts old
      where c.id = s.conversation_id and old.conversation_id = s.conversation_id and s.conversation_id = ${input.conversationId}
        and ${visible(actor, columnsOf("c"))} returning old.holder_id as from`);
    const before = taken.rows[0] ?? fail("not_found", "draft.not_shared");
    if (before.from === actor.id) return;
    await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "draft.taken",
      set: null,
      more: { from: before.from },
    });
  });
  return (await sharedDraftOf(actor, input)) ?? fail("not_found", "draft.not_shared");
}

/** Ends the sharing: the words become the holder's own draft again. */
export async function unshareDraft(actor: Actor, input: { conversationId: string }): Promise<void> {
  authorize(actor, "conversation.note");
  await transact(async (tx) => {
    const ended = await tx.execute<Words>(sql`
      delete from shared_drafts s using conversations c where c.id = s.conversation_id and s.conversation_id = ${input.conversationId}
        and s.holder_id = ${actor.id} and ${visible(actor, columnsOf("c"))} returning s.mode, s.text, s.recipients`);
    const words = ended.rows[0] ?? fail("not_found", "draft.not_shared");
    if (words.text.trim() !== "") await keepAsOwn(tx, actor, { ...input, ...words });
    await changeConversation(tx, actor, { id: input.conversationId, type: "draft.closed", set: null });
  });
}

export async function sharedDraftOf(
  actor: Actor,
  input: { conversationId: string },
): Promise<SharedDraftView | null> {
  authorize(actor, "conversation.read");
  const found = await db.execute<SharedDraftView>(sql`
    select s.mode, s.text, s.recipients, jsonb_build_object('id', a.id, 'name', a.name) as holder, s.held_since as "heldSince",
      s.updated_at as "updatedAt", s.version
    from shared_drafts s join conversations c on c.id = s.conversation_id join agents a on a.id = s.holder_id
    where s.conversation_id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const draft = found.rows[0];
  return draft
    ? { ...draft, heldSince: isoText(draft.heldSince), updatedAt: isoText(draft.updatedAt) }
    : null;
}

/** Below what is there already: neither text is lost. */
async function keepAsOwn(tx: Tx, actor: Actor, input: Words & { conversationId: string }): Promise<void> {
  await tx.execute(sql`
    insert into drafts (agent_id, conversation_id, mode, text, recipients)
    values (${actor.id}, ${input.conversationId}, ${input.mode}, ${clean(input.text)}, ${JSON.stringify(input.recipients)}::jsonb)
    on conflict (agent_id, conversation_id) do update set version = drafts.version + 1, updated_at = now(),
      text = case when excluded.text like drafts.text || '%' then excluded.text else drafts.text || E'\n\n' || excluded.text end`);
}

async function refuse(tx: Tx, actor: Actor, input: { conversationId: string }): Promise<never> {
  const held = await tx.execute<{ id: string; name: string }>(sql`
    select a.id, a.name from shared_drafts s join agents a on a.id = s.holder_id where s.conversation_id = ${input.conversationId}`);
  const holder = held.rows[0];
  return holder
    ? fail("conflict", "draft.held_by", { name: holder.name }, { holder })
    : fail("conflict", "draft.not_shared", {}, { by: actor.id });
}

function clean(text: string): string {
  return text.replaceAll("\u0000", "");
}
