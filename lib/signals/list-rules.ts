import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type SignalRuleKind, signalRuleKinds } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { shippedRules } from "./rules";

export type SignalRuleView = {
  kind: SignalRuleKind;
  isOn: boolean;
  settings: { [name: string]: number };
  coolDownDays: number;
  /** Who changed it last, and when; null for one as shipped. */
  changedBy: string | null;
  changedAt: string | null;
};

export type SignalRulesView = {
  rules: SignalRuleView[];
  /** Conversations that all rules of the house together may open in a day, and how many they did today. */
  perDay: number;
  today: number;
  houseGapDays: number | null;
};

/** Every rule of a brand, those that nobody touched as they are shipped: switched off. */
export async function listSignalRules(actor: Actor, input: { brandId: string }): Promise<SignalRulesView> {
  authorize(actor, "signal.edit");
  await brandToEdit(actor, input.brandId);
  const kept = await db.execute<SignalRuleView>(sql`
    select r.kind, r.is_on as "isOn", r.settings, r.cool_down_days as "coolDownDays", a.name as "changedBy", r.changed_at as "changedAt"
    from signal_rules r left join agents a on a.id = r.changed_by where r.brand_id = ${input.brandId}::uuid`);
  const byKind = new Map(kept.rows.map((rule) => [rule.kind, rule]));
  const house = await db.execute<{ perDay: number; today: number; houseGapDays: number | null }>(sql`
    select g.outreaches_per_day as "perDay", (select count(*)::int from outreaches o where o.way <> 'none'
      and o.opened_at >= date_trunc('day', now(), g.zone)) as today,
      (select gap_days from signal_houses where brand_id = ${input.brandId}::uuid) as "houseGapDays"
    from organisation g`);
  return {
    rules: signalRuleKinds.map((kind) => {
      const { settings, coolDownDays } = shippedRules[kind];
      const rule = byKind.get(kind);
      return rule
        ? {
            ...rule,
            settings: { ...settings, ...rule.settings },
            changedAt: rule.changedAt ? isoText(rule.changedAt) : null,
          }
        : { kind, isOn: false, settings, coolDownDays, changedBy: null, changedAt: null };
    }),
    perDay: house.rows[0]?.perDay ?? 10,
    today: house.rows[0]?.today ?? 0,
    houseGapDays: house.rows[0]?.houseGapDays ?? null,
  };
}

/** Throws `not_found` for a brand that the actor does not see. */
export async function brandToEdit(actor: Actor, brandId: string): Promise<void> {
  authorize(actor, "signal.edit");
  const found = await db.execute(
    sql`select 1 from brands b where b.id = ${brandId}::uuid and ${visibleBrand(actor, sql`b.id`)}`,
  );
  if (found.rows.length === 0) fail("not_found", "brand.unknown");
}
