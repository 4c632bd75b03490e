import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { isoText } from "@/lib/conversations/load-rows";

export type ScheduleView = {
  id: string;
  name: string;
  hours: Schedule;
  /** Brands of mine that count by it. */
  brandIds: string[];
  /** Teams that count by it, whatever their brands do. */
  teamIds: string[];
  versions: Array<{ validFrom: string; by: string | null }>;
};

/** Opening hours as they stand now, with who changed them when. */
export async function listSchedules(actor: Actor): Promise<ScheduleView[]> {
  authorize(actor, "channel.read");
  const found = await db.execute<ScheduleView>(sql`
    select s.id, s.name, v.hours,
      array(select b.id::text from brands b where b.schedule_id = s.id and ${visibleBrand(actor, sql`b.id`)}) as "brandIds",
      array(select t.id::text from teams t where t.schedule_id = s.id) as "teamIds",
      (select coalesce(jsonb_agg(jsonb_build_object('validFrom', o.valid_from, 'by', a.name) order by o.valid_from desc), '[]')
         from (select * from schedule_versions where schedule_id = s.id order by valid_from desc limit 50) o
         left join agents a on a.id = o.created_by) as versions
    from schedules s join lateral (
      select hours from schedule_versions where schedule_id = s.id order by valid_from desc limit 1) v on true
    where ${visibleSchedule(actor)}
    order by lower(s.name), s.id limit 500`);
  return found.rows.map((row) => ({
    ...row,
    versions: row.versions.map(({ validFrom, by }) => ({ validFrom: isoText(validFrom), by })),
  }));
}

/** Those of my brands, and those of nobody yet. */
function visibleSchedule(actor: Actor) {
  return sql`(not exists (select 1 from brands b where b.schedule_id = s.id)
    or exists (select 1 from brands b where b.schedule_id = s.id and ${visibleBrand(actor, sql`b.id`)}))`;
}
