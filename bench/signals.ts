import { sql } from "drizzle-orm";
import { db, pool } from "@/db/client";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { chooseImport } from "@/lib/imports/choose";
import { loadImport } from "@/lib/imports/load";
import { previewImport } from "@/lib/imports/preview";
import { startImport, undoImport } from "@/lib/imports/start";
import { uploadImport } from "@/lib/imports/upload";
import { workOnImports } from "@/lib/imports/work";
import { withDatabase } from "./place";
import type { Size } from "./slices";
import type { Row } from "./table";

/**
 * A file of orders, from the upload to the last rule, beside plain inserts of the same orders that resolve nobody and
 * look at nothing; then its preview, and taking it back.
 */
export async function measureSignals(size: Size): Promise<Row[]> {
  const count = size === "ci" ? 5_000 : 100_000;
  return withDatabase(4, async ({ brandId }) => {
    const actor = await importer(brandId);
    const file = fileOf(count);
    const bare = await plainInserts(brandId, count);
    const { id, mapping } = await uploadImport(actor, {
      brandId,
      what: "signals",
      name: "orders.csv",
      content: file,
    });
    await chooseImport(actor, { importId: id, mapping, choices: { kind: "order_placed" } });
    const looked = await timed(() => previewImport(actor, { importId: id }));
    await startImport(actor, { importId: id });
    const stored = await timed(workAll);
    const done = await loadImport(actor, { importId: id });
    if (done.stored !== count) throw new Error(`${done.stored} of ${count} were stored`);
    await undoImport(actor, { importId: id });
    const undone = await timed(workAll);
    const seconds = (ms: number) => (ms / 1000).toFixed(1);
    return [
      {
        path: `signals: ${count} orders of ${done.newCustomers} new customers by file`,
        ratio: stored / 1000,
        unit: "s",
        goal: { atMost: 60 },
        detail: `facts and rules included; preview ${seconds(looked)} s, taken back in ${seconds(undone)} s`,
      },
      {
        path: "signals: beside plain inserts of the same rows",
        ratio: stored / bare,
        goal: null,
        detail: `${seconds(bare)} s for inserts of a thousand rows that look nobody up`,
      },
    ];
  });
}

async function workAll(): Promise<void> {
  while (await workOnImports());
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function fileOf(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, n) => {
    const who = n % Math.ceil(count / 5);
    const at = new Date(Date.now() - ((n * 7919) % 700) * 86_400_000).toISOString().slice(0, 10);
    return `${at},customer${who}@example.org,K-${who},O-${n},${(n % 200) + 10}.90`;
  });
  return Buffer.from(`date,email,customer number,order number,total\n${rows.join("\n")}\n`);
}

async function plainInserts(brandId: string, count: number): Promise<number> {
  const customerId = newId();
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}::uuid, ${brandId}::uuid, 'Lotte')`,
  );
  const took = await timed(async () => {
    for (let from = 0; from < count; from += 1000) {
      const rows = Array.from({ length: Math.min(1000, count - from) }, (_, n) => ({
        id: newId(),
        x: `plain ${from + n}`,
      }));
      await pool.query(
        `insert into signals (id, brand_id, customer_id, kind, occurred_at, external_id, amount_minor, currency)
         select id, $2, $3, 'clicked', now(), x, 1990, 'EUR' from jsonb_to_recordset($1::jsonb) as r(id uuid, x text)`,
        [JSON.stringify(rows), brandId, customerId],
      );
    }
  });
  await db.execute(sql`delete from customers where id = ${customerId}::uuid`);
  return took;
}

async function importer(brandId: string): Promise<Actor> {
  const id = newId();
  await db.execute(sql`
    insert into agents (id, name, email, role) values (${id}::uuid, 'Inès Carpentier', ${`${id}@marmelune.example`}, 'admin')`);
  await db.execute(sql`insert into organisation (id, name) values (1, 'Marmelune') on conflict do nothing`);
  return {
    kind: "agent",
    id,
    name: "Inès Carpentier",
    role: "admin",
    language: "en",
    teamIds: [],
    brandIds: [brandId],
    sessionId: newId(),
  };
}
