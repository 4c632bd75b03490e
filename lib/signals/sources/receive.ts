import { createHash, timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { SignalSourceKind } from "@/db/enums";
import type { System } from "@/lib/access";
import { toleranceSeconds } from "@/lib/channels/signature";
import { fail } from "@/lib/errors";
import { open } from "@/lib/secrets";
import { type Recorded, recordSignals } from "@/lib/signals/record";
import { mostSignals } from "@/lib/signals/signal";
import { sources } from "./kinds";
import type { Delivery } from "./source";

const intake: System = { kind: "system", name: "intake" };

type Row = { id: string; kind: SignalSourceKind; brandId: string; secret: string };

/**
 * Takes what a source sends: proves it over the raw bytes first, reads it then. `key` is the secret in the address, for
 * who cannot sign. Throws `not_found` for no source, or one that is switched off, `forbidden` for what is not proven,
 * `invalid` for what cannot be read; each is kept beside the source, so that somebody sees it.
 */
export async function receiveFromSource(
  delivery: Delivery,
  input: { sourceId: string; key: string | null; isApi: boolean },
): Promise<Recorded> {
  const row = await findSource(input.sourceId);
  if (!row || (row.kind === "api") !== input.isApi) return fail("not_found", "signals.source");
  const source = sources[row.kind];
  const secret = open(row.secret, "signals");
  if (source.isInAddress && !isSame(secret, input.key ?? "")) return refuse(row, "signature");
  const verdict = source.verify(secret, delivery);
  if (verdict.is !== "good") return refuse(row, verdict.is === "late" ? "late" : "signature");
  if (verdict.repeat !== null && !(await claim(row, verdict.repeat, delivery.body)))
    return refuse(row, "repeated");
  let items: unknown[];
  try {
    items = source.read(delivery);
  } catch {
    await keepFault(row, "unreadable");
    return fail("invalid", "request.json");
  }
  if (items.length > mostSignals && row.kind === "api")
    return fail("invalid", "signals.too_many", { most: mostSignals });
  const recorded = await recordSignals(intake, { brandId: row.brandId, items }).catch(async (error) => {
    // Nothing was stored: the same request may come again.
    if (verdict.repeat !== null) await release(row, verdict.repeat, delivery.body);
    throw error;
  });
  await keepSuccess(row, recorded);
  return recorded;
}

/** A source's greeting, before it sends anything: some look whether the address answers. */
export async function greetSource(input: { sourceId: string; key: string | null }): Promise<boolean> {
  const row = await findSource(input.sourceId);
  if (!row) return false;
  return !sources[row.kind].isInAddress || isSame(open(row.secret, "signals"), input.key ?? "");
}

async function findSource(id: string): Promise<Row | undefined> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return undefined;
  const found = await db.execute<Row>(sql`
    select id, kind, brand_id as "brandId", secret from signal_sources where id = ${id}::uuid and paused_at is null`);
  return found.rows[0];
}

async function refuse(row: Row, code: "signature" | "late" | "repeated"): Promise<never> {
  await keepFault(row, code);
  return fail("forbidden", `signals.${code}`);
}

/** Strangers may knock as often as they like: the row is written now and then only. */
async function keepFault(row: Row, code: string): Promise<void> {
  await db.execute(sql`
    update signal_sources set last_fault = ${code}, last_fault_at = now(), faults = faults + 1
    where id = ${row.id}::uuid and (last_fault is distinct from ${code} or last_fault_at < now() - interval '2 seconds')`);
}

async function keepSuccess(row: Row, recorded: Recorded): Promise<void> {
  const fault = recorded.faults[0]?.code ?? null;
  await db.execute(sql`
    update signal_sources set last_received_at = now(), received = received + ${recorded.stored},
      last_fault = coalesce(${fault}::text, last_fault), last_fault_at = case when ${fault}::text is null then last_fault_at else now() end,
      faults = faults + ${recorded.faults.length}
    where id = ${row.id}::uuid`);
}

/** A signed request is good once, so that a caught one cannot be sent again. */
async function claim(row: Row, timestamp: string, body: Uint8Array): Promise<boolean> {
  const taken = await db.execute(sql`
    insert into used_tokens (token, value, expires_at) values (${tokenOf(row, timestamp, body)}, '', now() + make_interval(secs => ${2 * toleranceSeconds}))
    on conflict do nothing`);
  return taken.rowCount === 1;
}

async function release(row: Row, timestamp: string, body: Uint8Array): Promise<void> {
  await db.execute(sql`delete from used_tokens where token = ${tokenOf(row, timestamp, body)}`);
}

function tokenOf(row: Row, timestamp: string, body: Uint8Array): string {
  return `signals ${row.id} ${createHash("sha256").update(`${timestamp}.`).update(body).digest("hex")}`;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
