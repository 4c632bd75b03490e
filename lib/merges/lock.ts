import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Actor, columnsOf, type System, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import type { Joint } from "./join";
import { jointFields, toJoint } from "./state";

export type Locked = {
  id: string;
  number: number;
  brandId: string;
  teamId: string | null;
  channelId: string | null;
  customerId: string;
  customerName: string;
  mergedIntoId: string | null;
  isRestricted: boolean;
  followerCount: number;
  /** Who is named on a restricted one. */
  allowedIds: string[];
  channelKind: string;
  subject: string | null;
  excerpt: string;
  createdAt: string;
  joint: Joint;
};

/**
 * Locks two conversations and, before them, their customers, each in the order of their keys: as receiving and
 * replying do, so that none of the three waits for another in a circle. Throws `not_found` where one cannot be seen.
 */
export async function lockBoth(
  tx: Tx,
  actor: Actor | System,
  { oneId, otherId }: { oneId: string; otherId: string },
): Promise<{ one: Locked; other: Locked }> {
  const ids = sql`${`{${oneId},${otherId}}`}::uuid[]`;
  await tx.execute(sql`
    select k.id from customers k where k.id in (select customer_id from conversations where id = any(${ids}))
    order by k.id for no key update`);
  await tx.execute(sql`select c.id from conversations c where c.id = any(${ids}) order by c.id for update`);
  return loadBoth(tx, actor, { oneId, otherId });
}

/** The same without a lock, to look at. */
export async function loadBoth(
  on: Db | Tx,
  actor: Actor | System,
  { oneId, otherId }: { oneId: string; otherId: string },
): Promise<{ one: Locked; other: Locked }> {
  const ids = sql`${`{${oneId},${otherId}}`}::uuid[]`;
  const found = await on.execute<Joint & Omit<Locked, "joint">>(sql`
    select c.id, c.number::int as number, c.brand_id as "brandId", c.team_id as "teamId", c.channel_id as "channelId",
      k.id as "customerId", k.name as "customerName", c.merged_into_id as "mergedIntoId",
      c.is_restricted as "isRestricted", c.follower_count as "followerCount", c.excerpt, c.subject,
      coalesce(h.config ->> 'plays', h.kind, 'note') as "channelKind", c.created_at as "createdAt",
      (select coalesce(array_agg(a.agent_id::text order by a.agent_id), '{}') from conversation_access a where a.conversation_id = c.id) as "allowedIds",
      ${jointFields}
    from conversations c join customers own on own.id = c.customer_id join customers k on k.id = own.person_id
    left join channels h on h.id = c.channel_id
    where c.id = any(${ids}) and ${visible(actor, columnsOf("c"))}`);
  const pick = (id: string): Locked => {
    const row = found.rows.find((one) => one.id === id) ?? fail("not_found", "conversation.not_found");
    return { ...row, joint: toJoint(row) };
  };
  return { one: pick(oneId), other: pick(otherId) };
}
