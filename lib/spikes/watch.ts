import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { countHours } from "./count";
import { spikeAt } from "./detect";
import { levelHours, meanAt } from "./expect";
import { endSpikes, keepSpike } from "./keep";

const HOUR = 3_600_000;
const everyMs = 120_000;
/** What arrives late, or is marked late, is counted where it belongs. */
const recountHours = 26;
const backfillWeeks = 13;
/** With so many series looking at once, chance brings an alarm somewhere: each has to be ten times as sure. */
const manySeries = 10;
/** A topic is watched from so many a week on. */
const topicsFrom = 20;

let nextAt = 0;

/** Counts the last hours and looks for more than usual, every two minutes. Resolves with when it does so again. */
export async function watchSpikes(): Promise<Date> {
  if (Date.now() >= nextAt) {
    nextAt = Date.now() + everyMs;
    await lookForSpikes(new Date());
  }
  return new Date(nextAt);
}

/** The same at once, for one moment. */
export async function lookForSpikes(now: Date): Promise<void> {
  const hour = Math.floor(now.getTime() / HOUR) * HOUR;
  await backfill(hour);
  await countHours(new Date(hour - recountHours * HOUR), new Date(hour + HOUR));
  for (const brand of await seriesNow(hour)) {
    const rarity = brand.series.length >= manySeries ? 1e-5 : 1e-4;
    for (const series of brand.series) {
      const counts = await load(brand.brandId, series, brand.start, hour);
      // The hour that runs is looked at too: it can only become more.
      for (const back of [1, 0]) {
        const at = counts.counts.length - 1 - back;
        const spike = at < 0 ? null : spikeAt(counts, at, rarity);
        if (spike === null || (spike.expected === null && series !== "complaints")) continue;
        const meanOf = (index: number) => (index < levelHours ? null : meanAt(counts, index));
        await keepSpike({
          brandId: brand.brandId,
          series,
          at: brand.start + at * HOUR,
          hours: spike.hours,
          counts: counts.counts,
          start: brand.start,
          meanOf,
        });
      }
    }
  }
  await endSpikes(new Date(hour));
}

/** Twelve weeks and one more, where nothing was counted yet; a week at once, since a statement has four seconds. */
async function backfill(hour: number): Promise<void> {
  const known = await db.execute(sql`
    select 1 from series_hours where hour < ${new Date(hour - 48 * HOUR).toISOString()}::timestamptz limit 1`);
  if (known.rows.length > 0) return;
  for (let week = backfillWeeks; week > 0; week--) {
    const from = hour - week * 168 * HOUR;
    await countHours(new Date(from), new Date(from + 168 * HOUR));
  }
}

/** The series of each brand in which something happened within the last three hours, and since when it is counted. */
async function seriesNow(hour: number): Promise<Array<{ brandId: string; start: number; series: string[] }>> {
  const iso = (back: number) => new Date(hour - back * HOUR).toISOString();
  const found = await db.execute<{ brandId: string; start: string; series: string[] }>(sql`
    select h.brand_id as "brandId", array_agg(distinct h.series) as series,
      (select min(f.hour) from series_hours f where f.brand_id = h.brand_id and f.hour >= ${iso(backfillWeeks * 168)}::timestamptz)::text as start
    from series_hours h where h.hour >= ${iso(2)}::timestamptz and h.count > 0
      and (h.series not like 'topic:%' or (select sum(w.count) from series_hours w
        where w.brand_id = h.brand_id and w.series = h.series and w.hour > ${iso(168)}::timestamptz) >= ${topicsFrom})
    group by h.brand_id`);
  return found.rows.map(({ start, ...row }) => ({ ...row, start: Date.parse(start) }));
}

async function load(brandId: string, series: string, start: number, hour: number) {
  const found = await db.execute<{ hour: string; count: number; isFlagged: boolean }>(sql`
    select hour::text as hour, count, is_flagged as "isFlagged" from series_hours
    where brand_id = ${brandId} and series = ${series} and hour >= ${new Date(start).toISOString()}::timestamptz`);
  const length = (hour - start) / HOUR + 1;
  const counts = Array.from({ length }, () => 0);
  const flagged = counts.map(() => false);
  for (const row of found.rows) {
    const at = (Date.parse(row.hour) - start) / HOUR;
    if (at < 0 || at >= length) continue;
    counts[at] = row.count;
    flagged[at] = row.isFlagged;
  }
  return { counts, flagged };
}
