import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { sendNoticeMails } from "./mail/send-mails";
import { mayKnowOf } from "./notify-of-channel";
import { sendPush } from "./push/send-push";
import { aboutOf, pathOf, type ToldRow, tagOf, titleOf, toTold } from "./words";

/** Sends what is due by push and by mail. Resolves with when the next is due, or null. */
export async function deliverNotices(): Promise<Date | null> {
  await pushDue();
  await sendNoticeMails();
  const next = await db.execute<{ at: string | null }>(sql`
    select least(
      (select min(push_after) from notifications where push_after is not null),
      (select min(greatest(n.mail_after, coalesce(s.mailed_at, '-infinity') + interval '10 minutes'))
         from (select agent_id, mail_after from notifications where mail_after is not null order by mail_after limit 100) n
         left join notification_settings s on s.agent_id = n.agent_id))::text as at`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

/** Claimed before it is sent: a notice that is lost with the process is in the list, a second one would ring again. */
async function pushDue(): Promise<void> {
  const due = await db.execute<ToldRow & { agentId: string; language: Language; isKnown: boolean }>(sql`
    with held as (
      select id from notifications where push_after <= now() order by push_after limit 100 for update skip locked
    ), claimed as (
      update notifications n set push_after = null from held where n.id = held.id returning n.*
    )
    select n.agent_id as "agentId", a.language, n.kind, c.number::int as number, p.name as "customerName",
      c.is_restricted as "isRestricted", h.id as "channelId", h.name as "channelName",
      a.deactivated_at is null and n.read_at is null and ${mayKnowOf} as "isKnown"
    from claimed n join agents a on a.id = n.agent_id left join conversations c on c.id = n.conversation_id
    left join customers p on p.id = c.customer_id left join channels h on h.id = n.channel_id order by n.created_at, n.id`);
  for (const row of due.rows) {
    const told = row.isKnown ? toTold(row) : null;
    if (!told) continue;
    await sendPush(row.agentId, {
      title: titleOf(row.language, told),
      body: aboutOf(told),
      url: pathOf(told),
      tag: tagOf(told),
    });
  }
}
