import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { iso } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { limiter } from "@/lib/limits";
import { wake } from "@/lib/live/wake";
import { mailServer } from "@/lib/notifications/mail/server";
import { sendThrough } from "@/lib/notifications/mail/transport";
import { mailFor } from "./mail-for";
import { isSilent, readLastWeek } from "./read-week";

const nows = limiter("weekly report", 5, 600);

export type WeeklyWishes = {
  /** Since when I want it; null while I do not. */
  since: string | null;
  lastSentAt: string | null;
  /** False where nothing is set up that could send a mail. */
  canMail: boolean;
};

/** Whether I get the week's report on Mondays. */
export async function readWeeklyWishes(actor: Actor): Promise<WeeklyWishes> {
  authorize(actor, "report.read");
  const [found, server] = await Promise.all([
    db.execute<{ since: string | null; lastSentAt: string | null }>(sql`
      select (select weekly_since from notification_settings where agent_id = ${actor.id}) as since,
        (select max(sent_at) from weekly_reports where agent_id = ${actor.id}) as "lastSentAt"`),
    mailServer(),
  ]);
  const { since, lastSentAt } = found.rows[0]!;
  return { since: iso(since), lastSentAt: iso(lastSentAt), canMail: server !== null };
}

/** From the next Monday on, or no longer. */
export async function wantWeekly(actor: Actor, input: { wish: "on" | "off" }): Promise<void> {
  authorize(actor, "report.read");
  await db.execute(sql`
    insert into notification_settings (agent_id, choices, weekly_since)
    values (${actor.id}, '{}', case when ${input.wish} = 'on' then now() end)
    on conflict (agent_id) do update set
      weekly_since = case when ${input.wish} = 'on' then coalesce(notification_settings.weekly_since, now()) end`);
  wake("timers");
}

/** The mail as it would be now, without sending it; null when there is nothing to tell. */
export async function previewWeekly(
  actor: Actor,
): Promise<{ subject: string; text: string; html: string } | null> {
  authorize(actor, "report.read");
  const week = await readLastWeek(actor);
  if (isSilent(week)) return null;
  const { subject, text, html } = await mailFor(actor, week, "avant@avant.invalid");
  return { subject, text, html };
}

/** Sends it to me now; Monday's comes all the same. Throws `conflict` without a server that could. */
export async function sendWeeklyNow(actor: Actor): Promise<void> {
  authorize(actor, "report.read");
  if ((await nows.pass(actor.id)) !== null) fail("conflict", "weekly.slow_down");
  const through = (await mailServer()) ?? fail("conflict", "weekly.no_mail");
  const mail = await mailFor(actor, await readLastWeek(actor), through.from);
  await sendThrough(through, { ...mail, messageId: undefined });
}
