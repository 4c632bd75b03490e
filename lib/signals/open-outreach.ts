import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { requeue } from "@/lib/conversations/requeue";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { rerankCustomers } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import type { Candidate } from "./candidates";

const timer: System = { kind: "system", name: "timer" };

export type Opened = "opened" | "noted" | "paused" | "full" | "kept";

/**
 * Opens one conversation for somebody who did not write: nobody waits in it, so no clock runs. Where they have an open one
 * already, a line there says it instead. Nothing while everything automatic is paused, nothing beyond the day's number:
 * the organisation's row is locked for it, so that two at once do not both count the last place.
 */
export async function openOutreach(
  candidate: Candidate,
  input: { brandId: string; now: Date; importId: string | null },
): Promise<Opened> {
  return transact(async (tx) => {
    const { customerId, reason } = candidate;
    const state = await standOf(tx, candidate, input.now);
    if (!state || state.isCooling) return "kept";
    if (state.isPaused) return "paused";
    if (state.openId !== null) {
      if (
        !(await write(tx, {
          conversationId: state.openId,
          candidate: { ...candidate, way: "none" },
          ...input,
        }))
      )
        return "kept";
      await changeConversation(tx, timer, {
        id: state.openId,
        type: "signal.recorded",
        set: null,
        more: { reason: reason.code, params: reason.params },
      });
      await rerankCustomers(tx, [customerId]);
      return "noted";
    }
    if (state.left <= 0) return "full";
    const id = newId();
    await tx.execute(insertConversation(id, candidate, state));
    await write(tx, { conversationId: id, candidate, ...input });
    await recordEvent(tx, {
      type: "conversation.opened",
      actor: actorOf(timer),
      conversationId: id,
      customerId,
      teamId: state.teamId,
      brandId: input.brandId,
      after: { kind: "proactive", reason: reason.code, params: reason.params },
      version: 1,
      occurredAt: new Date(),
    });
    return "opened";
  });
}

type Stand = {
  isPaused: boolean;
  isCooling: boolean;
  openId: string | null;
  left: number;
  brandId: string;
  teamId: string | null;
  channelId: string | null;
  isSample: boolean;
};

async function standOf(tx: Tx, candidate: Candidate, now: Date): Promise<Stand | undefined> {
  const { personId, way } = candidate;
  await tx.execute(sql`select id from organisation for no key update`);
  // The customer next, as everything does that concerns all of their conversations.
  await tx.execute(
    sql`select id from customers where id in (select records_of(${personId}::uuid)) order by id for no key update`,
  );
  const moment = sql`${now.toISOString()}::timestamptz`;
  const found = await tx.execute<Stand>(sql`
    select exists (select 1 from pauses where ended_at is null and until > ${moment}) as "isPaused",
      exists (select 1 from outreaches o where o.customer_id in (select records_of(k.id))
        and (o.quiet_until > ${moment} or o.opened_at > ${moment} - make_interval(days => ${candidate.coolDownDays}))) as "isCooling",
      (select c.id from conversations c where c.customer_id in (select records_of(k.id)) and c.merged_into_id is null
         and c.status in ('open', 'waiting', 'snoozed') order by c.last_message_at desc limit 1) as "openId",
      g.outreaches_per_day - (select count(*)::int from outreaches o where o.way <> 'none'
         and o.opened_at >= date_trunc('day', ${moment}, g.zone)) as left,
      k.brand_id as "brandId", t.team_id as "teamId", b.is_sample as "isSample",
      case when ${way}::text = 'mail' then (select h.id from channels h where h.brand_id = k.brand_id and h.kind = 'email' and h.paused_at is null
        order by h.id limit 1) end as "channelId"
    from customers k join brands b on b.id = k.brand_id left join brand_teams t on t.brand_id = b.id, organisation g
    where k.id = ${candidate.customerId}::uuid`);
  return found.rows[0];
}

function insertConversation(id: string, candidate: Candidate, state: Stand): SQL {
  return sql`
    with made as (
      insert into conversations (id, brand_id, customer_id, channel_id, team_id, kind, cycle_started_at, last_message_at, is_sample)
      values (${id}::uuid, ${state.brandId}::uuid, ${candidate.customerId}::uuid, ${state.channelId}::uuid, ${state.teamId}::uuid, 'proactive',
        now(), now(), ${state.isSample}) returning *
    ), ${requeue("made")} select 1 from made`;
}

/** False where this conversation already says why. */
async function write(
  tx: Tx,
  input: {
    conversationId: string;
    candidate: Candidate;
    brandId: string;
    now: Date;
    importId: string | null;
  },
): Promise<boolean> {
  const { candidate } = input;
  const done = await tx.execute(sql`
    insert into outreaches (conversation_id, customer_id, brand_id, rule_kind, reasons, way, score, opened_at, import_id)
    values (${input.conversationId}::uuid, ${candidate.customerId}::uuid, ${input.brandId}::uuid, ${candidate.rule},
      ${JSON.stringify([candidate.reason])}::jsonb, ${candidate.way}, ${candidate.score}, ${input.now.toISOString()}::timestamptz, ${input.importId}::uuid)
    on conflict do nothing`);
  return done.rowCount === 1;
}
