import { eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { targets } from "@/db/schema/schedules";
import { type Actor, authorize, seesAll, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { thisSecond } from "@/lib/schedules/save-schedule";
import { forgetRules } from "./rules";

export const targetKinds = ["first_response", "next_response", "resolution"] as const;

export const targetInput = z.object({
  kind: z.enum(targetKinds),
  /** Null is "any". A channel has a brand of its own, so at most one of the two is given. */
  brandId: z.uuid().nullable().default(null),
  channelId: z.uuid().nullable().default(null),
  /** Of opening hours. */
  seconds: z
    .number()
    .int()
    .min(60)
    .max(90 * 86_400),
});
export type TargetInput = z.output<typeof targetInput>;

/**
 * Promises a time for a brand, a channel, or everything, from this second on. What arrived before keeps the promise of
 * before. A manager sets targets of their own brands; those for everything are an administrator's.
 */
export async function setTarget(actor: Actor, input: TargetInput): Promise<{ id: string }> {
  authorize(actor, "target.edit");
  if (input.brandId !== null && input.channelId !== null) fail("invalid", "target.one_scope");
  const id = await db.transaction(async (tx) => {
    await mayPromise(tx, actor, input);
    // Two people who set the same target at once: the second waits and replaces the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant targets'))`);
    const before = await endCurrent(tx, input);
    if (before?.seconds === input.seconds) return before.id;
    const made = newId();
    await tx.insert(targets).values({ id: made, ...input, validFrom: thisSecond(), createdBy: actor.id });
    await recordEvent(tx, {
      type: "target.set",
      actor: actorOf(actor),
      ...scopeOf(input),
      before: before ? { seconds: before.seconds } : {},
      after: { kind: input.kind, seconds: input.seconds },
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
      before: { kind: target.kind, seconds: target.seconds },
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

/** The target that the new one replaces, ended unless it says the same. */
async function endCurrent(tx: Tx, input: TargetInput): Promise<{ id: string; seconds: number } | null> {
  const [current] = await tx
    .select()
    .from(targets)
    .where(
      sql`${targets.kind} = ${input.kind} and ${targets.validUntil} is null
        and ${sameOrBothNull(sql`${targets.brandId}`, input.brandId)}
        and ${sameOrBothNull(sql`${targets.channelId}`, input.channelId)}`,
    )
    .orderBy(sql`${targets.validFrom} desc`)
    .limit(1)
    .for("update");
  if (!current) return null;
  if (current.seconds !== input.seconds) await close(tx, current);
  return current;
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
