import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";
import { readDate } from "@/lib/text/dates";
import { transact } from "@/lib/transact";
import { longestPauseDays } from "./longest";

export const newPause = z.object({
  /** A moment (ISO 8601), or in words: "tomorrow 9", "vendredi 14h". */
  until: z.string().trim().min(1).max(200),
  because: z.string().trim().max(300).nullable().default(null),
});

/**
 * Lets everything automatic stand still until a moment. A pause that is in force is replaced: a later end, or an
 * earlier one. Throws `invalid` for what is no moment ahead of us, at most a month.
 */
export async function setPause(
  actor: Actor,
  input: z.output<typeof newPause>,
): Promise<{ id: string; until: string }> {
  authorize(actor, "pause.set");
  return transact(async (tx) => {
    const now = new Date();
    const until = (await momentOf(tx, input.until, now)) ?? fail("invalid", "pause.until");
    if (until <= now) fail("invalid", "pause.until");
    if (until.getTime() - now.getTime() > longestPauseDays * 86_400_000)
      fail("invalid", "pause.too_long", { days: longestPauseDays });
    const id = newId();
    await tx.execute(sql`
      update pauses set ended_at = least(until, clock_timestamp()), ended_by = case when until > clock_timestamp() then ${actor.id}::uuid end
      where ended_at is null`);
    await tx.execute(sql`
      insert into pauses (id, until, because, by) values (${id}, ${until.toISOString()}, ${cleanLine(input.because ?? "", 300) || null}, ${actor.id})`);
    await recordEvent(tx, {
      type: "pause.set",
      actor: actorOf(actor),
      after: { pauseId: id, until: until.toISOString() },
      occurredAt: now,
    });
    return { id, until: until.toISOString() };
  }, "timers");
}

/** Ends the pause before its time. Ending none is no mistake. */
export async function endPause(actor: Actor): Promise<void> {
  authorize(actor, "pause.set");
  await transact(async (tx) => {
    const ended = await tx.execute<{ id: string }>(sql`
      update pauses set ended_at = clock_timestamp(), ended_by = ${actor.id} where ended_at is null returning id`);
    const [pause] = ended.rows;
    if (!pause) return;
    await recordEvent(tx, {
      type: "pause.ended",
      actor: actorOf(actor),
      after: { pauseId: pause.id },
      occurredAt: new Date(),
    });
  }, "timers");
}

async function momentOf(tx: Tx, text: string, now: Date): Promise<Date | null> {
  const iso = z.iso.datetime({ offset: true }).safeParse(text);
  if (iso.success) return new Date(iso.data);
  const house = await tx.execute<{ zone: string | null }>(sql`select zone from organisation`);
  return readDate(text, { now, zone: house.rows[0]?.zone ?? "UTC" })?.at ?? null;
}
