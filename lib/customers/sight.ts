import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Actor, columnsOf, type System, visible, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";

/**
 * Whether a record (a table `alias` with the columns of customers) may be shown: one of its conversations may, or it has
 * none and its brand may. A record of which every conversation is hidden stays hidden when its person is seen.
 */
export function seesRecord(actor: Actor | System, alias: string): SQL {
  const id = sql.raw(`${alias}.id`);
  return sql`(exists (select 1 from conversations c where c.customer_id = ${id} and ${visible(actor, columnsOf("c"))})
    or (${visibleBrand(actor, sql.raw(`${alias}.brand_id`))} and not exists (select 1 from conversations c where c.customer_id = ${id})))`;
}

/** Throws `not_found` where no record of the person may be seen. Resolves with the person's id. */
export async function seenPerson(on: Db | Tx, actor: Actor | System, customerId: string): Promise<string> {
  const found = await on.execute<{ id: string }>(sql`
    select person_of(${customerId}) as id from customers k
    where k.id in (select records_of(${customerId})) and ${seesRecord(actor, "k")} limit 1`);
  return found.rows[0]?.id ?? fail("not_found", "customer.not_found");
}

/** As `seenPerson`; throws `conflict` for one who was erased: whatever is written on them would be held again. */
export async function livingPerson(on: Db | Tx, actor: Actor | System, customerId: string): Promise<string> {
  const personId = await seenPerson(on, actor, customerId);
  const erased = await on.execute(sql`
    select 1 from erasures x where x.customer_id in (select records_of(${customerId})) limit 1`);
  if (erased.rows.length > 0) fail("conflict", "customer.erased");
  return personId;
}
