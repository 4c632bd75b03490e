import type { Json } from "@/lib/channels/channel";

type Facts = { [key: string]: Json };

/** What a record's own signs of orders say of it, as `refreshFacts` writes it. */
export const boughtFields = ["orders", "lastOrder", "spent", "currency", "spentIn", "segment"] as const;

/** Whether it was counted from signs, and not told by somebody: then nobody has to be believed. */
export function isCounted(facts: Facts): boolean {
  return spentInOf(facts) !== null;
}

/**
 * What a person bought, added up over the facts of all their records; null where none of it was counted from signs.
 * Never over currencies: `spent` and `currency` are there where all was paid in one, `spentIn` (currency → whole units)
 * always. Each record keeps its own count, so that taking a merge apart has nothing to put back.
 */
export function addUp(records: readonly Facts[]): Facts | null {
  if (!records.some(isCounted)) return null;
  const orders = records.reduce((sum, { orders: n }) => sum + (typeof n === "number" ? n : 0), 0);
  const days = records.flatMap(({ lastOrder }) => (typeof lastOrder === "string" ? [lastOrder] : []));
  const spentIn: { [currency: string]: number } = {};
  for (const facts of records)
    for (const [currency, amount] of Object.entries(spentInOf(facts) ?? told(facts)))
      spentIn[currency] = Math.round(((spentIn[currency] ?? 0) + amount) * 1000) / 1000;
  const last = days.sort().at(-1);
  const [only, ...more] = Object.entries(spentIn);
  return {
    orders,
    ...(last === undefined ? {} : { lastOrder: last }),
    ...(only && more.length === 0 ? { spent: only[1], currency: only[0] } : {}),
    spentIn,
  };
}

/** Another record's amount, which came with a message and not from signs. */
function told({ spent, currency }: Facts): { [currency: string]: number } {
  return typeof spent === "number" && typeof currency === "string" ? { [currency]: spent } : {};
}

function spentInOf({ spentIn }: Facts): { [currency: string]: number } | null {
  if (typeof spentIn !== "object" || spentIn === null || Array.isArray(spentIn)) return null;
  return Object.fromEntries(
    Object.entries(spentIn).flatMap(([currency, amount]) =>
      typeof amount === "number" ? [[currency, amount]] : [],
    ),
  );
}
