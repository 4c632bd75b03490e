import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize, can, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { atOnce } from "./at-once";
import type { Slice } from "./slice";
import { isWorkableSpan } from "./workable";

/** The brands that a figure speaks of, and the zone in which its days begin. */
export type Scope = {
  brandIds: string[];
  /** Every brand of the house. */
  isAll: boolean;
  zone: string;
};

/**
 * Whose figures somebody gets: administrators those of the house, managers those of their brands, everybody who answers
 * their own. Sample brands count only where one is asked for, or where there is no other. Throws `forbidden`, and `invalid`
 * for days that no house has worked through.
 */
export const scopeOf = atOnce(async (actor: Actor, slice: Slice): Promise<Scope> => {
  const isOwn = can(actor, "conversation.reply") && slice.agentId === actor.id;
  if (!isOwn) authorize(actor, "report.read");
  if (!isWorkableSpan(slice.from, slice.to)) fail("invalid", "report.days");
  const found = await db.execute<{ id: string; isSample: boolean; isMine: boolean; zone: string }>(sql`
    select b.id, b.is_sample as "isSample", ${isOwn ? sql`true` : visibleBrand(actor, sql`b.id`)} as "isMine",
      coalesce((select zone from organisation), 'Europe/Paris') as zone
    from brands b order by b.id`);
  const mine = found.rows.filter(({ id, isMine }) => isMine && (slice.brandId ?? id) === id);
  const real = mine.filter(({ isSample }) => !isSample);
  const counted = slice.brandId !== null || real.length === 0 ? mine : real;
  return {
    brandIds: counted.map(({ id }) => id),
    isAll: counted.length === found.rows.length,
    zone: found.rows[0]?.zone ?? "Europe/Paris",
  };
});

/** Of `facts f join dims d`: what lies in the slice, whatever its day. */
export function narrowed(scope: Scope, slice: Slice): SQL {
  const { channelId, teamId, agentId } = slice;
  const isWhole = scope.isAll && channelId === null && teamId === null && agentId === null;
  // By their numbers, which stand in the indexes of the facts: what lies outside is not looked at.
  const parts = [
    isWhole ? sql`true` : sql`f.dim_id = any(array(select d.id from dims d where ${ofDims(scope, slice)}))`,
  ];
  if (slice.tagId !== null)
    parts.push(
      sql`exists (select 1 from conversation_tags g where g.conversation_id = f.conversation_id and g.tag_id = ${slice.tagId}::uuid)`,
    );
  return sql.join(parts, sql` and `);
}

/** The same without the tag, which only conversations have: of `dims d`. */
export function ofDims(scope: Scope, slice: Slice): SQL {
  const parts: SQL[] = scope.isAll ? [sql`true`] : [sql`d.brand_id = any(${uuids(scope.brandIds)})`];
  if (slice.channelId !== null) parts.push(sql`d.channel_id = ${slice.channelId}::uuid`);
  if (slice.teamId !== null) parts.push(sql`d.team_id = ${slice.teamId}::uuid`);
  if (slice.agentId !== null) parts.push(sql`d.agent_id = ${slice.agentId}::uuid`);
  return sql.join(parts, sql` and `);
}

/**
 * Of `facts f` that go on: what began on the days of the slice. These are few and have an index of their own; `is true`
 * keeps the planner from the index of days, in which it would read every fact of these days to find them.
 */
export function goingOnDays({ from, to }: Slice): SQL {
  return sql`(f.day >= ${from}::date) is true and (f.day < ${to}::date) is true`;
}

/** Of `facts f`: what began on the days of the slice. */
export function onDays({ from, to }: Slice): SQL {
  return sql`f.day >= ${from}::date and f.day < ${to}::date`;
}
