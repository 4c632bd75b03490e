import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, type System } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";

type Input = { conversationId: string; name: string };

/** Puts a tag on, made on the way when it is new. Names are lower case, up to 40 characters. */
export async function tag(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => tagWithin(tx, actor, input));
}

export async function untag(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => untagWithin(tx, actor, input));
}

/** What is on already is only noted as said again: taking that back must not take off what another put on. */
export async function tagWithin(tx: Tx, actor: Actor | System, input: Input): Promise<Changed> {
  const name = tagName(input.name);
  const made = await tx.execute<{ id: string }>(sql`
    insert into tags (id, name) values (${newId()}, ${name})
    on conflict (name) do update set name = excluded.name returning id`);
  const tagId = made.rows[0]!.id;
  const put = await tx.execute(sql`
    insert into conversation_tags (conversation_id, tag_id)
    select c.id, ${tagId} from conversations c where c.id = survivor_of(${input.conversationId})
    on conflict do nothing returning 1`);
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.tagged",
    set: null,
    more: { tagId, isNew: put.rows.length > 0 },
  });
}

export async function untagWithin(tx: Tx, actor: Actor, input: Input): Promise<Changed> {
  const name = tagName(input.name);
  const found = await tx.execute<{ id: string }>(sql`select id from tags where name = ${name}`);
  const tagId = found.rows[0]?.id ?? fail("not_found", "tag.not_found");
  const taken = await tx.execute(sql`
    delete from conversation_tags where conversation_id = survivor_of(${input.conversationId}) and tag_id = ${tagId} returning 1`);
  return changeConversation(tx, actor, {
    id: input.conversationId,
    type: "conversation.untagged",
    set: null,
    more: { tagId, isNew: taken.rows.length > 0 },
  });
}

export function tagName(raw: string): string {
  const name = raw.trim().toLowerCase().replace(/\s+/g, " ");
  if (name === "" || name.length > 40) fail("invalid", "tag.name");
  return name;
}
