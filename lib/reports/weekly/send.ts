import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { can } from "@/lib/access";
import { agentActor } from "@/lib/agents/session";
import { log, withoutData } from "@/lib/log";
import { type MailServer, mailServer } from "@/lib/notifications/mail/server";
import { sendThrough } from "@/lib/notifications/mail/transport";
import { mailFor } from "./mail-for";
import { isSilent, readWeek } from "./read-week";

/** Tried again after so many minutes, for half a day. */
const [againMinutes, mostTries] = [15, 48];

const house = sql`(select coalesce((select zone from organisation), 'Europe/Paris') as zone) o`;

/** Mails the week to everybody who wants it. Resolves with the next moment, or null where nobody wants it. */
export function sendWeeklyReports(): Promise<Date | null> {
  return sendWeeklyAt(new Date());
}

/**
 * The same at a moment: on Mondays from seven in the morning of the house on, and until Wednesday where it was switched
 * off then. A row for each person and week is taken before the mail leaves: whatever stops in between, nobody gets two.
 */
export async function sendWeeklyAt(moment: Date): Promise<Date | null> {
  const now = sql`${moment.toISOString()}::timestamptz`;
  const monday = sql`date_trunc('week', ${now} at time zone o.zone)`;
  const dueAt = sql`((${monday} + interval '7 hours') at time zone o.zone)`;
  const nextAt = sql`((${monday} + interval '7 days 7 hours') at time zone o.zone)`;
  await db.execute(sql`
    insert into weekly_reports (agent_id, week, try_after)
    select s.agent_id, ${monday}::date, ${now} from notification_settings s, ${house}
    where s.weekly_since < ${dueAt} and ${now} >= ${dueAt} and ${now} < ${dueAt} + interval '2 days'
    on conflict do nothing`);
  const open = sql`sent_at is null and left_out_at is null and attempts < ${mostTries} and week > ${now} - interval '7 days'`;
  const due = await db.execute<Due>(sql`
    select agent_id as "agentId", week::text as week from weekly_reports where ${open} and try_after <= ${now} order by agent_id limit 200`);
  if (due.rows.length > 0) {
    const through = await mailServer();
    for (const one of due.rows) await sendOne(one, through);
  }
  const next = await db.execute<{ at: string | null }>(sql`
    select least((select min(try_after) from weekly_reports where ${open}),
      (select case when ${now} < ${dueAt} then ${dueAt} else ${nextAt} end from ${house}
        where exists (select 1 from notification_settings where weekly_since is not null)))::text as at`);
  const at = next.rows[0]?.at;
  return at ? new Date(at) : null;
}

type Due = { agentId: string; week: string };

async function sendOne({ agentId, week }: Due, through: MailServer | null): Promise<void> {
  const taken = await db.execute(sql`
    update weekly_reports set sent_at = now(), attempts = attempts + 1
    where agent_id = ${agentId} and week = ${week} and sent_at is null and left_out_at is null returning 1`);
  if (taken.rows.length === 0) return;
  try {
    const actor = await agentActor(agentId);
    const report = actor && can(actor, "report.read") ? await readWeek(actor, { monday: week }) : null;
    if (!actor || !report || !through || isSilent(report)) {
      await db.execute(sql`
        update weekly_reports set sent_at = null, left_out_at = now() where agent_id = ${agentId} and week = ${week}`);
      return;
    }
    await sendThrough(through, await mailFor(actor, report, through.from));
  } catch (error) {
    log.warn({ error: withoutData(error) }, "a weekly report could not leave and will be tried again");
    await db.execute(sql`
      update weekly_reports set sent_at = null, try_after = now() + make_interval(mins => ${againMinutes})
      where agent_id = ${agentId} and week = ${week}`);
  }
}
