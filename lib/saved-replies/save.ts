import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { columnsOfScope, scope, texts, usable } from "./scope";

export const savedReplyInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 80))
    .pipe(z.string().min(1)),
  texts: texts.min(1),
  scope: scope.default({ for: "everybody" }),
  /** One of the model answers that somebody new is shown first. */
  isModel: z.boolean().default(false),
  /** Uploads of mine, and files that it has already; those left out go. */
  fileIds: z.array(z.uuid()).max(10).default([]),
});
type Input = z.output<typeof savedReplyInput>;

/** A text for many answers. Throws `conflict` when there is one of this name in this scope. */
export async function createSavedReply(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, "saved_reply.edit");
  const columns = await columnsOfScope(actor, input.scope);
  const id = newId();
  return transact(async (tx) => {
    const made = await tx.execute(sql`
      insert into saved_replies (id, name, texts, is_model, owner_id, team_id, brand_id)
      values (${id}, ${input.name}, ${JSON.stringify(input.texts)}::jsonb, ${input.isModel},
        ${columns.ownerId}::uuid, ${columns.teamId}::uuid, ${columns.brandId}::uuid) on conflict do nothing`);
    if (made.rowCount === 0) fail("conflict", "saved_reply.name_taken");
    await keepFiles(tx, actor, id, input.fileIds);
    return { id };
  });
}

export async function updateSavedReply(actor: Actor, input: Input & { savedReplyId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  const columns = await columnsOfScope(actor, input.scope);
  const id = input.savedReplyId;
  await transact(async (tx) => {
    const found = await tx.execute(
      sql`select 1 from saved_replies s where s.id = ${id} and s.archived_at is null and ${usable(actor)} for update`,
    );
    if (found.rows.length === 0) fail("not_found", "not_found");
    const scopeKey = sql`coalesce(${columns.ownerId}::uuid, ${columns.teamId}::uuid, ${columns.brandId}::uuid)`;
    const taken = await tx.execute(sql`
      select 1 from saved_replies s where lower(s.name) = lower(${input.name}) and s.archived_at is null and s.id <> ${id}
        and coalesce(s.owner_id, s.team_id, s.brand_id) is not distinct from ${scopeKey}`);
    if (taken.rows.length > 0) fail("conflict", "saved_reply.name_taken");
    await tx.execute(sql`
      update saved_replies set name = ${input.name}, texts = ${JSON.stringify(input.texts)}::jsonb, is_model = ${input.isModel},
        owner_id = ${columns.ownerId}::uuid, team_id = ${columns.teamId}::uuid, brand_id = ${columns.brandId}::uuid, updated_at = now()
      where id = ${id}`);
    await keepFiles(tx, actor, id, input.fileIds);
  });
}

/** Out of the list, with what it counted; it can be taken back. */
export async function archiveSavedReply(actor: Actor, input: { savedReplyId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  await transact(async (tx) => {
    const gone = await tx.execute(sql`
      update saved_replies s set archived_at = now()
      where s.id = ${input.savedReplyId} and s.archived_at is null and ${usable(actor)}`);
    if (gone.rowCount === 0) fail("not_found", "not_found");
  });
}

/** Back into the list. Throws `conflict` when another one has taken its name meanwhile. */
export async function restoreSavedReply(actor: Actor, input: { savedReplyId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  await transact(async (tx) => {
    const back = await tx.execute<{ isFree: boolean }>(sql`
      select not exists (select 1 from saved_replies o where o.archived_at is null and lower(o.name) = lower(s.name)
        and coalesce(o.owner_id, o.team_id, o.brand_id) is not distinct from coalesce(s.owner_id, s.team_id, s.brand_id)) as "isFree"
      from saved_replies s where s.id = ${input.savedReplyId} and s.archived_at is not null and ${usable(actor)} for update`);
    const found = back.rows[0] ?? fail("not_found", "not_found");
    if (!found.isFree) fail("conflict", "saved_reply.name_taken");
    await tx.execute(sql`update saved_replies set archived_at = null where id = ${input.savedReplyId}`);
  });
}

/** Takes uploads over from their author: the bytes stay where they are, the row becomes the saved reply's. */
async function keepFiles(tx: Tx, actor: Actor, savedReplyId: string, fileIds: string[]): Promise<void> {
  const ids = `{${fileIds.join(",")}}`;
  await tx.execute(sql`
    delete from saved_reply_files where saved_reply_id = ${savedReplyId} and id <> all(${ids}::uuid[])`);
  await tx.execute(sql`
    with mine as (
      delete from attachments where id = any(${ids}::uuid[]) and uploaded_by = ${actor.id} and message_id is null
      returning id, name, content_type, size, sha256, storage_key
    )
    insert into saved_reply_files (id, saved_reply_id, name, content_type, size, sha256, storage_key)
    select id, ${savedReplyId}, name, content_type, size, sha256, storage_key from mine`);
  const held = await tx.execute(sql`
    select 1 from saved_reply_files where saved_reply_id = ${savedReplyId} and id = any(${ids}::uuid[])`);
  if (held.rows.length !== new Set(fileIds).size) fail("invalid", "reply.files");
}
