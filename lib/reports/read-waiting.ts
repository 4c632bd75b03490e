import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Measure } from "@/db/enums";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { loadWaiting } from "./load-waiting";
import { goesOn, measured } from "./measured";
import { ageBounds } from "./read-now";
import { goingOnDays, narrowed, scopeOf } from "./scope";
import type { Slice } from "./slice";

export type Waiting = {
  n: number;
  /** On the customer's own watch, in seconds; `to` null is open. */
  classes: Array<{ from: number; to: number | null; n: number }>;
  /** The one of them who has waited longest, when it is mine to see. */
  oldest: { number: number; customerName: string; channelKind: string | null; since: string } | null;
};

/** Those of a slice who still wait: how many for how long, and who the longest. */
export async function readWaiting(actor: Actor, input: { measure: Measure; slice: Slice }): Promise<Waiting> {
  const { measure, slice } = input;
  const scope = await scopeOf(actor, slice);
  const [waiting, oldest] = await Promise.all([
    loadWaiting(scope, { measure, slice, by: "all" }),
    db.execute<NonNullable<Waiting["oldest"]>>(sql`
      select c.number::int as number, k.name as "customerName", coalesce(h.config ->> 'plays', h.kind) as "channelKind", f.from_at as since
      from facts f join dims d on d.id = f.dim_id join conversations c on c.id = f.conversation_id
      join customers k on k.id = c.customer_id left join channels h on h.id = d.channel_id
      where ${goesOn} and ${goingOnDays(slice)} and ${measured(measure)} and ${narrowed(scope, slice)} and ${visible(actor, columnsOf("c"))}
      order by f.from_at limit 1`),
  ]);
  const now = Date.now();
  const waited = waiting.map(({ since }) => (now - since) / 1000);
  const classes = ageBounds.map((from, at) => {
    const to = ageBounds[at + 1] ?? null;
    return { from, to, n: waited.filter((age) => age >= from && (to === null || age < to)).length };
  });
  const first = oldest.rows[0];
  return {
    n: classes.reduce((sum, { n }) => sum + n, 0),
    classes,
    oldest: first ? { ...first, since: isoText(first.since) } : null,
  };
}
