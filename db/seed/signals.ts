import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { outreaches, signalHouses, signalRules, signals } from "@/db/schema/signals";
import { newId } from "@/lib/id";
import type { Places } from "./rows";
import type { Times } from "./times";

const placed: Sign["kind"] = "order_placed";

type Sign = typeof signals.$inferInsert;

/** Henrik's filters: every 19 days for more than a year and a half, and now nothing for 64. */
const gapDays = 19;
const silentDays = 64;
/** Days between the orders of the others: none of them has stopped. */
const othersGap = 40;

/**
 * What the shop and the newsletter told of Marmelune's customers: as many orders as their facts say. Henrik's stopped
 * after he left the newsletter, so that his row says to call, and not to mail.
 */
export async function seedSignals(tx: Tx, places: Places, t: Times): Promise<void> {
  const { brandId } = places;
  const found = await tx.execute<{ id: string; name: string; orders: number; product: string | null }>(sql`
    select id, name, (facts ->> 'orders')::int as orders, facts ->> 'product' as product from customers
    where brand_id = ${brandId} and (facts ->> 'orders') ~ '^[0-9]{1,3}$' order by name`);
  const signs: Sign[] = found.rows.flatMap((one, place) => {
    const isHenrik = one.name === "Henrik Sørensen";
    const [last, gap] = isHenrik ? [silentDays, gapDays] : [6 + (place % 5) * 4, othersGap];
    return Array.from({ length: one.orders }, (_, n) => ({
      id: newId(),
      brandId,
      customerId: one.id,
      kind: placed,
      occurredAt: t.day(-(last + n * gap), "10:12"),
      externalId: `M-${4100 + place * 100 + n}`,
      details: { order: `M-${4100 + place * 100 + n}`, product: one.product ?? "kitchenware" },
      amountMinor: isHenrik ? 2990 : 4900 + place * 1150,
      currency: "EUR",
    }));
  });
  const henrik = found.rows.find(({ name }) => name === "Henrik Sørensen");
  if (henrik) {
    signs.push({
      id: newId(),
      brandId,
      customerId: henrik.id,
      kind: "unsubscribed",
      occurredAt: t.day(-9, "07:40"),
      externalId: "newsletter-henrik",
      details: { campaign: "November" },
    });
  }
  if (signs.length > 0) await tx.insert(signals).values(signs);
  await tx.insert(signalHouses).values({ brandId, gapDays: 24, gapAt: t.now }).onConflictDoNothing();
  await tx
    .insert(signalRules)
    .values({ id: newId(), brandId, kind: "rhythm_broken", isOn: true })
    .onConflictDoNothing();
  if (henrik) await openHenrik(tx, henrik.id, places, t);
}

/** Nobody wrote: no clock runs, and the row stands under those who did. */
async function openHenrik(tx: Tx, customerId: string, { brandId }: Places, t: Times): Promise<void> {
  const opened = await tx.execute<{ id: string }>(sql`
    update conversations set kind = 'proactive', waiting_since = null, due_at = null, due_kind = null
    where customer_id = ${customerId} and status = 'open' returning id`);
  const conversationId = opened.rows[0]?.id;
  if (!conversationId) return;
  await tx.execute(sql`
    update queue set kind = 'proactive', lane = 4, due_at = '9999-12-31Z' where conversation_id = ${conversationId}`);
  await tx.insert(outreaches).values({
    conversationId,
    customerId,
    brandId,
    ruleKind: "rhythm_broken",
    reasons: [{ code: "rhythm_broken", params: { usual: gapDays, since: silentDays } }],
    way: "call",
    score: 6.4,
    openedAt: t.worked("5h30m"),
  });
}
