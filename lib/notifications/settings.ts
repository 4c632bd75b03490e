import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type NotificationKind, type NotificationWay, notificationKinds, notificationWays } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { hmac, verifyHmac } from "@/lib/secrets";
import {
  type NotificationChoices,
  notificationChoices,
  type QuietHours,
  quietHours,
  waysOf,
} from "./choices";
import { mailServer } from "./mail/server";
import { vapidKeys } from "./push/vapid";

export type NotificationSettings = {
  choices: Record<NotificationKind, Record<NotificationWay, boolean>>;
  quiet: QuietHours | null;
  /** False where nothing is set up that could send a mail. */
  canMail: boolean;
  /** Which key browsers tie their subscription to. */
  publicKey: string;
  browsers: number;
};

export const settingsChange = z.object({
  choices: notificationChoices.optional(),
  quiet: quietHours.nullable().optional(),
});

/** What I want to be told of, how, and when not; what nobody has chosen is as usual. */
export async function readNotificationSettings(actor: Actor): Promise<NotificationSettings> {
  authorize(actor, "profile.edit");
  const [kept, keys, server] = await Promise.all([
    db.execute<{ choices: NotificationChoices | null; quiet: QuietHours | null; browsers: number }>(sql`
      select s.choices, s.quiet, (select count(*)::int from push_subscriptions where agent_id = ${actor.id}) as browsers
      from (select 1) one left join notification_settings s on s.agent_id = ${actor.id}`),
    vapidKeys(),
    mailServer(),
  ]);
  const { choices, quiet, browsers } = kept.rows[0]!;
  return {
    choices: allOf(choices ?? {}),
    quiet,
    canMail: server !== null,
    publicKey: keys.publicKey,
    browsers,
  };
}

/** Changes what I want to be told; kinds that are left out stay as they are. */
export async function updateNotificationSettings(
  actor: Actor,
  input: z.output<typeof settingsChange>,
): Promise<void> {
  authorize(actor, "profile.edit");
  const choices = JSON.stringify(input.choices ?? {});
  const quiet = input.quiet ? JSON.stringify(input.quiet) : null;
  await db.execute(sql`
    insert into notification_settings (agent_id, choices, quiet) values (${actor.id}, ${choices}::jsonb, ${quiet}::jsonb)
    on conflict (agent_id) do update set choices = notification_settings.choices || excluded.choices,
      quiet = case when ${input.quiet === undefined} then notification_settings.quiet else excluded.quiet end`);
}

/** Goes into the foot of every mail: who has it may end the mails to this person, and nothing else. */
export function stopToken(agentId: string): string {
  return `${agentId}.${hmac("notices stop", agentId)}`;
}

/** Ends every mail to whom the token was made for, without a sign-in. False for a token that is none of ours. */
export async function stopMails(input: { token: string }): Promise<boolean> {
  const [agentId = "", signature = ""] = input.token.split(".");
  if (!verifyHmac("notices stop", agentId, signature)) return false;
  const found = await db.execute<{ choices: NotificationChoices }>(
    sql`select choices from notification_settings where agent_id = ${agentId}`,
  );
  const choices = allOf(found.rows[0]?.choices ?? {});
  for (const kind of notificationKinds) choices[kind].mail = false;
  await db.execute(sql`
    insert into notification_settings (agent_id, choices) values (${agentId}, ${JSON.stringify(choices)}::jsonb)
    on conflict (agent_id) do update set choices = excluded.choices, weekly_since = null`);
  await db.execute(sql`update notifications set mail_after = null where agent_id = ${agentId}`);
  return true;
}

const everyKind = z.record(z.enum(notificationKinds), z.record(z.enum(notificationWays), z.boolean()));

function allOf(choices: NotificationChoices): NotificationSettings["choices"] {
  return everyKind.parse(
    Object.fromEntries(notificationKinds.map((kind) => [kind, { ...waysOf(choices, kind) }])),
  );
}
