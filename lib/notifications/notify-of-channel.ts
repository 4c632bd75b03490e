import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { wake } from "@/lib/live/wake";
import { mayKnow, readsReports, rowFor, type Wishes } from "./notify";

/**
 * Tells everybody who looks after the house about one of its channels, each once per `eventId` and kind, by the ways
 * that they chose.
 */
export async function notifyOfChannel(
  on: Tx | Db,
  input: { channelId: string; kind: "channel_failing" | "channel_well" | "access_ending"; eventId: string },
): Promise<void> {
  const wanted = await on.execute<Wishes>(sql`
    select a.id as "agentId", s.choices, s.quiet, exists (select 1 from push_subscriptions p where p.agent_id = a.id) as "hasPush"
    from agents a left join notification_settings s on s.agent_id = a.id
    where ${looksAfterChannels} and a.deactivated_at is null and (a.ends_at is null or a.ends_at > now())`);
  const rows = wanted.rows.flatMap((wishes) => rowFor(wishes, input.kind) ?? []);
  if (rows.length === 0) return;
  await on.execute(sql`
    insert into notifications (id, agent_id, kind, channel_id, event_id, is_listed, mail_after, push_after)
    select r.id, r."agentId", ${input.kind}, ${input.channelId}, ${input.eventId}, r."isListed", r."mailAfter", r."pushAfter"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "agentId" uuid, "isListed" boolean, "mailAfter" timestamptz, "pushAfter" timestamptz)
    on conflict do nothing`);
  wake("notices");
  // Inside a transaction the first ring comes before the commit.
  setTimeout(() => wake("notices"), 200).unref();
}

/** The rule of `channel.edit` in lib/access.ts, for an agent `a`. Change both or none. */
export const looksAfterChannels = sql`a.role in ('owner', 'admin')`;

/** A miss may hand a conversation over to a team that whoever had it is not in; they hear of it all the same. */
export const wasMine = sql`(n.kind = 'target_missed' and not c.is_restricted)`;

/** What `mayKnow` says, for a notice `n` that is about a conversation, about a channel, or about the whole desk. */
export const mayKnowOf = sql`case when n.channel_id is not null then ${looksAfterChannels}
  when n.conversation_id is null then ${readsReports} else ${mayKnow} or ${wasMine} end`;
