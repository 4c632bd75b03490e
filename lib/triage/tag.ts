import { sql } from "drizzle-orm";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";

/** Puts a tag on, made on the way when it is new. Names are lower case, up to 40 characters. */
export async function tag(actor: Actor, input: { conversationId: string; name: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  const name = tagName(input.name);
  return transact(async (tx) => {
    const made = await tx.execute<{ id: string }>(sql`
      insert into tags (id, name) values (${newId()}, ${name})
      on conflict (name) do update set name = excluded.name returning id`);
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.tagged",
      set: null,
      more: { tagId: made.rows[0]!.id },
    });
    await tx.execute(sql`
      insert into conversation_tags (conversation_id, tag_id) values (${input.conversationId}, ${made.rows[0]!.id})
      on conflict do nothing`);
    return changed;
  });
}

export async function untag(actor: Actor, input: { conversationId: string; name: string }): Promise<Changed> {
  authorize(actor, "conversation.triage");
  const name = tagName(input.name);
  return transact(async (tx) => {
    const found = await tx.execute<{ id: string }>(sql`select id from tags where name = ${name}`);
    const tagId = found.rows[0]?.id ?? fail("not_found", "tag.not_found");
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: "conversation.untagged",
      set: null,
      more: { tagId },
    });
    await tx.execute(
      sql`delete from conversation_tags where conversation_id = ${input.conversationId} and tag_id = ${tagId}`,
    );
    return changed;
  });
}

function tagName(raw: string): string {
  const name = raw.trim().toLowerCase().replace(/\s+/g, " ");
  if (name === "" || name.length > 40) fail("invalid", "tag.name");
  return name;
}
