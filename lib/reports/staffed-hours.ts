import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import { dutyHours, isOnDuty, isStaff } from "@/lib/assignment/duty";
import type { Schedule } from "@/lib/clock/schedule";
import { localMoment } from "./local-moment";
import type { Scope } from "./scope";
import type { Slice } from "./slice";

/** Looked at so often within an hour: nobody's duty begins at other minutes than these halves. */
const looks = [15, 45];

/**
 * How many people are on duty in each of the 168 hours of the running week, Monday first, by their own hours or those of
 * their teams' brands; holidays of this week included. Who is away for a while is counted: the plan is what is compared.
 */
export async function staffedHours(scope: Scope, slice: Slice): Promise<number[]> {
  // People with the same hours are looked at once: a house has many people and few sets of hours.
  const found = await db.execute<{ hours: Schedule[]; people: number }>(sql`
    select hours, count(*)::int as people from (
      select ${dutyHours} as hours from agents a
      where ${isStaff} and (${slice.agentId}::uuid is null or a.id = ${slice.agentId}::uuid)
        and exists (select 1 from team_members m join team_brands b on b.team_id = m.team_id
          where m.agent_id = a.id and b.brand_id = any(${uuids(scope.brandIds)})
            and (${slice.teamId}::uuid is null or m.team_id = ${slice.teamId}::uuid))) duty group by hours`);
  const today = Temporal.Now.plainDateISO(scope.zone);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return Array.from({ length: 168 }, (_, at) => {
    const day = monday.add({ days: Math.floor(at / 24) }).toString();
    const here = looks.map((minute) => {
      const moment = localMoment(scope.zone, day, at % 24, minute);
      if (moment === null) return 0;
      const looked = new Date(moment);
      return found.rows.reduce((sum, { hours, people }) => sum + (isOnDuty(hours, looked) ? people : 0), 0);
    });
    return here.reduce((sum, one) => sum + one, 0) / looks.length;
  });
}
