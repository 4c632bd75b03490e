import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { newId } from "@/lib/id";
import type { Context, HealthReport, Knock } from "./channel";
import { saveHealth } from "./keep-health";

/** Kept for this long. */
const keptDays = 30;

export type KnockView = {
  id: string;
  at: string;
  /** Null for a test. */
  conversationNumber: number | null;
  isTaken: boolean;
  status: number | null;
  ms: number;
  answer: string;
};

/** The latest knocks at a channel's receiver, the newest first. For whoever looks after the channel. */
export async function listKnocks(actor: Actor, input: { channelId: string }): Promise<KnockView[]> {
  authorize(actor, "channel.edit");
  const found = await db.execute<KnockView>(sql`
    select k.id, to_json(k.at) #>> '{}' as at, k.is_taken as "isTaken", k.status, k.ms, k.answer,
      (select c.number::int from messages m join conversations c on c.id = survivor_of(m.conversation_id)
        where m.id = k.message_id limit 1) as "conversationNumber"
    from knocks k join channels h on h.id = k.channel_id
    where k.channel_id = ${input.channelId} and ${visibleBrand(actor, sql`h.brand_id`)}
    order by k.at desc, k.id desc limit 100`);
  return found.rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** The log of one channel, as the channel writes it. What it says of its health is the channel's health. */
export function knocksOf(channelId: string): NonNullable<Context<unknown>["knocks"]> {
  return {
    keep: (knock, health) => keep(channelId, knock, health),
    async failing() {
      const found = await db.execute<{ count: number; since: string | null }>(sql`
        select count(*)::int as count, min(at)::text as since from knocks
        where channel_id = ${channelId} and not is_taken
          and at > coalesce((select max(at) from knocks where channel_id = ${channelId} and is_taken), '-infinity')`);
      const { count = 0, since = null } = found.rows[0] ?? {};
      return { count, since: since === null ? null : new Date(since) };
    },
  };
}

async function keep(channelId: string, knock: Knock, health: HealthReport | null): Promise<void> {
  const isTaken = knock.status !== null && knock.status >= 200 && knock.status < 300;
  await db.execute(sql`
    insert into knocks (id, channel_id, message_id, status, ms, answer, is_taken, at)
    values (${newId()}, ${channelId}, ${knock.messageId}, ${knock.status}, ${knock.ms}, ${knock.answer.slice(0, 2000)},
      ${isTaken}, clock_timestamp())`);
  if (isTaken) await saveHealth(channelId, null);
  else if (health !== null) await saveHealth(channelId, { report: health, nextTryAt: null });
}

/** For the hourly sweep. The last success stays: what failed since is counted from it. */
export async function forgetKnocks(): Promise<void> {
  await db.execute(sql`
    delete from knocks k where k.at < now() - make_interval(days => ${keptDays})
      and k.at < (select max(t.at) from knocks t where t.channel_id = k.channel_id and t.is_taken)`);
}
