import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import type { SavedReplyView } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";

/** What can be put into an answer to this conversation: of its brand or of all, mine or shared; the most used first. */
export async function savedRepliesFor(
  actor: Actor,
  input: { conversationId: string },
): Promise<SavedReplyView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<{ brandId: string }>(sql`
    select c.brand_id as "brandId" from conversations c
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const { brandId } = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const replies = await db.execute<SavedReplyView>(sql`
    select s.id, s.name, s.text, s.language from saved_replies s
    where (s.brand_id is null or s.brand_id = ${brandId}) and (s.owner_id is null or s.owner_id = ${actor.id})
    order by s.use_count desc, lower(s.name), s.id limit 500`);
  return replies.rows;
}

export type SavedReplyEntry = {
  id: string;
  name: string;
  text: string;
  language: Language;
  brandId: string | null;
  isMine: boolean;
};

/** All that I may use or change, by name. */
export async function listSavedReplies(actor: Actor): Promise<SavedReplyEntry[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<SavedReplyEntry>(sql`
    select s.id, s.name, s.text, s.language, s.brand_id as "brandId", s.owner_id is not null as "isMine"
    from saved_replies s
    where (s.owner_id is null or s.owner_id = ${actor.id})
      and (s.brand_id is null or ${visibleBrand(actor, sql`s.brand_id`)})
    order by lower(s.name), s.language, s.id limit 2000`);
  return found.rows;
}
