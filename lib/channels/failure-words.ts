import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { sentence } from "@/lib/sentences";
import type { HealthReport } from "./channel";
import { sayMoments } from "./failure-moments";

/** What is wrong with a channel and what to do about it, as one sentence; moments in it on the reader's wall clock. */
export function failureSentence(
  report: HealthReport,
  reader: { language: Language; zone: string; now?: Date },
): string {
  const params = sayMoments(report.params, reader);
  return (
    sentence(reader.language, `channels.errors.${report.code}`, params) ??
    sentence(reader.language, "channels.errors.unknown", { code: report.code }) ??
    report.code
  );
}

/** The time zone that somebody reads by: their own, else the house's. */
export async function readerZone(actor: Actor): Promise<string> {
  const found = await db.execute<{ zone: string }>(sql`
    select coalesce((select zone from agents where id = ${actor.id}), (select zone from organisation where id = 1), 'UTC') as zone`);
  return found.rows[0]?.zone ?? "UTC";
}
