import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Conditions, RuleAction } from "./rule";

export type RuleInForce = {
  id: string;
  name: string;
  brandId: string | null;
  conditions: Conditions;
  actions: RuleAction[];
  isLast: boolean;
};

/** Every message asks; most houses have a handful of rules, which change once a month. */
const rememberMs = 1_000;

let known: { at: number; rules: Promise<RuleInForce[]> } | null = null;

/** The rules that are switched on, in their order. A change is known to other processes within a second. */
export function rulesInForce(): Promise<RuleInForce[]> {
  if (known && Date.now() - known.at < rememberMs) return known.rules;
  const rules = db
    .execute<RuleInForce>(sql`
      select id, name, brand_id as "brandId", conditions, actions, is_last as "isLast" from moderation_rules
      where deleted_at is null and disabled_at is null order by position, id limit 500`)
    .then(({ rows }) => rows);
  known = { at: Date.now(), rules };
  rules.catch(forgetModeration);
  return rules;
}

export function forgetModeration(): void {
  known = null;
}
