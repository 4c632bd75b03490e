import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, columnsOf, type System, visible } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { fail } from "@/lib/errors";
import { actorOf, type EventType } from "@/lib/events";
import { followDue, traitsBefore } from "@/lib/targets/follow";
import { type Rules, rulesWithin } from "@/lib/targets/rules";
import { type StoredState, stateOf } from "@/lib/targets/state";
import { requeue } from "./requeue";

export type Changed = {
  id: string;
  number: number;
  version: number;
  eventId: number;
  customerId: string;
  brandId: string;
  teamId: string | null;
  channelId: string | null;
  before: { [key: string]: Json };
  after: { [key: string]: Json };
};

/**
 * The one way a conversation's own fields change: locks it, sets them, keeps the list of work in step, and writes
 * the event with what they were before and are now, all in one statement. `set` may speak of the row as `c`.
 * Throws `not_found` when the actor may not see it, and `conflict` when `only` does not hold. A change of a merged
 * conversation is a change of the one that goes on. Where another target holds by it, its due times follow at once.
 */
export async function changeConversation(
  tx: Tx,
  actor: Actor | System,
  input: {
    id: string;
    type: EventType;
    /** Null when only something beside the row changes, such as its tags. */
    set: SQL | null;
    only?: SQL;
    /** Added to the event's `after`: ids and codes, never words of a person. */
    more?: { [key: string]: Json };
    messageId?: string;
    /** Who may change it beside those who see it: somebody taking back their own act, by which it left their sight. */
    orWhen?: SQL;
    /** `stub` changes a merged conversation itself, which only taking the merge back does. */
    at?: "survivor" | "stub";
  },
): Promise<Changed> {
  const rules = await rulesWithin(tx);
  const row = (await tryChange(tx, actor, rules, input)) ?? (await afterMerge(tx, actor, rules, input));
  if (!row) return fail("not_found", "conversation.not_found");
  const { now, ...changed } = row;
  if (now === null) return fail("conflict", `conversation.not_now.${input.type.split(".")[1]}`);
  const change = { type: input.type, before: changed.before, after: { ...changed.after, ...input.more } };
  const hasMoved = await followDue(tx, rules, now, {
    ...change,
    traitsBefore: traitsBefore(change, now.tagIds),
  });
  return hasMoved ? { ...changed, version: changed.version + 1 } : changed;
}

type Input = Parameters<typeof changeConversation>[2];

/** It was merged while the first try waited for its lock: the second one finds where it is now. */
async function afterMerge(tx: Tx, actor: Actor | System, rules: Rules, input: Input) {
  const merged = await tx.execute(
    sql`select 1 from conversations where id = ${input.id} and merged_into_id is not null`,
  );
  return merged.rows.length > 0 ? tryChange(tx, actor, rules, input) : undefined;
}

async function tryChange(
  tx: Tx,
  actor: Actor | System,
  rules: Rules,
  input: Input,
): Promise<(Changed & { now: StoredState | null }) | undefined> {
  const who = actorOf(actor);
  const place =
    input.at === "stub"
      ? sql`c.id = ${input.id}`
      : sql`c.id = survivor_of(${input.id}) and c.merged_into_id is null`;
  const result = await tx.execute<Changed & { now: StoredState | null }>(sql`
    with old as materialized (
      select c.* from conversations c where ${place}
        and (${visible(actor, columnsOf("c"))} or ${input.orWhen ?? sql`false`}) for update
    ), fit as (
      select c.id from old c where ${input.only ?? sql`true`}
    ), upd as (
      update conversations c set ${input.set ? sql`${input.set},` : sql``} version = c.version + 1 from fit where c.id = fit.id returning c.*
    ), ${requeue("upd")}, diff as (
      select coalesce(jsonb_object_agg(n.key, o.value), '{}') as before, coalesce(jsonb_object_agg(n.key, n.value), '{}') as after
      from upd, old, jsonb_each(to_jsonb(upd)) n join lateral (select to_jsonb(old) -> n.key as value) o on true
      where o.value is distinct from n.value and n.key not in ('version', 'excerpt', 'subject', 'follower_count')
    ), event as (
      insert into events (epoch, type, actor_kind, actor_id, conversation_id, message_id, customer_id, team_id, brand_id,
                          channel_id, before, after, version, occurred_at)
      select (select epoch from installation), ${input.type}, ${who.kind}, ${who.id}::uuid, upd.id, ${input.messageId ?? null}::uuid,
             upd.customer_id, upd.team_id, upd.brand_id, upd.channel_id, diff.before,
             diff.after || ${JSON.stringify(input.more ?? {})}::jsonb
               || case when upd.follower_count > 0 then '{"followed": true}' else '{}' end::jsonb,
             upd.version, clock_timestamp()
      from upd, diff returning id
    )
    select old.id, old.number::int as number, upd.version, event.id::int as "eventId", old.customer_id as "customerId",
           upd.brand_id as "brandId", upd.team_id as "teamId", upd.channel_id as "channelId",
           diff.before, diff.after, case when upd.id is not null then ${stateOf("upd", rules)} end as now
    from old left join upd on upd.id = old.id left join event on true left join diff on true`);
  return result.rows[0];
}
