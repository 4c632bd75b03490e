import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, can, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { channelOf } from "./registry";
import { accessWarningDays } from "./tell-trouble";

/** A channel that fails for longer than this is said above the desk. */
export const bannerAfterMinutes = 5;

export type ChannelTrouble = {
  channelId: string;
  name: string;
  icon: string;
  /** It does not work, or the access to it ends within a week (told to whoever can change that). */
  what: "failing" | "access";
  /** Since when it fails, or when the access ends. */
  at: Iso;
  failure: { code: string; params: { [key: string]: string | number } } | null;
  /** When it goes on, where the other side named a time. */
  nextTryAt: Iso | null;
};

type Row = {
  channelId: string;
  kind: string;
  name: string;
  what: ChannelTrouble["what"];
  at: string;
  code: string | null;
  params: { [key: string]: string | number } | null;
  nextTryAt: string | null;
};

/** What everybody at the desk should know about the channels of their brands: what is down, and what soon will be. */
export async function listTroubles(actor: Actor): Promise<ChannelTrouble[]> {
  authorize(actor, "channel.read");
  const mine = sql`h.paused_at is null and ${visibleBrand(actor, sql`h.brand_id`)}`;
  const ending = can(actor, "channel.edit")
    ? sql`union all
      select h.id, h.kind, h.name, 'access', h.access_ends_at, null, null, null from channels h
      where h.access_ends_at <= now() + make_interval(days => ${accessWarningDays}) and ${mine}`
    : sql``;
  const found = await db.execute<Row>(sql`
    select h.id as "channelId", h.kind, h.name, 'failing' as what, h.failing_since as at, h.failure_code as code,
      h.failure_params as params, h.next_try_at as "nextTryAt"
    from channels h where h.failing_since <= now() - make_interval(mins => ${bannerAfterMinutes}) and ${mine}
    ${ending} order by what desc, at limit 50`);
  return found.rows.map(({ kind, code, params, ...row }) => ({
    ...row,
    icon: channelOf(kind)?.icon ?? "plug",
    at: isoText(row.at),
    failure: code === null ? null : { code, params: params ?? {} },
    nextTryAt: iso(row.nextTryAt),
  }));
}
