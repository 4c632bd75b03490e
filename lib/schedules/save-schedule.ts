import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { schedules, scheduleVersions } from "@/db/schema/schedules";
import { type Actor, authorize } from "@/lib/access";
import { differences } from "@/lib/audit/differences";
import { type Schedule, scheduleSchema } from "@/lib/clock/schedule";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { forgetRules } from "@/lib/targets/rules";
import { cleanLine } from "@/lib/text/clean";

export const scheduleInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1)),
  hours: scheduleSchema,
});
export type ScheduleInput = z.output<typeof scheduleInput>;

/** New opening hours, in force from now on for the brands that will use them. */
export async function createSchedule(actor: Actor, input: ScheduleInput): Promise<{ id: string }> {
  authorize(actor, "schedule.edit");
  const id = newId();
  await db.transaction(async (tx) => {
    await insertSchedule(tx, { ...input, id, createdBy: actor.id });
    await recordEvent(tx, {
      type: "schedule.created",
      actor: actorOf(actor),
      after: { scheduleId: id, name: input.name },
      occurredAt: new Date(),
    });
  });
  forgetRules();
  return { id };
}

export async function insertSchedule(
  tx: Tx,
  input: ScheduleInput & { id: string; createdBy: string | null },
): Promise<void> {
  await tx.insert(schedules).values({ id: input.id, name: input.name });
  await tx.insert(scheduleVersions).values({
    scheduleId: input.id,
    validFrom: thisSecond(),
    hours: input.hours,
    createdBy: input.createdBy,
  });
}

/**
 * Changes opening hours from now on. The hours of before stay in force for what began before: nothing that was due
 * moves, and no figure of the past changes. Two changes within one second are one.
 */
export async function updateSchedule(
  actor: Actor,
  input: ScheduleInput & { scheduleId: string },
): Promise<void> {
  authorize(actor, "schedule.edit");
  await db.transaction(async (tx) => {
    const [schedule] = await tx
      .select({ id: schedules.id, name: schedules.name })
      .from(schedules)
      .where(eq(schedules.id, input.scheduleId))
      .for("update");
    if (!schedule) return fail("not_found", "not_found");
    const before = await hoursNow(tx, schedule.id);
    const changed = differences({ name: schedule.name, ...before }, { name: input.name, ...input.hours });
    if (!changed) return;
    await tx.update(schedules).set({ name: input.name }).where(eq(schedules.id, schedule.id));
    const version = { hours: input.hours, createdBy: actor.id };
    await tx
      .insert(scheduleVersions)
      .values({ scheduleId: schedule.id, validFrom: thisSecond(), ...version })
      .onConflictDoUpdate({
        target: [scheduleVersions.scheduleId, scheduleVersions.validFrom],
        set: version,
      });
    await recordEvent(tx, {
      type: "schedule.changed",
      actor: actorOf(actor),
      before: { ...changed.before, scheduleId: schedule.id },
      after: { ...changed.after, scheduleId: schedule.id },
      occurredAt: new Date(),
    });
  });
  forgetRules();
}

/** Takes opening hours away that no brand uses: `conflict` otherwise, and when a brand's past counts by them. */
export async function deleteSchedule(actor: Actor, input: { scheduleId: string }): Promise<void> {
  authorize(actor, "schedule.edit");
  await db.transaction(async (tx) => {
    const used = await tx.execute<{ name: string }>(
      sql`select name from brands where schedule_id = ${input.scheduleId}
          union all select name from teams where schedule_id = ${input.scheduleId}
          union all select name from agents where schedule_id = ${input.scheduleId}
          -- Their past counts by it.
          union all select coalesce(b.name, t.name) from schedule_uses u left join brands b on b.id = u.brand_id
            left join teams t on t.id = u.team_id where u.schedule_id = ${input.scheduleId} and coalesce(b.name, t.name) is not null limit 1`,
    );
    if (used.rows[0]) fail("conflict", "schedule.in_use", { brand: used.rows[0].name });
    const [gone] = await tx
      .delete(schedules)
      .where(eq(schedules.id, input.scheduleId))
      .returning({ name: schedules.name });
    if (!gone) return fail("not_found", "not_found");
    await recordEvent(tx, {
      type: "schedule.deleted",
      actor: actorOf(actor),
      before: { scheduleId: input.scheduleId, name: gone.name },
      occurredAt: new Date(),
    });
  });
  forgetRules();
}

async function hoursNow(tx: Tx, scheduleId: string): Promise<Schedule | undefined> {
  const found = await tx.execute<{ hours: Schedule }>(sql`
    select hours from schedule_versions where schedule_id = ${scheduleId} order by valid_from desc limit 1`);
  return found.rows[0]?.hours;
}

/** Mail dates know only seconds: what arrives in the second of a change is already counted by it. */
export function thisSecond(): Date {
  return new Date(Math.floor(Date.now() / 1000) * 1000);
}
