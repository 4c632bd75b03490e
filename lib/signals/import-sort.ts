import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import type { Sort } from "@/lib/imports/sort";
import { rerankCustomers } from "@/lib/risk/rerank";
import { evaluateBrand } from "./evaluate";
import { refreshFacts } from "./facts";
import { countGap } from "./house";
import { missingOf, signalFields, signalReader } from "./import-fields";
import { previewSignals, refusedOf } from "./import-preview";
import { type SignalRow, storeSignals } from "./store";

const timer: System = { kind: "system", name: "timer" };

/** Rows taken back in one transaction. */
const atOnce = 2000;

/** A file of signs: orders of the last years, a list of who left the newsletter. */
export const signalSort: Sort<SignalRow> = {
  fields: signalFields,
  dateField: "date",
  moneyField: "amount",
  missing: missingOf,
  tables: ["signals", "identities", "customers"],
  reader: signalReader,
  async store(tx, { brandId, importId, rows }) {
    const done = await storeSignals(tx, { brandId, rows, importId });
    const left = rows.flatMap((row, n) =>
      row.kind === "unsubscribed" && done.outcomes[n] === "stored" ? (done.customerIds[n] ?? []) : [],
    );
    await rerankCustomers(tx, [...new Set(left)]);
    const count = (outcome: string) => done.outcomes.filter((one) => one === outcome).length;
    return {
      stored: count("stored"),
      known: count("known"),
      newCustomers: done.newCustomers,
      refused: rows.flatMap((row, place) => {
        const outcome = done.outcomes[place];
        return outcome === "nobody" || outcome === "objected" ? [refusedOf(row, { place, outcome })] : [];
      }),
    };
  },
  async finish({ brandId, importId }) {
    await countGap(brandId);
    await refreshFacts({ brandId, customerIds: null });
    await evaluateBrand({ brandId, customerIds: null, now: new Date(), importId });
  },
  undo: takeBack,
  async undone({ brandId }) {
    await countGap(brandId);
    await refreshFacts({ brandId, customerIds: null });
  },
  preview: previewSignals,
};

/** What it opened, then its signs with what they set, then the numbers it tied to people, then people who have nothing else. */
async function takeBack(
  tx: Tx,
  { importId }: { brandId: string; importId: string },
): Promise<{ removed: number; hasMore: boolean }> {
  const closed = await closeOutreaches(tx, importId);
  if (closed > 0) return { removed: 0, hasMore: true };
  const removed = await removeSignals(tx, importId);
  if (removed > 0) return { removed, hasMore: true };
  return { removed: 0, hasMore: (await removePeople(tx, importId)) > 0 };
}

async function closeOutreaches(tx: Tx, importId: string): Promise<number> {
  const opened = await tx.execute<{ id: string; isOurs: boolean }>(sql`
    select o.conversation_id as id, c.kind = 'proactive' and c.status <> 'resolved' as "isOurs"
    from outreaches o join conversations c on c.id = o.conversation_id where o.import_id = ${importId}::uuid order by 1 limit 100`);
  for (const { id, isOurs } of opened.rows) {
    if (isOurs)
      await changeConversation(tx, timer, {
        id,
        type: "conversation.resolved",
        set: sql`status = 'resolved', resolved_at = now(), snoozed_until = null`,
        more: { outreach: "undone" },
      });
    await tx.execute(sql`delete from outreaches where conversation_id = ${id}::uuid`);
  }
  return opened.rows.length;
}

/** With the consent that they took back: it is as it was before, or as what is left says. */
async function removeSignals(tx: Tx, importId: string): Promise<number> {
  const gone = await tx.execute<{ customerId: string; left: string | null; orders: number; n: number }>(sql`
    with gone as (
      delete from signals where id in (select id from signals where import_id = ${importId}::uuid limit ${atOnce})
      returning customer_id, kind, occurred_at
    )
    select customer_id as "customerId", min(occurred_at) filter (where kind = 'unsubscribed')::text as left,
      count(*) filter (where kind = 'order_placed')::int as orders, count(*)::int as n from gone group by customer_id`);
  if (gone.rows.length === 0) return 0;
  const rows = JSON.stringify(gone.rows);
  await tx.execute(sql`
    update customers k set unsubscribed_at = (select min(s.occurred_at) from signals s where s.customer_id = k.id and s.kind = 'unsubscribed')
    from jsonb_to_recordset(${rows}::jsonb) as x("customerId" uuid, "left" timestamptz)
    where k.id = x."customerId" and x."left" is not null and k.unsubscribed_at = x."left"`);
  // What is left is counted again at the end.
  await tx.execute(sql`
    update customers k set facts = k.facts - array['orders', 'lastOrder', 'spent', 'currency', 'spentIn']
    from jsonb_to_recordset(${rows}::jsonb) as x("customerId" uuid, orders int)
    where k.id = x."customerId" and x.orders > 0 and k.facts ? 'orders'`);
  await tx.execute(sql`
    update customers k set facts = k.facts - 'segment'
    from jsonb_to_recordset(${rows}::jsonb) as x("customerId" uuid, orders int) join customers o on o.id = x."customerId"
    where k.id = o.person_id and x.orders > 0 and k.facts ? 'segment'`);
  await rerankCustomers(
    tx,
    gone.rows.flatMap(({ customerId, left }) => (left === null ? [] : [customerId])),
  );
  return gone.rows.reduce((sum, { n }) => sum + n, 0);
}

/** Nobody goes who wrote, who has another address, a note, a tag, a link to somebody else, or another sign. */
async function removePeople(tx: Tx, importId: string): Promise<number> {
  await tx.execute(sql`delete from identities where id in (select i.id from identities i join customers k on k.id = i.customer_id
    where i.import_id = ${importId}::uuid and k.import_id is distinct from ${importId}::uuid)`);
  const done = await tx.execute<{ n: number }>(sql`
    with batch as (
      select k.id, not (k.note is not null or k.tags <> '{}' or k.person_id <> k.id
        or exists (select 1 from customers o where o.person_id = k.id and o.id <> k.id)
        or exists (select 1 from signals s where s.customer_id = k.id)
        or exists (select 1 from identities i where i.customer_id = k.id and i.import_id is distinct from ${importId}::uuid)
        or exists (select 1 from customer_links l where l.a_id = k.id) or exists (select 1 from customer_links l where l.b_id = k.id)
        or exists (select 1 from conversations c where c.customer_id = k.id and (c.kind <> 'proactive' or c.message_count > 0))) as "isAlone"
      from customers k where k.import_id = ${importId}::uuid order by k.id limit ${atOnce}
    ), gone as (
      delete from customers where id in (select id from batch where "isAlone") returning id
    ), kept as (
      update customers k set import_id = null from batch where k.id = batch.id and not batch."isAlone" returning k.id
    ), theirs as (
      update identities i set import_id = null from kept where i.customer_id = kept.id and i.import_id = ${importId}::uuid
    )
    select ((select count(*) from gone) + (select count(*) from kept))::int as n`);
  return done.rows[0]?.n ?? 0;
}
