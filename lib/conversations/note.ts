import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { changeConversation } from "./change";
import type { Mention } from "./types";

type Input = { conversationId: string; text: string; mentions: string[] };
type Added = { messageId: string; eventId: number };

/** Words for colleagues. `mentions` are ids of the people and teams to tell; whoever may not see it is not told. */
export async function addNote(actor: Actor, input: Input): Promise<Added> {
  authorize(actor, "conversation.note");
  return transact((tx) => addNoteWithin(tx, actor, input));
}

/** The same as a part of a larger command. */
export async function addNoteWithin(tx: Tx, actor: Actor, input: Input): Promise<Added> {
  authorize(actor, "conversation.note");
  const text = cleanText(input.text, 20_000).trim();
  if (text === "") fail("invalid", "note.empty");
  const messageId = newId();
  const { mentions, agentIds } = await called(tx, actor, input.mentions);
  const changed = await changeConversation(tx, actor, {
    id: input.conversationId,
    type: "note.added",
    set: sql`message_count = c.message_count + 1`,
    more: { mentions: agentIds },
    messageId,
  });
  // A merged conversation's note is the survivor's.
  await tx.execute(sql`
    insert into messages (conversation_id, id, kind, agent_id, text, mentions, sent_at, created_at)
    values (${changed.id}, ${messageId}, 'note', ${actor.id}, ${text},
      ${mentions.length === 0 ? null : JSON.stringify(mentions)}::jsonb, clock_timestamp(), clock_timestamp())`);
  return { messageId, eventId: changed.eventId };
}

/** Who is meant by these ids, with the names they go by now, and everybody to tell: a team is all of its people. */
async function called(
  tx: Tx,
  actor: Actor,
  ids: string[],
): Promise<{ mentions: Mention[]; agentIds: string[] }> {
  if (ids.length === 0) return { mentions: [], agentIds: [] };
  const wanted = sql`${`{${ids.join(",")}}`}::uuid[]`;
  const mentions = await tx.execute<Mention>(sql`
    select 'agent' as kind, id, name from agents where id = any(${wanted}) and deactivated_at is null
    union all select 'team', id, name from teams where id = any(${wanted})`);
  const people = await tx.execute<{ id: string }>(sql`
    select a.id from agents a where a.deactivated_at is null and a.id <> ${actor.id}
      and (a.id = any(${wanted}) or exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = any(${wanted})))`);
  return { mentions: mentions.rows, agentIds: people.rows.map(({ id }) => id) };
}
