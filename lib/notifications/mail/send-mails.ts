import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { log, withoutData } from "@/lib/log";
import { mayKnowOf } from "@/lib/notifications/notify-of-channel";
import { stopToken } from "@/lib/notifications/settings";
import { type ToldRow, toTold } from "@/lib/notifications/words";
import { composeNotices, type Notice } from "./compose";
import { type MailServer, mailServer } from "./server";
import { sendThrough } from "./transport";

/** Nobody gets mails closer together than this; what comes meanwhile goes together. */
const spacing = sql`interval '10 minutes'`;

/** A mail that could not leave is tried again after this, for a day. */
const again = sql`interval '5 minutes'`;

type Reader = { agentId: string; name: string; email: string; language: Language; house: string };

/** Mails everybody whose notices are due, one mail each. Resolves with how many mails left. */
export async function sendNoticeMails(): Promise<number> {
  const due = await db.execute<Reader>(sql`
    select distinct a.id as "agentId", a.name, a.email, a.language, coalesce(o.name, 'Avant') as house
    from notifications n join agents a on a.id = n.agent_id left join notification_settings s on s.agent_id = a.id
    left join organisation o on o.id = 1
    where n.mail_after <= now() and coalesce(s.mailed_at, '-infinity') <= now() - ${spacing} limit 50`);
  if (due.rows.length === 0) return 0;
  const through = await mailServer();
  let sent = 0;
  for (const reader of due.rows) if (await mailOne(reader, through)) sent += 1;
  return sent;
}

async function mailOne(reader: Reader, through: MailServer | null): Promise<boolean> {
  const notices = await claim(reader.agentId);
  if (notices.length === 0) return false;
  const ids = `{${notices.map(({ id }) => id).join(",")}}`;
  if (through === null) {
    await db.execute(sql`update notifications set mail_after = null where id = any(${ids}::uuid[])`);
    return false;
  }
  try {
    const to = { ...reader, stopToken: stopToken(reader.agentId) };
    await sendThrough(through, composeNotices(to, { name: reader.house, from: through.from }, notices));
  } catch (error) {
    log.warn({ error: withoutData(error) }, "a mail with notices could not leave and will be tried again");
    return false;
  }
  await db.execute(sql`
    with told as (update notifications set mail_after = null where id = any(${ids}::uuid[]))
    insert into notification_settings (agent_id, choices, mailed_at) values (${reader.agentId}, '{}', now())
    on conflict (agent_id) do update set mailed_at = now()`);
  return true;
}

/**
 * Everything unread that waits for somebody, put off meanwhile so that nobody else sends it too. What they may no
 * longer see, and what is a day old, is dropped.
 */
async function claim(agentId: string): Promise<Notice[]> {
  const found = await db.execute<ToldRow & { id: string; isKnown: boolean }>(sql`
    with held as (
      select id from notifications where agent_id = ${agentId} and mail_after is not null order by id for update skip locked
    ), put_off as (
      update notifications n set mail_after = now() + ${again} from held where n.id = held.id returning n.*
    )
    select n.id, n.kind, c.number::int as number, p.name as "customerName", c.is_restricted as "isRestricted",
      h.id as "channelId", h.name as "channelName", a.deactivated_at is null and n.read_at is null
        and n.created_at > now() - interval '1 day' and ${mayKnowOf} as "isKnown"
    from put_off n join agents a on a.id = n.agent_id left join conversations c on c.id = n.conversation_id
    left join customers p on p.id = c.customer_id left join channels h on h.id = n.channel_id order by n.created_at, n.id limit 100`);
  const dropped = found.rows.filter(({ isKnown }) => !isKnown).map(({ id }) => id);
  if (dropped.length > 0)
    await db.execute(
      sql`update notifications set mail_after = null where id = any(${`{${dropped.join(",")}}`}::uuid[])`,
    );
  return found.rows.flatMap((row) => {
    const told = row.isKnown ? toTold(row) : null;
    return told ? [{ ...told, id: row.id }] : [];
  });
}
