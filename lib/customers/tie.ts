import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { LinkEvidence, LinkVerdict } from "@/db/enums";
import { uuids } from "@/db/uuids";
import type { Json } from "@/lib/channels/channel";
import { rerankCustomers } from "@/lib/risk/rerank";
import { components } from "./components";
import { fieldOf, fromKey, isWritten, putBack, type Written } from "./fields";
import { type CustomerRecord, recordsOf } from "./record";

export type Link = {
  id: string;
  brandId: string;
  aId: string;
  bId: string;
  verdict: LinkVerdict;
  evidence: LinkEvidence;
  weight: number | null;
  reasons: Array<{ code: string; weight: number; params?: { [name: string]: string } }>;
  before: { [key: string]: Json } | null;
  after: { [key: string]: Json } | null;
  decidedAt: string | null;
  revokedAt: string | null;
};

const fields =
  sql.raw(`l.id, l.brand_id as "brandId", l.a_id as "aId", l.b_id as "bId", l.verdict, l.evidence, l.weight,
  l.reasons, l.before, l.after, l.decided_at as "decidedAt", l.revoked_at as "revokedAt"`);

/** Every living link that touches one of these records, in the order in which they were decided. */
export async function linksOf(tx: Tx, recordIds: readonly string[]): Promise<Link[]> {
  const found = await tx.execute<Link>(sql`
    select ${fields} from customer_links l
    where l.revoked_at is null and (l.a_id = any(${uuids(recordIds)}) or l.b_id = any(${uuids(recordIds)}))
    order by l.decided_at nulls first, l.id`);
  return found.rows;
}

export async function linkById(tx: Tx, id: string): Promise<Link | undefined> {
  const found = await tx.execute<Link>(sql`select ${fields} from customer_links l where l.id = ${id}`);
  return found.rows[0];
}

/**
 * Makes `person_id` say what the living ties say, for these records, which the caller holds locked: the oldest record of
 * a person stands for it. Ranks their conversations again. Resolves with the groups.
 */
export async function regroup(tx: Tx, recordIds: readonly string[]): Promise<string[][]> {
  const ties = (await linksOf(tx, recordIds)).filter(({ verdict }) => verdict === "same");
  const groups = components(recordIds, ties);
  const rows = groups.flatMap((group) => group.map((id) => ({ id, person: group[0] })));
  await tx.execute(sql`
    update customers k set person_id = g.person from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g(id uuid, person uuid)
    where k.id = g.id and k.person_id <> g.person`);
  await rerankCustomers(tx, recordIds);
  return groups;
}

/** Takes back what a merge wrote, as far as nobody has changed it since. `keys`: only these; null: all of it. */
export async function takeBack(
  tx: Tx,
  link: Link,
  input: { among: readonly Link[]; keys: readonly string[] | null },
): Promise<void> {
  const only = (values: Link["after"]) =>
    Object.fromEntries(
      Object.entries(values ?? {}).filter(([key]) => isWritten(key) && (input.keys?.includes(key) ?? true)),
    );
  const undone: Written = { id: link.id, before: only(link.before), after: only(link.after) };
  const keys = Object.keys(undone.after);
  if (keys.length === 0) return;
  const place = input.among.findIndex(({ id }) => id === link.id);
  const later = input.among
    .slice(place + 1)
    .filter(({ verdict }) => verdict === "same")
    .map((one): Written => ({ id: one.id, before: one.before ?? {}, after: one.after ?? {} }));
  const records = await recordsOf(tx, [...new Set(keys.map((key) => fromKey(key).recordId))]);
  const { set, rewrite } = putBack(undone, later, currentOf(records));
  await write(tx, set);
  for (const { id, key, before } of rewrite) {
    await tx.execute(sql`
      update customer_links set before = jsonb_set(before, array[${key}]::text[], ${JSON.stringify(before)}::jsonb) where id = ${id}`);
    const one = input.among.find((each) => each.id === id);
    if (one?.before) one.before[key] = before;
  }
}

export function currentOf(records: readonly CustomerRecord[]): (key: string) => Json {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (key) => {
    const { recordId, field } = fromKey(key);
    const record = byId.get(recordId);
    return record === undefined ? null : fieldOf(record, field);
  };
}

/** Columns that a merge may write; a key never reaches SQL unless it stands here. */
const columns: Record<string, string> = {
  name: "text",
  city: "text",
  language: "text",
  zone: "text",
  note: "text",
  doNotContactAt: "timestamptz",
  unsubscribedAt: "timestamptz",
  noProfileAt: "timestamptz",
};

export async function write(tx: Tx, values: ReadonlyArray<{ key: string; value: Json }>): Promise<void> {
  for (const { key, value } of values) {
    const { recordId, field } = fromKey(key);
    if (field.startsWith("facts.")) {
      const fact = field.slice(6);
      await tx.execute(
        value === null
          ? sql`update customers set facts = facts - ${fact}::text where id = ${recordId}`
          : sql`update customers set facts = facts || jsonb_build_object(${fact}::text, ${JSON.stringify(value)}::jsonb) where id = ${recordId}`,
      );
      continue;
    }
    const type = columns[field];
    if (type === undefined) continue;
    const column = sql.raw(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    await tx.execute(sql`
      update customers set ${column} = ${value === null ? null : String(value)}::${sql.raw(type)} where id = ${recordId}`);
  }
}
