import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Band, TargetKind } from "@/db/enums";
import type { Hours, Traits } from "./pick";
import type { Target } from "./rules";

/** A target as people read it: how long, and what it is for. */
export type TargetLine = {
  id: string;
  kind: TargetKind;
  seconds: number;
  brandName: string | null;
  channelName: string | null;
  tagName: string | null;
  pin: -1 | 0 | 1 | null;
  band: Band | null;
  validFrom: string;
  by: string | null;
};

export type HoursView = {
  scheduleId: string | null;
  name: string | null;
  zone: string;
  of: "team" | "brand" | "nobody";
  ofName: string | null;
};

export async function targetLine(target: Target): Promise<TargetLine> {
  const found = await db.execute<Pick<TargetLine, "brandName" | "channelName" | "tagName" | "by">>(sql`
    select (select name from brands where id = ${target.brandId}::uuid) as "brandName",
      (select name from channels where id = ${target.channelId}::uuid) as "channelName",
      (select name from tags where id = ${target.tagId}::uuid) as "tagName",
      (select a.name from targets t join agents a on a.id = t.created_by where t.id = ${target.id}) as by`);
  const { id, kind, seconds, band } = target;
  const pin = target.pin === -1 || target.pin === 0 || target.pin === 1 ? target.pin : null;
  return { id, kind, seconds, pin, band, validFrom: new Date(target.from).toISOString(), ...found.rows[0]! };
}

export async function hoursView(
  { id, of, hours }: Hours,
  { brandId, teamId }: Pick<Traits, "brandId" | "teamId">,
): Promise<HoursView> {
  const found = await db.execute<{ name: string | null; ofName: string | null }>(sql`
    select (select name from schedules where id = ${id}::uuid) as name,
      ${of === "team" ? sql`(select name from teams where id = ${teamId}::uuid)` : sql`(select name from brands where id = ${brandId}::uuid)`} as "ofName"`);
  const { name, ofName } = found.rows[0]!;
  return { scheduleId: id, name, zone: hours.zone, of, ofName: of === "nobody" ? null : ofName };
}
