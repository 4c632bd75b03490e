import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import type { Json } from "@/lib/channels/channel";

/** One record of a person as it is stored; moments as PostgreSQL's own text. */
export type CustomerRecord = {
  id: string;
  personId: string;
  brandId: string;
  name: string;
  city: string | null;
  language: string | null;
  zone: string | null;
  note: string | null;
  facts: { [key: string]: Json };
  tags: string[];
  doNotContactAt: string | null;
  unsubscribedAt: string | null;
  noProfileAt: string | null;
};

/**
 * Locks every record of the persons behind `ids`, in the order of their keys, as receiving and replying do, and resolves
 * with them. A merge that was faster may have made a person larger while we waited: then it looks again.
 */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<CustomerRecord[]> {
  for (let look = 0; ; look++) {
    const locked = await tx.execute<{ id: string }>(sql`
      select k.id from customers k where k.id in (select r.id from unnest(${uuids(ids)}) i(id), records_of(i.id) r(id))
      order by k.id for no key update`);
    const found = await recordsOf(tx, ids);
    const held = new Set(locked.rows.map(({ id }) => id));
    if (look >= 5 || found.every(({ id }) => held.has(id))) return found;
  }
}

/** Every record of the persons behind `ids`, the oldest first. */
export async function recordsOf(on: Db | Tx, ids: readonly string[]): Promise<CustomerRecord[]> {
  const found = await on.execute<CustomerRecord>(sql`
    select k.id, k.person_id as "personId", k.brand_id as "brandId", k.name, k.city, k.language, k.zone, k.note, k.facts,
      k.tags, k.do_not_contact_at as "doNotContactAt", k.unsubscribed_at as "unsubscribedAt", k.no_profile_at as "noProfileAt"
    from customers k where k.id in (select r.id from unnest(${uuids(ids)}) i(id), records_of(i.id) r(id)) order by k.id`);
  return found.rows;
}
