import { sql } from "drizzle-orm";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { between, sides } from "./merge";
import { lockPersons } from "./record";
import { seenPerson } from "./sight";
import { tellOf } from "./tell";
import { linksOf } from "./tie";

/**
 * "These are two people." Remembered for the two persons with all of their records: neither proof nor likeness ties or
 * asks about them again, until somebody merges them by hand. Throws `conflict` when they are one.
 */
export async function tellApart(
  actor: Actor,
  input: { oneId: string; otherId: string },
): Promise<{ eventId: number }> {
  authorize(actor, "customer.merge");
  return transact(async (tx) => {
    await seenPerson(tx, actor, input.oneId);
    await seenPerson(tx, actor, input.otherId);
    const records = await lockPersons(tx, [input.oneId, input.otherId]);
    const { one, other } = sides(records, input);
    const ids = records.map(({ id }) => id);
    const known = between(await linksOf(tx, ids), one, other);
    const asked = known.filter(({ verdict }) => verdict === "perhaps").map(({ id }) => id);
    await tx.execute(sql`
      update customer_links set verdict = 'not_same', decided_by = ${actor.id}, decided_at = clock_timestamp()
      where id = any(${uuids(asked)})`);
    let made: string | null = null;
    if (known.length === 0) {
      made = newId();
      const [aId, bId] =
        input.oneId < input.otherId ? [input.oneId, input.otherId] : [input.otherId, input.oneId];
      await tx.execute(sql`
        insert into customer_links (id, brand_id, a_id, b_id, verdict, evidence, reasons, decided_by, decided_at)
        values (${made}, ${one[0]!.brandId}, ${aId}, ${bId}, 'not_same', 'agent', '[]', ${actor.id}, clock_timestamp())`);
    }
    const eventId = await tellOf(tx, actor, {
      type: "customer.told_apart",
      brandId: one[0]!.brandId,
      customerId: input.oneId,
      recordIds: ids,
      after: { oneId: input.oneId, otherId: input.otherId, asked, made },
    });
    return { eventId };
  }, "customers");
}
