import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";

/**
 * Puts a spike away for everybody: somebody looks after it. `none`: it is no spike, which is kept as a label, and its
 * hours count as usual ones from now on. Throws `not_found`.
 */
export async function dismissSpike(
  actor: Actor,
  input: { spikeId: string; as: "seen" | "none" },
): Promise<void> {
  authorize(actor, "spike.dismiss");
  await transact((tx) => change(tx, actor, { spikeId: input.spikeId, isAway: true, as: input.as }));
}

/** Takes that back. */
export async function restoreSpike(actor: Actor, input: { spikeId: string }): Promise<void> {
  authorize(actor, "spike.dismiss");
  await transact((tx) => change(tx, actor, { spikeId: input.spikeId, isAway: false, as: "seen" }));
}

async function change(
  tx: Tx,
  actor: Actor,
  input: { spikeId: string; isAway: boolean; as: "seen" | "none" },
): Promise<void> {
  const isFalse = input.as === "none";
  const done = await tx.execute<{ brandId: string; series: string; fromHour: string; toHour: string }>(sql`
    update spikes s set dismissed_at = case when ${input.isAway} then clock_timestamp() end,
      dismissed_by = case when ${input.isAway} then ${actor.id}::uuid end, is_false = ${isFalse}
    where s.id = ${input.spikeId} and ${visibleBrand(actor, sql`s.brand_id`)}
    returning s.brand_id as "brandId", s.series, s.from_hour as "fromHour", s.to_hour as "toHour"`);
  const spike = done.rows[0] ?? fail("not_found", "spike.not_found");
  await tx.execute(sql`
    update series_hours set is_flagged = ${!isFalse} where brand_id = ${spike.brandId} and series = ${spike.series}
      and hour between ${spike.fromHour}::timestamptz and ${spike.toHour}::timestamptz`);
  await recordEvent(tx, {
    type: "spike.dismissed",
    actor: actorOf(actor),
    brandId: spike.brandId,
    after: { spikeId: input.spikeId, isAway: input.isAway, isFalse },
    occurredAt: new Date(),
  });
}
