import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { mayKnow } from "@/lib/notifications/notify";
import type { Mention } from "./types";

export type Mentionable = Mention & {
  /** People of a team; 1 for a person. */
  people: number;
  /** How many of them may see this conversation, and so can be told. */
  maySee: number;
};

/** Colleagues and teams that a note here can call, by name, each with who of them may see the conversation. */
export async function mentionable(actor: Actor, input: { conversationId: string }): Promise<Mentionable[]> {
  authorize(actor, "conversation.note");
  const seen = await db.execute(sql`
    select 1 from conversations c where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  if (seen.rows.length === 0) fail("not_found", "conversation.not_found");
  const found = await db.execute<Mentionable>(sql`
    with knows as (
      select a.id, a.name, ${mayKnow} as "maySee" from agents a, conversations c
      where c.id = ${input.conversationId} and a.deactivated_at is null
    )
    select 'agent' as kind, id, name, 1 as people, "maySee"::int as "maySee" from knows where id <> ${actor.id}
    union all
    select 'team', t.id, t.name, count(k.id)::int, count(k.id) filter (where k."maySee")::int
    from teams t join team_members m on m.team_id = t.id join knows k on k.id = m.agent_id
    group by t.id, t.name order by name, id limit 2000`);
  return found.rows;
}
