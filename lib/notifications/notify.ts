import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { NotificationKind } from "@/db/enums";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { afterQuiet } from "./after-quiet";
import { type NotificationChoices, type QuietHours, urgent, waysOf } from "./choices";

/** The rule of `visible` in lib/access.ts for an agent `a` who is not the one acting, and a conversation `c`. Change both or none. */
export const mayKnow = sql`case
  when c.is_restricted then exists (select 1 from conversation_access x where x.conversation_id = c.id and x.agent_id = a.id)
  when a.role in ('owner', 'admin') then true
  when c.team_id is not null then exists (select 1 from team_members m where m.agent_id = a.id and m.team_id = c.team_id)
  else exists (select 1 from team_members m join team_brands b on b.team_id = m.team_id where m.agent_id = a.id and b.brand_id = c.brand_id)
end`;

/** The rule of `report.read` in lib/access.ts, for an agent `a`. Change both or none. */
export const readsReports = sql`a.role in ('owner', 'admin', 'manager')`;

/** Mail waits this long for somebody to see it on the desk first, and for more to come along. */
const mailWaitMs = 120_000;

/** A push waits this long: whoever has the desk open reads there. */
const pushWaitMs = 5_000;

/**
 * Tells people about something, each once per event and kind, by the ways that they chose; mail and push wait for the
 * end of their quiet hours. Who may not see the conversation, or has left, is not told; nor is nobody. `eventId` is any
 * text that names the cause: the event's place in the stream, or e.g. `ask:<id>`. Works inside a command's transaction
 * and outside.
 */
export async function notify(
  on: Tx | Db,
  input: { agentIds: readonly string[]; kind: NotificationKind; conversationId: string; eventId: string },
): Promise<void> {
  const ids = [...new Set(input.agentIds)].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return;
  const wanted = await on.execute<Wishes>(sql`
    select a.id as "agentId", s.choices, s.quiet, exists (select 1 from push_subscriptions p where p.agent_id = a.id) as "hasPush"
    from agents a join conversations c on c.id = ${input.conversationId} left join notification_settings s on s.agent_id = a.id
    where a.id = any(${`{${ids.join(",")}}`}::uuid[]) and a.deactivated_at is null
      and (a.ends_at is null or a.ends_at > now()) and ${mayKnow}`);
  const rows = wanted.rows.flatMap((wishes) => rowFor(wishes, input.kind) ?? []);
  if (rows.length === 0) return;
  await on.execute(sql`
    insert into notifications (id, agent_id, kind, conversation_id, event_id, is_listed, mail_after, push_after)
    select r.id, r."agentId", ${input.kind}, ${input.conversationId}, ${input.eventId}, r."isListed", r."mailAfter", r."pushAfter"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "agentId" uuid, "isListed" boolean, "mailAfter" timestamptz, "pushAfter" timestamptz)
    on conflict do nothing`);
  wake("notices");
  // Inside a transaction the first ring comes before the commit.
  setTimeout(() => wake("notices"), 200).unref();
}

export type Wishes = {
  agentId: string;
  choices: NotificationChoices | null;
  quiet: QuietHours | null;
  hasPush: boolean;
};

/** A notification's row for somebody with these wishes; null where they want to be told by no way. */
export function rowFor(wishes: Wishes, kind: NotificationKind) {
  const ways = waysOf(wishes.choices ?? {}, kind);
  const quiet = urgent.has(kind) ? null : wishes.quiet;
  const after = (ms: number) => afterQuiet(new Date(Date.now() + ms), quiet)?.toISOString() ?? null;
  const row = {
    id: newId(),
    agentId: wishes.agentId,
    isListed: ways.app,
    mailAfter: ways.mail ? after(mailWaitMs) : null,
    pushAfter: ways.push && wishes.hasPush ? after(pushWaitMs) : null,
  };
  return row.isListed || row.mailAfter || row.pushAfter ? row : null;
}
