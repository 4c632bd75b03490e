import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { bands, targetKinds } from "@/db/enums";
import { targets } from "@/db/schema/schedules";
import { type Actor, authorize, seesAll, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { thisSecond } from "@/lib/schedules/save-schedule";
import { forgetRules } from "./rules";

const id = z.uuid().nullable().default(null);

export const targetInput = z.object({
  kind: z.enum(targetKinds),
  /** Null is "any". A channel has a brand of its own, so at most one of the two is given. */
  brandId: id,
  channelId: id,
  /** -1 put first, 0 as it comes, 1 can wait. */
  pin: z.literal([-1, 0, 1]).nullable().default(null),
  tagId: id,
  /** Of their patience alone; a target cannot pull a conversation into a band by itself. */
  band: z.enum(bands).nullable().default(null),
  /** Of opening hours. */
  seconds: z
    .number()
    .int()
    .min(60)
    .max(90 * 86_400),
  /** Of opening hours before it is due; null for half an hour, or half of it where that is shorter. */
  warnSeconds: z.number().int().min(0).nullable().default(null),
  /** Who is told of a miss beside whoever has it: somebody or a team, at most one. */
  escalateAgentId: id,
  escalateTeamId: id,
  /** The team also gets the conversation. */
  isHandedOver: z.boolean().default(false),
});
export type TargetInput = z.output<typeof targetInput>;

/**
 * Promises a time for a brand, a channel, or everything, from this second on. What arrived before keeps the promise of
 * before. A manager sets targets of their own brands; those for everything are an administrator's.
 */
export async function setTarget(actor: Actor, input: TargetInput): Promise<{ id: string }> {
  authorize(actor, "target.edit");
  if (input.brandId !== null && input.channelId !== null) fail("invalid", "target.one_scope");
  if (input.warnSeconds !== null && input.warnSeconds >= input.seconds) fail("invalid", "target.warn");
  if (input.escalateAgentId !== null && input.escalateTeamId !== null) fail("invalid", "target.one_called");
  if (input.isHandedOver && input.escalateTeamId === null) fail("invalid", "target.hand_over");
  const id = await db.transaction(async (tx) => {
    await mayPromise(tx, actor, input);
    await known(tx, input);
    // Two people who set the same target at once: the second waits and replaces the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant targets'))`);
    const before = await endCurrent(tx, input);
    if (before && saysTheSame(before, input)) return before.id;
    const made = newId();
    await tx.insert(targets).values({ id: made, ...input, validFrom: thisSecond(), createdBy: actor.id });
    await recordEvent(tx, {
      type: "target.set",
      actor: actorOf(actor),
      ...scopeOf(input),
      before: before ? sayingOf(before) : {},
      after: { kind: input.kind, ...namedIn(input), ...sayingOf(input) },
      occurredAt: new Date(),
    });
    return made;
  });
  forgetRules();
  return { id };
}

/** Takes a promise back from now on. Throws `not_found` for one that has ended already or is not theirs to change. */
export async function endTarget(actor: Actor, input: { targetId: string }): Promise<void> {
  authorize(actor, "target.edit");
  await db.transaction(async (tx) => {
    const [target] = await tx.select().from(targets).where(eq(targets.id, input.targetId)).for("update");
    if (!target || target.validUntil !== null) return fail("not_found", "not_found");
    await mayPromise(tx, actor, target);
    await close(tx, target);
    await recordEvent(tx, {
      type: "target.ended",
      actor: actorOf(actor),
      ...scopeOf(target),
      before: { kind: target.kind, ...namedIn(target), ...sayingOf(target) },
      occurredAt: new Date(),
    });
  });
  forgetRules();
}

type Scope = { brandId: string | null; channelId: string | null };

async function mayPromise(tx: Tx, actor: Actor, scope: Scope): Promise<void> {
  if (scope.brandId === null && scope.channelId === null) {
    if (!seesAll(actor)) fail("forbidden", "target.all");
    return;
  }
  const found = await tx.execute(
    scope.channelId === null
      ? sql`select 1 from brands b where b.id = ${scope.brandId} and ${visibleBrand(actor, sql`b.id`)}`
      : sql`select 1 from channels h where h.id = ${scope.channelId} and ${visibleBrand(actor, sql`h.brand_id`)}`,
  );
  if (found.rows.length === 0) fail("not_found", "not_found");
}

/** What it names must exist. */
async function known(tx: Tx, { tagId, escalateAgentId, escalateTeamId }: TargetInput): Promise<void> {
  const found = await tx.execute<{ tag: boolean; agent: boolean; team: boolean }>(sql`
    select (${tagId}::uuid is null or exists (select 1 from tags where id = ${tagId}::uuid)) as tag,
      (${escalateAgentId}::uuid is null or exists (
        select 1 from agents where id = ${escalateAgentId}::uuid and deactivated_at is null)) as agent,
      (${escalateTeamId}::uuid is null or exists (select 1 from teams where id = ${escalateTeamId}::uuid)) as team`);
  const { tag, agent, team } = found.rows[0]!;
  if (!tag) fail("invalid", "tag.not_found");
  if (!agent || !team) fail("invalid", "target.nobody");
}

/** The target that the new one replaces, ended unless it says the same. */
async function endCurrent(tx: Tx, input: TargetInput): Promise<typeof targets.$inferSelect | null> {
  const [current] = await tx
    .select()
    .from(targets)
    .where(
      sql`${targets.kind} = ${input.kind} and ${targets.validUntil} is null
        and ${sameOrBothNull(sql`${targets.brandId}`, input.brandId)}
        and ${sameOrBothNull(sql`${targets.channelId}`, input.channelId)}
        and ${sameOrBothNull(sql`${targets.tagId}`, input.tagId)}
        and ${targets.pin} is not distinct from ${input.pin}::smallint
        and ${targets.band} is not distinct from ${input.band}::text`,
    )
    .orderBy(sql`${targets.validFrom} desc`)
    .limit(1)
    .for("update");
  if (!current) return null;
  if (!saysTheSame(current, input)) await close(tx, current);
  return current;
}

type Saying = Pick<
  TargetInput,
  "seconds" | "warnSeconds" | "escalateAgentId" | "escalateTeamId" | "isHandedOver"
>;

/** How long, and what happens before and after. */
function sayingOf({ seconds, warnSeconds, escalateAgentId, escalateTeamId, isHandedOver }: Saying): Saying {
  return { seconds, warnSeconds, escalateAgentId, escalateTeamId, isHandedOver };
}

function saysTheSame(one: Saying, other: Saying): boolean {
  return JSON.stringify(sayingOf(one)) === JSON.stringify(sayingOf(other));
}

/** What it asks for beside brand and channel, which an event names anyway. */
function namedIn({ pin, tagId, band }: { pin: number | null; tagId: string | null; band: string | null }) {
  return { ...(pin === null ? {} : { pin }), ...(tagId ? { tagId } : {}), ...(band ? { band } : {}) };
}

/** One that is no second old never held: it goes without a trace. */
async function close(tx: Tx, target: typeof targets.$inferSelect): Promise<void> {
  const now = thisSecond();
  if (target.validFrom >= now) await tx.delete(targets).where(eq(targets.id, target.id));
  else await tx.update(targets).set({ validUntil: now }).where(eq(targets.id, target.id));
}

function sameOrBothNull(column: SQL, value: string | null): SQL {
  return sql`${column} is not distinct from ${value}::uuid`;
}

function scopeOf({ brandId, channelId }: Scope) {
  return { ...(brandId === null ? {} : { brandId }), channelId };
}
