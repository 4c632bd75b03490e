import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import type { Conditions, RuleAction } from "./rule";

export type RuleView = {
  id: string;
  name: string;
  brandId: string | null;
  conditions: Conditions;
  actions: RuleAction[];
  isLast: boolean;
  isOn: boolean;
  /** Messages that it hit in the last 30 days. */
  hitCount: number;
};

/** The rules of my brands and those of all, in the order in which they are asked. */
export async function listRules(actor: Actor): Promise<RuleView[]> {
  authorize(actor, "rule.read");
  const found = await db.execute<RuleView>(sql`
    select r.id, r.name, r.brand_id as "brandId", r.conditions, r.actions, r.is_last as "isLast", r.disabled_at is null as "isOn",
      (select count(*)::int from moderation_hits h where h.rule_id = r.id and h.at > now() - interval '30 days') as "hitCount"
    from moderation_rules r
    where r.deleted_at is null and (r.brand_id is null or ${visibleBrand(actor, sql`r.brand_id`)})
    order by r.position, r.id limit 500`);
  return found.rows;
}
