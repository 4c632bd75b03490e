import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sweep } from "@/lib/files";

/** Hours in which a file may still get its row: an upload in a composer, a batch that is tried again. */
const graceHours = 48;

/** Removes uploads that were never sent, and files that no row points at. Resolves with how many files went. */
export async function sweepFiles(): Promise<number> {
  await db.execute(sql`
    delete from attachments where message_id is null and created_at < now() - make_interval(hours => ${graceHours})
      and not exists (select 1 from held_replies h where h.state in ('awaiting', 'scheduled', 'returned', 'stopped')
        and h.attachment_ids ? attachments.id::text)`);
  return sweep(new Date(Date.now() - graceHours * 3_600_000), async (keys) => {
    const known = await db.execute<{ key: string }>(sql`
      select storage_key as key from attachments where storage_key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))
      union select storage_key from saved_reply_files where storage_key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))
      union select storage_key from imports where storage_key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))
      union select body_key from inbound where body_key = any(array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb)))`);
    return new Set(known.rows.map((row) => row.key));
  });
}
