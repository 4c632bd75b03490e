import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { BlockKind, IdentityKind } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";

export type BlockView = {
  id: string;
  brandId: string;
  brandName: string;
  kind: BlockKind;
  identityKind: IdentityKind | null;
  value: string;
  by: string | null;
  at: Iso;
  expiresAt: Iso | null;
  /** Conversations that it has filed. */
  filedCount: number;
};

/** Who is blocked at this moment, the newest first. */
export async function listBlocks(actor: Actor): Promise<BlockView[]> {
  authorize(actor, "conversation.read");
  const found = await db.execute<BlockView>(sql`
    select b.id, b.brand_id as "brandId", r.name as "brandName", b.kind, b.identity_kind as "identityKind", b.value,
      a.name as by, b.created_at as at, b.expires_at as "expiresAt",
      (select count(*)::int from conversations c where c.status = 'spam' and c.block_id = b.id) as "filedCount"
    from blocks b join brands r on r.id = b.brand_id left join agents a on a.id = b.blocked_by
    where b.removed_at is null and (b.expires_at is null or b.expires_at > now()) and ${visibleBrand(actor, sql`b.brand_id`)}
    order by b.created_at desc, b.id limit 500`);
  return found.rows.map((row) => ({ ...row, at: isoText(row.at), expiresAt: iso(row.expiresAt) }));
}
