import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Actor } from "@/lib/access";
import { type Counts, loadCounts, noCounts } from "./load-counts";
import { narrowed, type Scope, scopeOf } from "./scope";
import type { Slice, Step, VolumePoint } from "./slice";
import { stepAt, stepsOf } from "./steps";

/** What came and went, and how many were not resolved at the end of each step: counted back from what is open now. */
export async function readVolume(actor: Actor, input: { slice: Slice; step: Step }): Promise<VolumePoint[]> {
  const { slice } = input;
  const scope = await scopeOf(actor, slice);
  const [counts, open] = await Promise.all([loadCounts(scope, slice, "9999-12-31"), openNow(scope, slice)]);
  const steps = stepsOf(slice, input.step);
  const points = steps.map((from) => ({ from, ...noCounts, backlog: 0 }));
  const changes = steps.map(() => 0);
  let later = 0;
  for (const count of counts) {
    const change = count.opened + count.reopened - count.resolved;
    if (count.day >= slice.to) {
      later += change;
      continue;
    }
    const at = stepAt(steps, count.day);
    add(points[at]!, count);
    changes[at]! += change;
  }
  let backlog = open - later;
  for (let at = points.length - 1; at >= 0; at--) {
    points[at]!.backlog = Math.max(0, backlog);
    backlog -= changes[at]!;
  }
  return points;
}

function add(to: Counts, more: Counts): void {
  to.received += more.received;
  to.asked += more.asked;
  to.opened += more.opened;
  to.reopened += more.reopened;
  to.answered += more.answered;
  to.resolved += more.resolved;
  to.closed += more.closed;
}

async function openNow(scope: Scope, slice: Slice): Promise<number> {
  const found = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from facts f join dims d on d.id = f.dim_id
    where f.to_at is null and (f.kind = 'resolution') is true and ${narrowed(scope, slice)}`);
  return found.rows[0]!.n;
}
