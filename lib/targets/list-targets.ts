import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Band, TargetKind } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";

export type TargetView = {
  id: string;
  kind: TargetKind;
  brandId: string | null;
  channelId: string | null;
  /** Of the brand or channel; null for everything. */
  scopeName: string | null;
  /** -1 put first, 0 as it comes, 1 can wait; null is any. */
  pin: -1 | 0 | 1 | null;
  tagId: string | null;
  tagName: string | null;
  band: Band | null;
  /** Of opening hours. */
  seconds: number;
  warnSeconds: number | null;
  escalateAgentId: string | null;
  escalateTeamId: string | null;
  /** Of whoever is told when it is missed. */
  escalateName: string | null;
  isHandedOver: boolean;
  validFrom: string;
  /** Null while it holds. */
  validUntil: string | null;
  by: string | null;
};

/** Every promise that holds, and those that held before, the newest first. */
export async function listTargets(actor: Actor): Promise<TargetView[]> {
  authorize(actor, "channel.read");
  const found = await db.execute<TargetView>(sql`
    select t.id, t.kind, t.brand_id as "brandId", t.channel_id as "channelId", coalesce(h.name, b.name) as "scopeName",
      t.pin, t.tag_id as "tagId", g.name as "tagName", t.band, t.warn_seconds as "warnSeconds", t.escalate_agent_id as "escalateAgentId",
      t.escalate_team_id as "escalateTeamId", coalesce(e.name, m.name) as "escalateName", t.is_handed_over as "isHandedOver",
      t.seconds, t.valid_from as "validFrom", t.valid_until as "validUntil", a.name as by
    from targets t left join brands b on b.id = t.brand_id left join channels h on h.id = t.channel_id
    left join agents a on a.id = t.created_by left join tags g on g.id = t.tag_id
    left join agents e on e.id = t.escalate_agent_id left join teams m on m.id = t.escalate_team_id
    where (t.brand_id is null or b.id is not null) and (t.channel_id is null or h.id is not null)
      and (coalesce(b.id, h.brand_id) is null or ${visibleBrand(actor, sql`coalesce(b.id, h.brand_id)`)})
    order by t.valid_until is not null, t.valid_from desc, t.id limit 500`);
  return found.rows.map((row) => ({
    ...row,
    validFrom: isoText(row.validFrom),
    validUntil: iso(row.validUntil),
  }));
}
