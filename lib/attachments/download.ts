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
    from attachments f left join conversations c on c.id = survivor_of(f.conversation_id)
    where f.id = ${input.fileId}
      and ((c.id is null and (f.uploaded_by = ${actor.id} or ${isHeldInSight(actor)})) or (c.id is not null and ${visible(actor, columnsOf("c"))}))`);
  const row = found.rows[0] ?? fail("not_found", "file.gone");
  return { name: row.name, contentType: row.contentType, size: row.size, stream: await open(row.key) };
}

/** Takes back a file of mine that was not sent. */
export async function discard(actor: Actor, input: { fileId: string }): Promise<void> {
  authorize(actor, "conversation.read");
  const gone = await db.execute<{ key: string }>(sql`
    delete from attachments where id = ${input.fileId} and uploaded_by = ${actor.id} and message_id is null and not ${isHeld}
    returning storage_key as key`);
  const row = gone.rows[0] ?? fail("not_found", "file.gone");
  await remove(row.key);
}

/** Somebody says yes to a reply with its files, so they stay with it. */
const isHeld = sql`exists (select 1 from held_replies h where h.state in ('awaiting', 'scheduled') and h.attachment_ids ? attachments.id::text)`;

function isHeldInSight(actor: Actor) {
  return sql`exists (select 1 from held_replies h join conversations c on c.id = h.conversation_id
    where h.attachment_ids ? f.id::text and ${visible(actor, columnsOf("c"))})`;
}
