import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { storable } from "@/lib/text/storable";

/** Shops and mailing tools send again for some days what they think we missed. */
const keptDays = 90;

/**
 * Remembers, as hashes alone, which signs of some records are about to be erased: told once more, they would make the
 * person anew.
 */
export async function rememberSignals(tx: Tx, recordIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    insert into used_tokens (token, value, expires_at)
    select ${hashSql}, '', now() + make_interval(days => ${keptDays})
    from signals s where s.customer_id = any(${uuids(recordIds)}) on conflict do nothing`);
}

/** The places of those signs that were erased with the person whom they told of. */
export async function erasedAmong(
  tx: Tx,
  brandId: string,
  rows: ReadonlyArray<{ kind: string; externalId: string }>,
): Promise<Set<number>> {
  const asked = rows.map(({ kind, externalId }, n) => ({ n, kind, external_id: storable(externalId) }));
  const found = await tx.execute<{ n: number }>(sql`
    select s.n from (select ${brandId}::uuid as brand_id, x.* from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as x(n int, kind text, external_id text)) s
    join used_tokens u on u.token = ${hashSql}`);
  return new Set(found.rows.map(({ n }) => n));
}

const hashSql = sql`'erased sign ' || encode(sha256(convert_to(s.brand_id || ' ' || s.kind || ' ' || s.external_id, 'UTF8')), 'hex')`;
