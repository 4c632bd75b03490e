import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { fromKey, isWritten } from "./fields";
import { lockPersons } from "./record";
import { seenPerson } from "./sight";
import { tellOf } from "./tell";
import { type Link, linkById, linksOf, regroup, takeBack } from "./tie";

export type Untied = { eventId: number; linkId: string };

/**
 * Takes one tie between two records back. Each side is again what it was: whatever the merge wrote is put back unless
 * somebody changed it since, and what arrived meanwhile lies with the record it came by. What was a suggestion is asked
 * again; what was tied by proof is remembered as "not the same", or the next message would tie it again.
 */
export async function unmerge(actor: Actor, input: { linkId: string }): Promise<Untied> {
  authorize(actor, "customer.merge");
  return transact(async (tx) => {
    const link = (await linkById(tx, input.linkId)) ?? fail("not_found", "customer.no_link");
    await seenPerson(tx, actor, link.aId);
    return unmergeWithin(tx, actor, { linkId: input.linkId, apart: [] });
  }, "customers");
}

/** `apart`: what somebody had told apart before the merge and is remembered again. */
export async function unmergeWithin(
  tx: Tx,
  actor: Actor,
  input: { linkId: string; apart: readonly string[] },
): Promise<Untied> {
  const seen = (await linkById(tx, input.linkId)) ?? fail("not_found", "customer.no_link");
  const records = await lockPersons(tx, [seen.aId, seen.bId]);
  const ids = records.map(({ id }) => id);
  const links = await linksOf(tx, ids);
  const link = links.find(({ id, verdict }) => id === input.linkId && verdict === "same");
  if (!link) return fail("conflict", "customer.no_link");

  await tx.execute(sql`
    update customer_links set revoked_at = clock_timestamp(), revoked_by = ${actor.id} where id = ${link.id}`);
  await takeBack(tx, link, { among: links, keys: null });
  const left = links.filter(({ id }) => id !== link.id);
  const groups = await regroup(tx, ids);
  await dropStrays(tx, left, groups);
  const remembered = await remember(tx, actor, link, input.apart);
  const eventId = await tellOf(tx, actor, {
    type: "customer.unmerged",
    brandId: link.brandId,
    customerId: groups[0]![0]!,
    recordIds: ids,
    before: {},
    after: { linkId: link.id, oneId: link.aId, otherId: link.bId, remembered },
  });
  return { eventId, linkId: link.id };
}

/** A merge that still holds may have written on a record that is another person from now on: that is put back too. */
async function dropStrays(tx: Tx, links: readonly Link[], groups: readonly string[][]): Promise<void> {
  const placeOf = (id: string) => groups.findIndex((group) => group.includes(id));
  for (const link of links) {
    if (link.verdict !== "same") continue;
    const strays = Object.keys(link.after ?? {}).filter(
      (key) => isWritten(key) && placeOf(fromKey(key).recordId) !== placeOf(link.aId),
    );
    if (strays.length === 0) continue;
    await takeBack(tx, link, { among: links, keys: strays });
    for (const key of strays) {
      delete link.before?.[key];
      delete link.after?.[key];
    }
    await tx.execute(sql`
      update customer_links set before = before - ${`{${strays.map((key) => `"${key}"`).join(",")}}`}::text[],
        after = after - ${`{${strays.map((key) => `"${key}"`).join(",")}}`}::text[] where id = ${link.id}`);
  }
}

/** What is known of the two instead. Resolves with the new links. */
async function remember(tx: Tx, actor: Actor, link: Link, apart: readonly string[]): Promise<string[]> {
  for (const id of apart) {
    await tx.execute(sql`update customer_links set revoked_at = null, revoked_by = null where id = ${id}`);
  }
  if (link.evidence === "agent" || apart.length > 0) return [];
  const id = newId();
  const isAsked = link.evidence === "likeness";
  await tx.execute(sql`
    insert into customer_links (id, brand_id, a_id, b_id, verdict, evidence, weight, reasons, decided_by, decided_at)
    select ${id}, brand_id, a_id, b_id, ${isAsked ? "perhaps" : "not_same"}, evidence, weight, reasons,
      ${isAsked ? null : actor.id}::uuid, ${isAsked ? null : new Date().toISOString()}::timestamptz
    from customer_links where id = ${link.id}`);
  return [id];
}
