import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fileUrl } from "@/lib/attachments/upload";
import type { FileView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { usable } from "./scope";

/** Copies the files of a saved reply as uploads of mine, for the answer that I am writing; the bytes are shared. */
export async function takeSavedReplyFiles(
  actor: Actor,
  input: { savedReplyId: string },
): Promise<FileView[]> {
  authorize(actor, "conversation.reply");
  return transact(async (tx) => {
    const found = await tx.execute(sql`
      select 1 from saved_replies s where s.id = ${input.savedReplyId} and s.archived_at is null and ${usable(actor)}`);
    if (found.rows.length === 0) fail("not_found", "not_found");
    const files = await tx.execute<{ id: string }>(
      sql`select id from saved_reply_files where saved_reply_id = ${input.savedReplyId} order by id`,
    );
    const taken: FileView[] = [];
    for (const file of files.rows) {
      const made = await tx.execute<Omit<FileView, "url">>(sql`
        insert into attachments (id, uploaded_by, name, content_type, size, sha256, storage_key)
        select ${newId()}, ${actor.id}, name, content_type, size, sha256, storage_key from saved_reply_files where id = ${file.id}
        returning id, name, content_type as "contentType", size::int as size, content_id as "contentId", description`);
      taken.push(...made.rows.map((row) => ({ ...row, url: fileUrl(row.id) })));
    }
    return taken;
  });
}

export type Use = { id: string; isEdited: boolean };

/** Of the saved replies that an answer says it was made from, those that its author may use. */
export async function usedBy(tx: Tx, author: Actor, uses: readonly Use[]): Promise<Use[]> {
  if (uses.length === 0) return [];
  const ids = `{${uses.map((use) => use.id).join(",")}}`;
  const known = await tx.execute<{ id: string }>(
    sql`select s.id from saved_replies s where s.id = any(${ids}::uuid[]) and ${usable(author)}`,
  );
  return uses.filter((use) => known.rows.some((row) => row.id === use.id));
}

/** Notes which saved replies a reply was made from, in the transaction that lets it go; see `usedBy`. */
export async function recordUses(
  tx: Tx,
  input: {
    conversationId: string;
    messageId: string;
    savedReplies: readonly Use[];
  },
): Promise<void> {
  for (const { id, isEdited } of input.savedReplies) {
    await tx.execute(sql`
      insert into saved_reply_uses (saved_reply_id, conversation_id, message_id, is_edited)
      select s.id, ${input.conversationId}, ${input.messageId}, ${isEdited} from saved_replies s
      where s.id = ${id} on conflict do nothing`);
  }
}
