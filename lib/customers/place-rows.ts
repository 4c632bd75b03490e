import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { newId } from "@/lib/id";
import type { Key } from "@/lib/signals/keys-of";
import { findOwners, textOf } from "@/lib/signals/store";
import type { CustomerRow } from "./import-fields";
import { couldBeOne } from "./names";

/** Somebody who is here, or whom an earlier row of the file makes. */
export type Whose = { customerId: string; personId: string; name: string; objected: boolean };

/** Whose a row is, and which of its addresses are new there; or a code for why nobody can tell. */
export type PlacedRow =
  | { whose: Whose; isNew: boolean; adds: Key[]; fault: null }
  | { whose: null; fault: "two" | "other_name" };

/** Who is known by the addresses of these rows: `kind value` → whose. */
export async function knownBy(
  db: Pick<Tx, "execute">,
  brandId: string,
  rows: readonly CustomerRow[],
): Promise<Map<string, Whose>> {
  const owners = await findOwners(
    db,
    brandId,
    rows.map(({ keys }) => ({ keys, orderNumber: null })),
  );
  const ids = [...new Set([...owners.values()].map(({ customerId }) => customerId))];
  if (ids.length === 0) return new Map();
  const found = await db.execute<{ id: string; personId: string; name: string }>(sql`
    select k.id, k.person_id as "personId", p.name from customers k join customers p on p.id = k.person_id
    where k.id = any(${`{${ids.join(",")}}`}::uuid[])`);
  const people = new Map(found.rows.map((one) => [one.id, one]));
  return new Map(
    [...owners].flatMap(([key, { customerId, objected }]) => {
      const one = people.get(customerId);
      return one ? [[key, { customerId, personId: one.personId, name: one.name, objected }] as const] : [];
    }),
  );
}

/**
 * Whose each row is. Addresses of two people, and an address under another full name, are for a person to decide. Pure but
 * for `known`, to which it adds whom it makes, so that two rows of one person make one.
 */
export function placeRow(row: CustomerRow, known: Map<string, Whose>): PlacedRow {
  const personal = row.keys.filter(({ isShared }) => !isShared);
  // An office's address says nothing beside a person's number, and is never tied to it.
  const own = personal.length > 0 ? personal : row.keys;
  const owners = own.flatMap((key) => known.get(textOf(key)) ?? []);
  const [first] = owners;
  if (first && owners.some(({ personId }) => personId !== first.personId))
    return { whose: null, fault: "two" };
  if (first && row.name !== null && !couldBeOne(first.name, row.name))
    return { whose: null, fault: "other_name" };
  const id = newId();
  const made = { customerId: id, personId: id, name: row.name ?? own[0]?.display ?? "", objected: false };
  const whose = first ?? made;
  const adds = whose.objected ? [] : own.filter((key) => !known.has(textOf(key)));
  for (const key of adds) known.set(textOf(key), whose);
  return { whose, isNew: first === undefined, adds, fault: null };
}
