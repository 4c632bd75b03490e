import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calibrationOf, postsToCalibrate } from "./calibration";
import { loadSpans } from "./history";
import type { Model } from "./model";

/** Posts come by the day; a year of waiting is not read for every glance. */
const keptMs = 10 * 60_000;

let kept: { model: string; at: number; is: Promise<boolean> } | null = null;

/** Whether what the model says may be said without "not yet calibrated": the rule of the managers' page, and no other. */
export async function isCalibrated(model: Model, now: Date): Promise<boolean> {
  const found = await db.execute<{ posts: number }>(sql`
    select count(*)::int as posts from leaks where private_conversation_id is not null and withdrawn_at is null and not is_sample`);
  if ((found.rows[0]?.posts ?? 0) < postsToCalibrate) return false;
  const mark = JSON.stringify(model);
  if (kept === null || kept.model !== mark || Math.abs(now.getTime() - kept.at) > keptMs) {
    const is = loadSpans(now).then((spans) => calibrationOf(model, spans).isCalibrated);
    kept = { model: mark, at: now.getTime(), is };
    is.catch(() => {
      kept = null;
    });
  }
  return kept.is;
}
