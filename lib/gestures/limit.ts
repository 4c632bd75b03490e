import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Role } from "@/db/enums";

/** What each role may give where nobody said otherwise, in hundredths; null is without limit. */
const usualLimits: Record<Role, number | null> = {
  owner: null,
  admin: null,
  manager: 500_00,
  agent: 50_00,
  junior: 0,
  observer: 0,
};

/** What a role may give in a currency where nobody said otherwise; null is without limit. */
export function usualLimit(role: Role, currency: string): number | null {
  const usual = usualLimits[role];
  return usual === null || usualIn.includes(currency) ? usual : 0;
}

/** Currencies in which those amounts make sense; in others only what somebody set counts. */
const usualIn = ["EUR", "USD", "GBP", "CHF"];

/** The days over which gestures to one customer are added up, so that a large one cannot be given in slices. */
export const windowDays = 30;

/** More than any amount: what stands for no limit in comparisons. */
const endless = 2_147_483_647;

/** How much agent `a` may give to one customer within the window, in hundredths of a currency. */
export function limitOf(currency: string): SQL {
  const usual = Object.entries(usualLimits).map(
    ([role, most]) => sql`when ${role} then ${usualIn.includes(currency) ? (most ?? endless) : 0}::int`,
  );
  return sql`(case when a.role in ('owner', 'admin') then ${endless}::int else coalesce(
    (select l.amount_minor from gesture_limits l where l.agent_id = a.id and l.currency = ${currency} order by l.id desc limit 1),
    (select l.amount_minor from gesture_limits l where l.role = a.role and l.currency = ${currency} order by l.id desc limit 1),
    case a.role ${sql.join(usual, sql` `)} else 0 end) end)`;
}

/** My limit; null where there is none. */
export async function limitFor(tx: Tx, input: { agentId: string; currency: string }): Promise<number | null> {
  const found = await tx.execute<{ most: number }>(
    sql`select ${limitOf(input.currency)} as most from agents a where a.id = ${input.agentId}`,
  );
  const most = found.rows[0]?.most ?? 0;
  return most === endless ? null : most;
}

/**
 * What counts against a limit before anything new: everything granted to the person within the window. In another
 * currency it cannot be compared, so that somebody with the power has to look (`isMixed`).
 */
export async function spentOn(
  tx: Tx,
  input: { customerId: string; currency: string },
): Promise<{ spentMinor: number; isMixed: boolean }> {
  const found = await tx.execute<{ spentMinor: number; isMixed: boolean }>(sql`
    select coalesce(sum(g.amount_minor) filter (where g.currency = ${input.currency}), 0)::int as "spentMinor",
      coalesce(bool_or(g.currency <> ${input.currency} and g.amount_minor > 0), false) as "isMixed"
    from gestures g where g.state = 'granted' and g.decided_at > now() - make_interval(days => ${windowDays})
      and g.customer_id in (select r.id from records_of(${input.customerId}) r(id))`);
  return found.rows[0] ?? { spentMinor: 0, isMixed: false };
}

/** Whether an amount may be given without asking. */
export function isWithin(input: {
  amountMinor: number;
  spentMinor: number;
  isMixed: boolean;
  limitMinor: number | null;
}): boolean {
  if (input.limitMinor === null) return true;
  return !input.isMixed && input.spentMinor + input.amountMinor <= input.limitMinor;
}
