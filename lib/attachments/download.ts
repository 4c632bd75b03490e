import type { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { open, remove } from "@/lib/files";

export type Download = { name: string; contentType: string; size: number; stream: Readable };

/** A file of a conversation that I may see, or one of mine that waits for its message. Throws `not_found`. */
export async function download(actor: Actor, input: { fileId: string }): Promise<Download> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ name: string; contentType: string; size: number; key: string }>(sql`
    select f.name, f.content_type as "contentType", f.size::int as size, f.storage_key as key
    from attachments f left join conversations c on c.id = f.conversation_id
    where f.id = ${input.fileId}
      and ((c.id is null and f.uploaded_by = ${actor.id}) or (c.id is not null and ${visible(actor, columnsOf("c"))}))`);
  const row = found.rows[0] ?? fail("not_found", "file.gone");
  return { name: row.name, contentType: row.contentType, size: row.size, stream: await open(row.key) };
}

/** Takes back a file of mine that was not sent. */
export async function discard(actor: Actor, input: { fileId: string }): Promise<void> {
  authorize(actor, "conversation.read");
  const gone = await db.execute<{ key: string }>(sql`
    delete from attachments where id = ${input.fileId} and uploaded_by = ${actor.id} and message_id is null
    returning storage_key as key`);
  const row = gone.rows[0] ?? fail("not_found", "file.gone");
  await remove(row.key);
}
