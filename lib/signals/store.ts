import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { SignalKind } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import { newId } from "@/lib/id";
import { storable } from "@/lib/text/storable";
import { erasedAmong } from "./erased";
import type { Key } from "./keys-of";

/** One sign, ready to be stored. */
export type SignalRow = {
  kind: SignalKind;
  at: Date;
  externalId: string;
  keys: readonly Key[];
  /** Found among the orders told before, where nothing else says who it was. */
  orderNumber: string | null;
  name: string | null;
  language: string | null;
  amountMinor: number | null;
  currency: string | null;
  details: { [name: string]: Json };
};

/** What became of each, in the order they were given. */
export type Stored = {
  outcomes: Array<"stored" | "known" | "nobody" | "objected">;
  /** Whose it is, null where nobody was found. */
  customerIds: Array<string | null>;
  newCustomers: number;
};

/**
 * Stores up to a thousand signs in the caller's transaction: three statements, whatever the number. Customers are found
 * by their number, address, telephone, handle, or the number of an order told before; who is unknown gets a record.
 * Two that tell of one new person at once make one record: what is unknown is locked first, as for arriving mail.
 */
export async function storeSignals(
  tx: Tx,
  input: { brandId: string; rows: readonly SignalRow[]; importId: string | null },
): Promise<Stored> {
  const { brandId, rows } = input;
  // Every look-up is by key, but the planner takes JSON for a hundred rows and likes to read whole tables.
  await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)`);
  const erased = await erasedAmong(tx, brandId, rows);
  const owners = await findOwners(tx, brandId, rows);
  const unknown = new Map(
    rows
      .flatMap((row) => row.keys.map((key) => [textOf(key), key] as const))
      .filter(([text]) => !owners.has(text)),
  );
  if (unknown.size > 0) {
    await lockKeys(tx, brandId, [...unknown.keys()]);
    for (const [key, owner] of await findOwners(tx, brandId, [
      { keys: [...unknown.values()], orderNumber: null },
    ]))
      owners.set(key, owner);
  }
  const placed = decide(rows, owners, erased);
  const written = await write(tx, input, placed);
  return {
    newCustomers: placed.customers.length,
    customerIds: placed.customerIds,
    outcomes: rows.map((_row, n) => {
      const owner = placed.customerIds[n];
      if (erased.has(n)) return "known";
      if (!owner) return "nobody";
      if (placed.objected.has(owner)) return "objected";
      return written.has(n) ? "stored" : "known";
    }),
  };
}

export type Owner = { customerId: string; objected: boolean };

export function textOf(key: { kind: string; value: string }): string {
  return `${key.kind} ${key.value}`;
}

/**
 * Who is known by these keys and order numbers: `kind value` → owner. By sums of a whole batch, kind by kind: one key after
 * the other, a planner that does not know a new brand yet read all of it a thousand times.
 */
export async function findOwners(
  db: Pick<Tx, "execute">,
  brandId: string,
  rows: ReadonlyArray<Pick<SignalRow, "keys" | "orderNumber">>,
): Promise<Map<string, Owner>> {
  const asked = new Map<string, Set<string>>();
  for (const { keys, orderNumber } of rows) {
    for (const { kind, value } of keys) ask(asked, kind, value);
    if (orderNumber !== null) ask(asked, "order_number", orderNumber);
  }
  if (asked.size === 0) return new Map();
  const places = [...asked].map(
    ([kind, sums]) => sql`
      select i.kind || ' ' || i.value as key, i.customer_id, 0 as place from identities i
      where i.brand_id = ${brandId}::uuid and i.kind = ${kind} and md5(i.value) = any(${sumsOf(sums)}) and i.revoked_at is null`,
  );
  const orders = asked.get("order_number");
  if (orders)
    places.push(sql`
      select 'order_number ' || s.external_id as key, s.customer_id, 1 as place from signals s
      where s.brand_id = ${brandId}::uuid and s.kind = 'order_placed' and md5(s.external_id) = any(${sumsOf(orders)})`);
  const found = await db.execute<{ key: string; customerId: string }>(sql`
    select f.key, f.customer_id as "customerId" from (${sql.join(places, sql` union all `)}) f order by f.place desc`);
  const objected = await objecting(db, new Set(found.rows.map(({ customerId }) => customerId)));
  return new Map(
    found.rows.map(({ key, customerId }) => [key, { customerId, objected: objected.has(customerId) }]),
  );
}

function ask(asked: Map<string, Set<string>>, kind: string, value: string): void {
  const sums = asked.get(kind) ?? new Set();
  asked.set(kind, sums.add(md5(value)));
}

/** As PostgreSQL's own function writes it: what its indexes hold. */
export function md5(value: string): string {
  return createHash("md5").update(storable(value)).digest("hex");
}

export function sumsOf(sums: Iterable<string>): SQL {
  return sql`${`{${[...sums].join(",")}}`}::text[]`;
}

/** Which of these belong to somebody who does not want to be known by signs. */
async function objecting(db: Pick<Tx, "execute">, ids: ReadonlySet<string>): Promise<Set<string>> {
  if (ids.size === 0) return new Set();
  const found = await db.execute<{ id: string }>(sql`
    select k.id from customers k where k.id = any(${`{${[...ids].join(",")}}`}::uuid[])
      and exists (select 1 from customers o where o.person_id = k.person_id and o.no_profile_at is not null)`);
  return new Set(found.rows.map(({ id }) => id));
}

/** The same locks that receiving takes, in the same order. */
export async function lockKeys(tx: Tx, brandId: string, keys: readonly string[]): Promise<void> {
  const hashes = keys.map((key) =>
    createHash("sha256").update(`${brandId} ${key}`).digest().readBigInt64BE(),
  );
  const sorted = [...new Set(hashes)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  await tx.execute(sql`select pg_advisory_xact_lock(k) from unnest(${`{${sorted.join(",")}}`}::bigint[]) k`);
}

type Placed = {
  customerIds: Array<string | null>;
  objected: ReadonlySet<string>;
  customers: Array<{ id: string; name: string; language: string | null; unsubscribed_at: string | null }>;
  identities: Array<{
    id: string;
    customer_id: string;
    kind: string;
    value: string;
    display: string;
    evidence: string;
  }>;
};

/** Whose each sign is, but those that were erased. Pure but for `owners`, to which it adds whom it makes. */
function decide(rows: readonly SignalRow[], owners: Map<string, Owner>, erased: ReadonlySet<number>): Placed {
  const customers = new Map<string, Placed["customers"][number]>();
  const identities: Placed["identities"] = [];
  const objected = new Set([...owners.values()].flatMap((one) => (one.objected ? [one.customerId] : [])));
  const customerIds = rows.map((row, n) => {
    if (erased.has(n)) return null;
    // An office's address says nothing beside a person's number, and is never tied to it: many people write from it.
    const personal = row.keys.filter(({ isShared }) => !isShared);
    const own = personal.length > 0 ? personal : row.keys;
    const known = own.map((key) => owners.get(textOf(key))).find((owner) => owner !== undefined);
    const byOrder = row.orderNumber === null ? undefined : owners.get(`order_number ${row.orderNumber}`);
    const owner = known ?? byOrder ?? make(row, own, customers);
    if (!owner) return null;
    for (const key of own) {
      if (owners.has(textOf(key))) continue;
      owners.set(textOf(key), owner);
      identities.push({
        id: newId(),
        customer_id: owner.customerId,
        kind: key.kind,
        value: storable(key.value),
        display: storable(key.display),
        // Anybody can order with another one's address and a telephone of their own.
        evidence:
          customers.has(owner.customerId) || isOfAccount(row, key, owners, owner) ? "import" : "claimed",
      });
    }
    // What was placed in this very batch may be named by a later one of it.
    if (row.kind === "order_placed") owners.set(`order_number ${row.externalId}`, owner);
    const fresh = customers.get(owner.customerId);
    if (fresh && row.kind === "unsubscribed") fresh.unsubscribed_at ??= row.at.toISOString();
    return owner.customerId;
  });
  return { customerIds, objected, customers: [...customers.values()], identities };
}

/** An address told together with the number of the account that it belongs to. */
function isOfAccount(row: SignalRow, key: Key, owners: ReadonlyMap<string, Owner>, owner: Owner): boolean {
  const account = row.keys.find(({ kind }) => kind === "customer_number");
  const isTheirs = account !== undefined && owners.get(textOf(account))?.customerId === owner.customerId;
  return key.kind === "customer_number" || (key.kind === "email" && isTheirs);
}

function make(
  row: SignalRow,
  [first]: readonly Key[],
  customers: Map<string, Placed["customers"][number]>,
): Owner | null {
  if (!first) return null;
  const id = newId();
  const name = storable(row.name || first.display);
  customers.set(id, { id, name, language: row.language, unsubscribed_at: null });
  return { customerId: id, objected: false };
}

/** Everything in one statement. Resolves with the places of the signs that were new. */
async function write(
  tx: Tx,
  { brandId, rows, importId }: { brandId: string; rows: readonly SignalRow[]; importId: string | null },
  placed: Placed,
): Promise<Set<number>> {
  const signals = rows.flatMap((row, n) => {
    const owner = placed.customerIds[n];
    if (!owner || placed.objected.has(owner)) return [];
    return [
      {
        id: newId(),
        n,
        customer_id: owner,
        kind: row.kind,
        occurred_at: row.at.toISOString(),
        external_id: storable(row.externalId),
        details: row.details,
        amount_minor: row.amountMinor,
        currency: row.currency,
      },
    ];
  });
  // Who objects to being known by signs is still not written to after leaving the newsletter.
  const silent = rows.flatMap((row, n) => {
    const owner = placed.customerIds[n];
    return owner && row.kind === "unsubscribed" && placed.objected.has(owner)
      ? [{ customer_id: owner, at: row.at.toISOString() }]
      : [];
  });
  const places = new Map(signals.map(({ id, n }) => [id, n]));
  const done = await tx.execute<{ id: string }>(sql`
    with new_customer as (
      insert into customers (id, brand_id, name, language, unsubscribed_at, import_id)
      select id, ${brandId}::uuid, name, language, unsubscribed_at, ${importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(placed.customers)}::jsonb) as x(id uuid, name text, language text, unsubscribed_at timestamptz)
    ), new_identity as (
      insert into identities (id, customer_id, brand_id, kind, value, display, evidence, import_id)
      select id, customer_id, ${brandId}::uuid, kind, value, display, evidence, ${importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(placed.identities)}::jsonb) as x(id uuid, customer_id uuid, kind text, value text, display text, evidence text)
      on conflict do nothing
    ), new_signal as (
      insert into signals (id, brand_id, customer_id, kind, occurred_at, external_id, details, amount_minor, currency, import_id)
      select id, ${brandId}::uuid, customer_id, kind, occurred_at, external_id, coalesce(details, '{}'), amount_minor, currency, ${importId}::uuid
      from jsonb_to_recordset(${JSON.stringify(signals)}::jsonb) as x(id uuid, customer_id uuid, kind text, occurred_at timestamptz,
        external_id text, details jsonb, amount_minor numeric, currency text)
      on conflict (brand_id, kind, md5(external_id)) do nothing
      returning id, customer_id, kind, occurred_at
    ), left_us as (
      select customer_id, min(at) as at from (
        select customer_id, occurred_at as at from new_signal where kind = 'unsubscribed'
        union all select customer_id, at from jsonb_to_recordset(${JSON.stringify(silent)}::jsonb) as x(customer_id uuid, at timestamptz)) u
      group by customer_id
    ), consent as (
      update customers k set unsubscribed_at = l.at from left_us l where k.id = l.customer_id and k.unsubscribed_at is null
    )
    select id from new_signal`);
  return new Set(done.rows.flatMap(({ id }) => places.get(id) ?? []));
}
