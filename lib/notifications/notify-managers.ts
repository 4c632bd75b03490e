import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { wake } from "@/lib/live/wake";
import { readsReports, rowFor, type Wishes } from "./notify";

/**
 * Tells everybody who reads the reports about something that is of the whole desk, each once per `eventId` and kind, by
 * the ways that they chose. It leads to the report that lib/notifications/words.ts names.
 */
export async function notifyManagers(
  on: Tx | Db,
  input: { kind: "risk_fallen_back" | "spike_seen"; eventId: string },
): Promise<void> {
  const wanted = await on.execute<Wishes>(sql`
    select a.id as "agentId", s.choices, s.quiet, exists (select 1 from push_subscriptions p where p.agent_id = a.id) as "hasPush"
    from agents a left join notification_settings s on s.agent_id = a.id
    where ${readsReports} and a.deactivated_at is null and (a.ends_at is null or a.ends_at > now())`);
  const rows = wanted.rows.flatMap((wishes) => rowFor(wishes, input.kind) ?? []);
  if (rows.length === 0) return;
  await on.execute(sql`
    insert into notifications (id, agent_id, kind, event_id, is_listed, mail_after, push_after)
    select r.id, r."agentId", ${input.kind}, ${input.eventId}, r."isListed", r."mailAfter", r."pushAfter"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "agentId" uuid, "isListed" boolean, "mailAfter" timestamptz, "pushAfter" timestamptz)
    on conflict do nothing`);
  wake("notices");
  // Inside a transaction the first ring comes before the commit.
  setTimeout(() => wake("notices"), 200).unref();
}
