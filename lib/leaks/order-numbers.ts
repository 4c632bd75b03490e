import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { windowDays } from "./told";

/** Words after which people write an order's number. */
const named =
  /(?:order|commande|bestelling|n[°ºo]\.?|no\.|#|ref(?:erence|érence)?\.?)\s*(?:number|numéro|n[°ºo]\.?|:|#)?\s*([a-z]{0,4}-?\d{4,14})\b/giu;

/** The order numbers that a text names as such, at most five, as they were written. Pure. */
export function orderNumbersIn(text: string): string[] {
  const found = [...text.slice(0, 5000).matchAll(named)].map((match) => match[1] ?? "");
  return [...new Set(found)].slice(0, 5);
}

/**
 * Whose order a review is about: by the number that its site gives or its author wrote. Known are the numbers that
 * customers gave us as theirs, those that the shop told us, and those in what somebody wrote in private in the fourteen
 * days before. Empty when nobody has it, or several people do.
 */
export async function ownersOfNumbers(
  tx: Tx,
  one: { brandId: string; customerId: string; text: string; postedAt: string },
): Promise<string[]> {
  const given = await tx.execute<{ number: string | null }>(
    sql`select facts ->> 'orderNumber' as number from customers where id = ${one.customerId}`,
  );
  const numbers = [...new Set([given.rows[0]?.number ?? "", ...orderNumbersIn(one.text)])].filter((number) =>
    /^[\w-]{4,20}$/.test(number),
  );
  if (numbers.length === 0) return [];
  const found = await tx.execute<{ id: string }>(sql`
    with n as (select value as number from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb)), owner as (
      select i.customer_id from n join identities i on i.brand_id = ${one.brandId} and i.kind in ('order_number', 'customer_number')
        and md5(i.value) = md5(n.number) and i.value = n.number and i.revoked_at is null
      union select s.customer_id from n join signals s on s.brand_id = ${one.brandId} and s.kind = 'order_placed'
        and md5(s.external_id) = md5(n.number) and s.external_id = n.number
      union select c.customer_id from n join conversations c on c.brand_id = ${one.brandId}
          and c.last_message_at > ${one.postedAt}::timestamptz - make_interval(days => ${windowDays}) and c.status <> 'spam'
        join messages m on m.conversation_id = c.id and m.kind = 'customer' and not m.is_public and m.deleted_at is null
          and m.sent_at < ${one.postedAt}::timestamptz
          and (m.text ~ ('(^|[^[:alnum:]])' || n.number || '([^[:alnum:]]|$)') or m.subject ~ ('(^|[^[:alnum:]])' || n.number || '([^[:alnum:]]|$)'))
    )
    select min(customer_id::text) as id from owner where customer_id <> ${one.customerId}
    group by person_of(customer_id) limit 2`);
  return found.rows.length === 1 ? [found.rows[0]!.id] : [];
}
