import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "@/lib/id";

/** The rule of `visible` in lib/access.ts for an agent `a` who is not the one acting. Change both or none. */
const mayKnow = sql`case
  when c.is_restricted then exists (select 1 from conversation_access x where x.conversation_id = c.id and x.agent_id = a.id)
  when a.role in ('owner', 'admin') then true
  when c.team_id is not null then exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = c.team_id)
  else exists (select 1 from team_members m join team_brands b on b.team_id = m.team_id where m.agent_id = a.id and b.brand_id = c.brand_id)
end`;

/** Tells people about an event, each once. Who may not see the conversation is not told; nor is nobody. */
export async function notify(input: {
  eventId: string;
  conversationId: string;
  kind: "assigned" | "mentioned" | "send_failed";
  agentIds: string[];
}): Promise<void> {
  for (const agentId of input.agentIds.filter((id) => /^[0-9a-f-]{36}$/.test(id))) {
    await db.execute(sql`
      insert into notifications (id, agent_id, kind, conversation_id, event_id)
      select ${newId()}, a.id, ${input.kind}, c.id, ${input.eventId}
      from agents a, conversations c
      where a.id = ${agentId} and a.deactivated_at is null and c.id = ${input.conversationId}
        and ${mayKnow}
      on conflict do nothing`);
  }
}
