import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize, type System, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { log, withoutData } from "@/lib/log";
import { rerankCustomers } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import { evaluateBrand } from "./evaluate";
import { refreshFacts } from "./facts";
import { mostSignals, type Signal, signal } from "./signal";
import { type Stored, storeSignals } from "./store";
import { toRow } from "./to-row";

export type Fault = { place: number; code: string; params: { [name: string]: string } };

export type Recorded = {
  stored: number;
  /** Told before. */
  known: number;
  newCustomers: number;
  /** In the order they were given; `fault` names a sentence under `signals.faults`. */
  items: Array<{
    outcome: Stored["outcomes"][number] | "faulty";
    customerId: string | null;
    fault: string | null;
  }>;
  faults: Fault[];
};

/** A clock of the other side may run ahead by this much. */
const aheadMs = 24 * 3_600_000;

/**
 * Writes down what customers did without words, up to a thousand at once, in one transaction; told twice, it is one. One
 * that cannot be read is named and leaves the others alone. Throws `not_found` for a brand that is not the actor's,
 * `invalid` for more than a thousand.
 */
export async function recordSignals(
  actor: Actor | System,
  input: { brandId: string; items: readonly unknown[] },
): Promise<Recorded> {
  authorize(actor, "signal.feed");
  const { brandId } = input;
  if (input.items.length > mostSignals) fail("invalid", "signals.too_many", { most: mostSignals });
  const brand = await db.execute(
    sql`select 1 from brands b where b.id = ${brandId}::uuid and ${visibleBrand(actor, sql`b.id`)}`,
  );
  if (brand.rows.length === 0) fail("not_found", "brand.unknown");
  const read = input.items.map((item, place) => readOne(item, place));
  const good = read.flatMap((one, place) => (one.signal ? [{ place, row: toRow(one.signal) }] : []));
  const stored = await transact(async (tx) => {
    const done = await storeSignals(tx, { brandId, rows: good.map(({ row }) => row), importId: null });
    const whose = [
      ...new Set(done.customerIds.filter((id, n) => id !== null && done.outcomes[n] === "stored")),
    ];
    const ids = whose.flatMap((id) => id ?? []);
    if (ids.length > 0) {
      await rerankCustomers(tx, ids);
      // Whoever got an address just now may be somebody we know by another.
      const met = await tx.execute<{ id: string }>(sql`
        select distinct customer_id as id from identities where customer_id = any(${uuids(ids)}) and created_at = now()::timestamptz(3)`);
      await recordEvent(tx, {
        type: "signal.recorded",
        actor: actorOf(actor),
        brandId,
        ...(ids.length === 1 ? { customerId: ids[0]! } : {}),
        after: {
          stored: done.outcomes.filter((one) => one === "stored").length,
          customers: ids.length,
          ...(met.rows.length > 0 ? { recognise: met.rows.map(({ id }) => id) } : {}),
        },
        occurredAt: new Date(),
      });
    }
    return { ...done, ids };
  });
  await follow(brandId, stored.ids);
  return told(read, good, stored);
}

type Read = { signal: Signal | null; fault: Fault | null };

function readOne(item: unknown, place: number): Read {
  const parsed = signal.safeParse(item);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.map(String).join(".") ?? "";
    const code = issue?.message.startsWith("signals.faults.") ? issue.message.slice(15) : "field";
    return { signal: null, fault: { place, code, params: { field } } };
  }
  if (Date.parse(parsed.data.at) > Date.now() + aheadMs)
    return { signal: null, fault: { place, code: "future", params: { at: parsed.data.at } } };
  return { signal: parsed.data, fault: null };
}

/** What follows can be done again at any time, and is, each night: what is stored stays stored when it fails. */
async function follow(brandId: string, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length === 0) return;
  try {
    await refreshFacts({ brandId, customerIds });
    await evaluateBrand({ brandId, customerIds, now: new Date() });
  } catch (error) {
    log.warn({ brandId, error: withoutData(error) }, "signs were stored, but not looked at yet");
  }
}

function told(read: readonly Read[], good: ReadonlyArray<{ place: number }>, stored: Stored): Recorded {
  const items: Recorded["items"] = read.map(({ fault }) => ({
    outcome: fault?.code === "nobody" ? "nobody" : "faulty",
    customerId: null,
    fault: fault?.code ?? null,
  }));
  const faults = read.flatMap(({ fault }) => fault ?? []);
  good.forEach(({ place }, n) => {
    const outcome = stored.outcomes[n]!;
    items[place] = {
      outcome,
      customerId: stored.customerIds[n] ?? null,
      fault: outcome === "nobody" ? "nobody" : null,
    };
    if (outcome === "nobody") faults.push({ place, code: "nobody", params: { field: "customer" } });
  });
  const count = (outcome: string) => items.filter((one) => one.outcome === outcome).length;
  return { stored: count("stored"), known: count("known"), newCustomers: stored.newCustomers, items, faults };
}
