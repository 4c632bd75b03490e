import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { type Actor, authorize, seesAll, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, type EventType, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { forgetModeration } from "./in-force";
import type { ruleInput } from "./rule";

type Input = z.output<typeof ruleInput>;

/** A new rule is asked after all others. It acts on what arrives from now on, never on what is there. */
export async function createRule(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, "rule.edit");
  const id = newId();
  await transact(async (tx) => {
    await mayBrand(tx, actor, input.brandId);
    await knownTakers(tx, input);
    await tx.execute(sql`
      insert into moderation_rules (id, name, brand_id, position, conditions, actions, is_last, disabled_at, created_by)
      select ${id}, ${input.name}, ${input.brandId}::uuid, coalesce(max(position), 0) + 1, ${JSON.stringify(input.conditions)}::jsonb,
        ${JSON.stringify(input.actions)}::jsonb, ${input.isLast}, ${input.isOn ? null : new Date().toISOString()}::timestamptz, ${actor.id}
      from moderation_rules`);
    await tell(tx, actor, { type: "rule.created", id, name: input.name, brandId: input.brandId });
  });
  forgetModeration();
  return { id };
}

export async function updateRule(actor: Actor, input: Input & { ruleId: string }): Promise<void> {
  authorize(actor, "rule.edit");
  await transact(async (tx) => {
    await lockRule(tx, actor, input.ruleId);
    await mayBrand(tx, actor, input.brandId);
    await knownTakers(tx, input);
    await tx.execute(sql`
      update moderation_rules set name = ${input.name}, brand_id = ${input.brandId}::uuid,
        conditions = ${JSON.stringify(input.conditions)}::jsonb, actions = ${JSON.stringify(input.actions)}::jsonb,
        is_last = ${input.isLast}, disabled_at = ${input.isOn ? sql`null` : sql`coalesce(disabled_at, now())`}, changed_at = now()
      where id = ${input.ruleId}`);
    await tell(tx, actor, {
      type: "rule.changed",
      id: input.ruleId,
      name: input.name,
      brandId: input.brandId,
    });
  });
  forgetModeration();
}

/** Taken away; its log stays. */
export async function deleteRule(actor: Actor, input: { ruleId: string }): Promise<void> {
  authorize(actor, "rule.edit");
  await transact(async (tx) => {
    const { name, brandId } = await lockRule(tx, actor, input.ruleId);
    await tx.execute(sql`update moderation_rules set deleted_at = now() where id = ${input.ruleId}`);
    await tell(tx, actor, { type: "rule.deleted", id: input.ruleId, name, brandId });
  });
  forgetModeration();
}

/** Puts a rule one place earlier in the order. The first one stays first. */
export async function moveRuleUp(actor: Actor, input: { ruleId: string }): Promise<void> {
  authorize(actor, "rule.edit");
  await transact(async (tx) => {
    await tx.execute(sql`select 1 from moderation_rules where deleted_at is null order by id for update`);
    const { position, brandId, name } = await lockRule(tx, actor, input.ruleId);
    const above = await tx.execute<{ id: string; position: number }>(sql`
      select id, position from moderation_rules where deleted_at is null and (position, id) < (${position}::int, ${input.ruleId}::uuid)
      order by position desc, id desc limit 1`);
    const other = above.rows[0];
    if (!other) return;
    // Two at one place would stay there: the one below makes room.
    await tx.execute(sql`
      update moderation_rules set position = case id when ${input.ruleId}::uuid then ${other.position}::int else ${Math.max(position, other.position + 1)}::int end
      where id in (${input.ruleId}, ${other.id})`);
    await tell(tx, actor, { type: "rule.changed", id: input.ruleId, name, brandId });
  });
  forgetModeration();
}

type Locked = { name: string; brandId: string | null; position: number };

async function lockRule(tx: Tx, actor: Actor, ruleId: string): Promise<Locked> {
  const found = await tx.execute<Locked>(sql`
    select r.name, r.brand_id as "brandId", r.position from moderation_rules r
    where r.id = ${ruleId} and r.deleted_at is null and (r.brand_id is null or ${visibleBrand(actor, sql`r.brand_id`)}) for update`);
  const rule = found.rows[0] ?? fail("not_found", "not_found");
  await mayBrand(tx, actor, rule.brandId);
  return rule;
}

/** A rule for every brand is made by whoever sees every brand. */
async function mayBrand(tx: Tx, actor: Actor, brandId: string | null): Promise<void> {
  const hidden = await tx.execute(sql`
    select 1 from brands b where ${brandId === null ? sql`true` : sql`b.id = ${brandId}`} and not ${visibleBrand(actor, sql`b.id`)} limit 1`);
  if (hidden.rows.length > 0) fail("forbidden", "rule.brand");
  if (brandId === null || seesAll(actor)) return;
  const known = await tx.execute(sql`select 1 from brands where id = ${brandId}`);
  if (known.rows.length === 0) fail("invalid", "brand.unknown");
}

async function knownTakers(tx: Tx, { actions, brandId }: Input): Promise<void> {
  if (brandId !== null) {
    const brand = await tx.execute(sql`select 1 from brands where id = ${brandId}`);
    if (brand.rows.length === 0) fail("invalid", "brand.unknown");
  }
  for (const action of actions) {
    if (action.kind === "assign") {
      const team = await tx.execute(sql`select 1 from teams where id = ${action.teamId}`);
      if (team.rows.length === 0) fail("invalid", "team.unknown");
    }
    if (action.kind === "restrict") {
      const known = await tx.execute(sql`
        select id from agents where id = any(${`{${action.agentIds.join(",")}}`}::uuid[]) and deactivated_at is null`);
      if (known.rows.length < new Set(action.agentIds).size) fail("invalid", "assign.unknown");
    }
  }
}

async function tell(
  tx: Tx,
  actor: Actor,
  { type, id, name, brandId }: { type: EventType; id: string; name: string; brandId: string | null },
): Promise<void> {
  await recordEvent(tx, {
    type,
    actor: actorOf(actor),
    ...(brandId === null ? {} : { brandId }),
    after: { ruleId: id, name },
    occurredAt: new Date(),
  });
}
