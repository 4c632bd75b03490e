import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, can, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Json } from "./channel";
import { openSecrets } from "./load";
import { channelOf } from "./registry";

export type ChannelView = {
  id: string;
  kind: string;
  /** What it shows itself as: a sample channel stands for a real network. */
  icon: string;
  name: string;
  brandId: string;
  teamId: string | null;
  address: string | null;
  /** Path of its public page, such as /f/contact. */
  publicPath: string | null;
  isSample: boolean;
  health: {
    state: "working" | "failing" | "paused" | "unknown_kind";
    failingSince: string | null;
    failure: { code: string; params: { [key: string]: string | number } } | null;
    lastSuccessAt: string | null;
    lastItemAt: string | null;
    nextTryAt: string | null;
    /** When the access that the network gave us ends. */
    accessEndsAt: string | null;
    /** Seconds since the other side was last asked with success; null where nothing is asked. */
    lagSeconds: number | null;
    /** What has come and is not read yet. */
    unread: { count: number; oldestAt: string } | null;
    /** Items that could not be read. */
    parked: number;
  };
  /** Settings without the secrets, for whoever may change them; null for everybody else. */
  config: { [key: string]: Json } | null;
  /** Secrets that are set, by name. */
  secretsSet: string[];
};

type Row = {
  id: string;
  kind: string;
  name: string;
  brandId: string;
  teamId: string | null;
  address: string | null;
  config: { [key: string]: Json };
  secrets: string | null;
  isSample: boolean;
  pausedAt: string | null;
  lastSuccessAt: string | null;
  lastItemAt: string | null;
  failingSince: string | null;
  failureCode: string | null;
  failureParams: { [key: string]: string | number } | null;
  nextTryAt: string | null;
  accessEndsAt: string | null;
  parked: number;
  lagSeconds: number | null;
  unreadCount: number | null;
  unreadSince: string | null;
};

/** The channels of the brands that I may look at, with their health. No secret ever leaves. */
export async function listChannels(actor: Actor): Promise<ChannelView[]> {
  authorize(actor, "channel.read");
  const found = await db.execute<Row>(sql`
    with unread as (
      select channel_id, count(*)::int as count, min(received_at) as since from (
        select channel_id, received_at from inbound where state = 'new'
        union all select channel_id, received_at from inbound where state = 'reading') i group by channel_id
    )
    select h.id, h.kind, h.name, h.brand_id as "brandId", h.team_id as "teamId", h.address, h.config, h.secrets,
      h.is_sample as "isSample", h.paused_at as "pausedAt", h.last_success_at as "lastSuccessAt",
      h.last_item_at as "lastItemAt", h.failing_since as "failingSince", h.failure_code as "failureCode",
      h.failure_params as "failureParams", h.next_try_at as "nextTryAt", h.access_ends_at as "accessEndsAt",
      (select count(*)::int from inbound i where i.channel_id = h.id and i.state = 'parked') as parked,
      extract(epoch from now() - h.last_success_at)::int as "lagSeconds", u.count as "unreadCount", u.since as "unreadSince"
    from channels h left join unread u on u.channel_id = h.id where ${visibleBrand(actor, sql`h.brand_id`)} order by lower(h.name), h.id limit 1000`);
  const mayEdit = can(actor, "channel.edit");
  return found.rows.map((row) => toView(row, mayEdit));
}

function toView(row: Row, mayEdit: boolean): ChannelView {
  const channel = channelOf(row.kind);
  const state = !channel
    ? "unknown_kind"
    : row.pausedAt
      ? "paused"
      : row.failingSince
        ? "failing"
        : "working";
  return {
    id: row.id,
    kind: row.kind,
    icon: channel?.icon ?? "plug",
    name: row.name,
    brandId: row.brandId,
    teamId: row.teamId,
    address: row.address,
    publicPath: channel ? publicPathOf(channel.publicPath, row.config) : null,
    isSample: row.isSample,
    health: {
      state,
      failingSince: row.failingSince === null ? null : isoText(row.failingSince),
      failure: row.failureCode === null ? null : { code: row.failureCode, params: row.failureParams ?? {} },
      lastSuccessAt: iso(row.lastSuccessAt),
      lastItemAt: iso(row.lastItemAt),
      nextTryAt: iso(row.nextTryAt),
      accessEndsAt: iso(row.accessEndsAt),
      lagSeconds: channel?.poll && !row.pausedAt ? row.lagSeconds : null,
      unread:
        row.unreadCount === null || row.unreadSince === null
          ? null
          : { count: row.unreadCount, oldestAt: isoText(row.unreadSince) },
      parked: row.parked,
    },
    config: mayEdit ? row.config : null,
    secretsSet: mayEdit ? Object.keys(openSecrets(row.secrets)) : [],
  };
}

/** Settings of an older version may not fit today's schema; the list must show the channel all the same. */
function publicPathOf(publicPath: (config: unknown) => string | null, config: unknown): string | null {
  try {
    return publicPath(config);
  } catch {
    return null;
  }
}
