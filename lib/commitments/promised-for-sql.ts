import { sql } from "drizzle-orm";

/** Of a promise `m`: `promisedFor` of promised-for.ts. */
export const promisedForSql = sql.raw(`(select case when m.is_day
  then to_char((m.due_at - interval '1 millisecond') at time zone h.zone, 'YYYY-MM-DD')
  else to_char(m.due_at at time zone h.zone, 'YYYY-MM-DD"T"HH24:MI') end
  from (select ${zoneOfBrand("m.brand_id")} as zone) h)`);

/** The zone of a brand's opening hours, in which promises are meant; `brandId` is the name of a column. */
export function zoneOfBrand(brandId: string): string {
  return `coalesce((select v.hours ->> 'zone' from brands b join schedule_versions v on v.schedule_id = b.schedule_id
      where b.id = ${brandId} and v.valid_from <= now() order by v.valid_from desc limit 1),
    (select o.zone from organisation o), 'UTC')`;
}
