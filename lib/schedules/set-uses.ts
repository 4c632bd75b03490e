import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { forgetRules } from "@/lib/targets/rules";
import { noteUse } from "./uses";

export const usesInput = z.object({
  brandIds: z.array(z.uuid()).max(1000),
  teamIds: z.array(z.uuid()).max(1000),
});

type Owner = { id: string; scheduleId: string | null };

/**
 * Who counts by these opening hours from now on: exactly these brands and teams of those that the actor sees. A team's own hours
 * win over its brands'. What was due before stays due.
 */
export async function setUses(
  actor: Actor,
  input: z.output<typeof usesInput> & { scheduleId: string },
): Promise<void> {
  authorize(actor, "schedule.edit");
  const { scheduleId } = input;
  await db.transaction(async (tx) => {
    const known = await tx.execute(sql`select 1 from schedules where id = ${scheduleId} for share`);
    if (known.rows.length === 0) fail("not_found", "not_found");
    const brands = await lockOwners(tx, sql`brands t where ${visibleBrand(actor, sql`t.id`)}`);
    for (const { owner: brand, to } of changes(brands, input.brandIds, scheduleId)) {
      await tx.execute(sql`update brands set schedule_id = ${to}::uuid where id = ${brand.id}`);
      await noteUse(tx, { brandId: brand.id, teamId: null, before: brand.scheduleId, scheduleId: to });
      await recordEvent(tx, {
        type: "brand.changed",
        actor: actorOf(actor),
        brandId: brand.id,
        before: { scheduleId: brand.scheduleId },
        after: { scheduleId: to },
        occurredAt: new Date(),
      });
    }
    const teams = await lockOwners(tx, sql`teams t where true`);
    for (const { owner: team, to } of changes(teams, input.teamIds, scheduleId)) {
      await tx.execute(sql`update teams set schedule_id = ${to}::uuid where id = ${team.id}`);
      await noteUse(tx, { brandId: null, teamId: team.id, before: team.scheduleId, scheduleId: to });
      await recordEvent(tx, {
        type: "team.changed",
        actor: actorOf(actor),
        teamId: team.id,
        before: { scheduleId: team.scheduleId },
        after: { scheduleId: to },
        occurredAt: new Date(),
      });
    }
  });
  forgetRules();
}

async function lockOwners(tx: Tx, from: SQL): Promise<Owner[]> {
  const found = await tx.execute<Owner>(
    sql`select t.id, t.schedule_id as "scheduleId" from ${from} order by t.id for update`,
  );
  return found.rows;
}

function changes(owners: readonly Owner[], wanted: readonly string[], scheduleId: string) {
  return owners.flatMap((owner) => {
    const isWanted = wanted.includes(owner.id);
    if (isWanted === (owner.scheduleId === scheduleId)) return [];
    return [{ owner, to: isWanted ? scheduleId : null }];
  });
}
