import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { type SignalRuleKind, signalRuleKinds } from "@/db/enums";
import { newId } from "@/lib/id";
import type { Preview, Refused } from "@/lib/imports/sort";
import { candidatesOf } from "./candidates";
import { erasedAmong } from "./erased";
import { firings } from "./firings";
import { houseGapOf } from "./house";
import { shippedRules } from "./rules";
import { findOwners, md5, type SignalRow, sumsOf, textOf } from "./store";

/**
 * What a file of signs would do: which rows are new, whose they are, and how many conversations each rule would open, by
 * the rules' own statement over what is here and what the file tells. Everything happens in a table that is gone
 * afterwards; nothing is changed.
 */
export function previewSignals(input: {
  brandId: string;
  batches: AsyncIterable<SignalRow[]>;
}): Promise<Preview> {
  return db.transaction(async (tx) => {
    const { brandId } = input;
    await tx.execute(
      sql`create temp table told (customer_id uuid, kind text, at timestamptz) on commit drop`,
    );
    const made = new Map<string, string>();
    const seen = new Set<string>();
    const known = new Set<string>();
    const fresh = new Set<string>();
    const counts = { stored: 0, known: 0 };
    const refused: Refused[] = [];
    let passed = 0;
    for await (const rows of input.batches) {
      const owners = await findOwners(tx, brandId, rows);
      const there = await storedAlready(tx, brandId, rows);
      const erased = await erasedAmong(tx, brandId, rows);
      const told: Array<{ customer_id: string; kind: string; at: string }> = [];
      rows.forEach((row, n) => {
        const id = `${row.kind} ${row.externalId}`;
        if (there.has(n) || erased.has(n) || seen.has(id)) {
          counts.known++;
          return;
        }
        seen.add(id);
        const owner = ownerOf(row, owners, made);
        if (owner === "nobody" || owner === "objected") {
          refused.push(refusedOf(row, { place: passed + n, outcome: owner }));
          return;
        }
        (owner.isNew ? fresh : known).add(owner.id);
        counts.stored++;
        told.push({ customer_id: owner.id, kind: row.kind, at: row.at.toISOString() });
      });
      passed += rows.length;
      await tx.execute(sql`
        insert into told select customer_id, kind, at from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as x(customer_id uuid, kind text, at timestamptz)`);
    }
    await tx.execute(sql`analyze told`);
    return {
      ...counts,
      knownCustomers: known.size,
      newCustomers: fresh.size,
      conflicting: 0,
      refused,
      rules: await rulesOf(tx, brandId, fresh),
    };
  });
}

/** A row that can be read and is not stored, and why: nobody knows whose it is, or that person objected. */
export function refusedOf(
  row: SignalRow,
  { place, outcome }: { place: number; outcome: "nobody" | "objected" },
): Refused {
  if (outcome === "nobody" && row.keys.length === 0 && row.orderNumber !== null)
    return { place, code: "unknown_order", params: { value: row.orderNumber.slice(0, 40) } };
  return { place, code: outcome, params: {} };
}

function ownerOf(
  row: SignalRow,
  owners: ReadonlyMap<string, { customerId: string; objected: boolean }>,
  made: Map<string, string>,
): { id: string; isNew: boolean } | "nobody" | "objected" {
  const personal = row.keys.filter(({ isShared }) => !isShared);
  const own = personal.length > 0 ? personal : row.keys;
  const order = row.orderNumber === null ? [] : [`order_number ${row.orderNumber}`];
  const keys = [...own.map(textOf), ...order];
  const there = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
  if (there) return there.objected ? "objected" : { id: there.customerId, isNew: false };
  const earlier = keys.map((key) => made.get(key)).find((id) => id !== undefined);
  if (earlier === undefined && own.length === 0) return "nobody";
  const id = earlier ?? newId();
  for (const key of own.map(textOf)) if (!made.has(key)) made.set(key, id);
  if (row.kind === "order_placed") made.set(`order_number ${row.externalId}`, id);
  return { id, isNew: true };
}

async function storedAlready(tx: Tx, brandId: string, rows: readonly SignalRow[]): Promise<Set<number>> {
  const sums = new Map<string, string[]>();
  const idOf = (row: SignalRow) => `${row.kind} ${md5(row.externalId)}`;
  for (const { kind, externalId } of rows) {
    const some = sums.get(kind) ?? [];
    some.push(md5(externalId));
    sums.set(kind, some);
  }
  const found = await tx.execute<{ id: string }>(
    sql.join(
      [...sums].map(
        ([kind, some]) => sql`
          select s.kind || ' ' || md5(s.external_id) as id from signals s
          where s.brand_id = ${brandId}::uuid and s.kind = ${kind} and md5(s.external_id) = any(${sumsOf(some)})`,
      ),
      sql` union all `,
    ),
  );
  const there = new Set(found.rows.map(({ id }) => id));
  return new Set(rows.flatMap((row, n) => (there.has(idOf(row)) ? [n] : [])));
}

/** Whoever is not here yet has neither consent nor cool-down to look at. */
async function rulesOf(tx: Tx, brandId: string, fresh: ReadonlySet<string>): Promise<Preview["rules"]> {
  const now = new Date();
  const houseGapDays = await houseGapOf(brandId);
  const set = await tx.execute<{
    kind: SignalRuleKind;
    isOn: boolean;
    settings: { [name: string]: number };
    coolDownDays: number;
  }>(sql`
    select kind, is_on as "isOn", settings, cool_down_days as "coolDownDays" from signal_rules where brand_id = ${brandId}::uuid`);
  const signs = sql`
    select coalesce(k.person_id, t.customer_id) as person_id, t.customer_id, t.kind, t.at from told t left join customers k on k.id = t.customer_id
    union all
    select k.person_id, s.customer_id, s.kind, s.occurred_at as at from customers k join signals s on s.customer_id = k.id
    where k.brand_id = ${brandId}::uuid and k.person_id in (select o.person_id from told t join customers o on o.id = t.customer_id)`;
  const rules: Preview["rules"] = [];
  for (const kind of signalRuleKinds) {
    const rule = set.rows.find((one) => one.kind === kind);
    const shipped = shippedRules[kind];
    const fired = await firings(tx, {
      rule: kind,
      settings: { ...shipped.settings, ...rule?.settings },
      houseGapDays,
      from: new Date(now.getTime() - shipped.freshDays * 86_400_000),
      to: now,
      signs,
    });
    const coolDownDays = rule?.coolDownDays ?? shipped.coolDownDays;
    const here = await candidatesOf(tx, { rule: kind, coolDownDays, firings: fired, now });
    const ready = here.filter(({ way, isCooling }) => way !== "none" && !isCooling).length;
    const strangers = fired.filter(({ personId }) => fresh.has(personId)).length;
    rules.push({ kind, isOn: rule?.isOn ?? false, count: ready + strangers });
  }
  return rules;
}
