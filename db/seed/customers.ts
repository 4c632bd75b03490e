import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { customerLinks } from "@/db/schema/customers";
import { compare, shareOf } from "@/lib/customers/compare";
import { newId } from "@/lib/id";
import type { Places } from "./rows";

/**
 * Ben on Bluesky and B. Okafor by mail are two people for the product until somebody confirms that they are one: the same
 * rare name and the same leaking kettle, weighed by the product's own scales.
 */
export async function seedCustomers(tx: Tx, places: Places): Promise<void> {
  const found = await tx.execute<{
    id: string;
    name: string;
    city: string | null;
    value: string;
    customers: number;
  }>(sql`
    select k.id, k.name, k.city, i.value, (select count(*)::int from customers o where o.brand_id = k.brand_id) as customers
    from customers k join identities i on i.customer_id = k.id
    where k.brand_id = ${places.brandId} and k.name in ('Ben Okafor', 'B. Okafor') order by k.id`);
  const [a, b] = found.rows;
  if (!a || !b) return;
  const likeness = (one: typeof a) => ({
    name: one.name,
    city: one.city,
    identities: [
      { kind: one.value.includes("@") ? ("email" as const) : ("bluesky" as const), value: one.value },
    ],
    topic: "kettle",
    topicAt: 0,
  });
  const { weight, reasons } = compare(likeness(a), likeness(b), () => shareOf(2, a.customers));
  await tx.insert(customerLinks).values({
    id: newId(),
    brandId: places.brandId,
    aId: a.id,
    bId: b.id,
    verdict: "perhaps",
    evidence: "likeness",
    weight,
    reasons,
  });
}
