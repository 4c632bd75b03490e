import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "../id";

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
        and (not c.is_restricted or exists (select 1 from conversation_access x where x.conversation_id = c.id and x.agent_id = a.id))
      on conflict do nothing`);
  }
}
