import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { pictureLink } from "@/lib/pictures/picture-link";
import { mailDocument } from "@/lib/text/html";

/**
 * A message as its author designed it, made harmless, as a whole document for a frame without rights. Pictures from
 * elsewhere are left out, and counted in `blocked`, unless `pictures` is `remote`: then they come through us.
 */
export async function messageDocument(
  actor: Actor,
  input: { conversationId: string; messageId: string; pictures: "none" | "remote" },
): Promise<{ document: string; blocked: number }> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{
    html: string | null;
    language: string | null;
    files: Array<{ id: string; contentId: string | null }>;
  }>(sql`
    select m.html, m.language,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'contentId', f.content_id)) from attachments f
        where f.conversation_id = m.conversation_id and f.message_id = m.id), '[]') as files
    from messages m join conversations c on c.id = survivor_of(${input.conversationId})
    where m.conversation_id in (select merged_with(c.id)) and m.id = ${input.messageId} and m.deleted_at is null
      and ${visible(actor, columnsOf("c"))}`);
  const message = found.rows[0];
  if (!message?.html) return fail("not_found", "conversation.not_found");
  return mailDocument(message.html, {
    language: message.language,
    picture: (url) => (input.pictures === "remote" && URL.canParse(url) ? pictureLink({ url }) : null),
    inline: (contentId) => {
      const file = message.files.find((one) => one.contentId === contentId);
      return file ? pictureLink({ file: file.id }) : null;
    },
  });
}
