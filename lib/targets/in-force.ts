import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Schedule } from "@/lib/clock/schedule";
import { firstResponseDue } from "./due";

type Target = {
  kind: "first_response" | "next_response" | "resolution";
  brandId: string | null;
  channelId: string | null;
  seconds: number;
  from: number;
  until: number;
};
type Hours = { brandId: string; from: number; hours: Schedule };
type Rules = { targets: Target[]; hours: Hours[]; readAt: number };

const slot = globalThis as typeof globalThis & {
  avantRules?: { known: Rules | null; loading: Promise<Rules> | null };
};

/** A change of hours or targets counts everywhere within this time. */
const freshMs = 5_000;

/** No transaction lasts longer, so what was read before it began still holds inside it. */
const transactionMs = 30_000;

export type Due = { dueAt: Date | null; dueKind: "first_response" | "next_response" | null };

/**
 * Reads the rules when they are old. To be called before a transaction opens: inside one `responseDue` must not ask
 * for a second connection, because once every connection of the pool does so, each waits for the others.
 */
export async function readyRules(): Promise<void> {
  await inForce(freshMs);
}

/**
 * When an answer is due that has been awaited since `waitingSince`: by the most particular target in force at
 * that moment (channel before brand before all) and the opening hours of the brand in force at that moment.
 */
export async function responseDue(input: {
  waitingSince: Date | null;
  isFirst: boolean;
  brandId: string;
  channelId: string | null;
}): Promise<Due> {
  const { waitingSince } = input;
  if (waitingSince === null) return { dueAt: null, dueKind: null };
  const rules = await inForce(transactionMs);
  const at = waitingSince.getTime();
  const kind = input.isFirst ? "first_response" : "next_response";
  const target = rules.targets.find(
    (t) =>
      t.kind === kind &&
      t.from <= at &&
      at < t.until &&
      (t.channelId === null || t.channelId === input.channelId) &&
      (t.brandId === null || t.brandId === input.brandId),
  );
  const ofBrand = rules.hours.filter((h) => h.brandId === input.brandId);
  // Before the first version anybody wrote down, the oldest one is the best that is known.
  const hours = (ofBrand.find((h) => h.from <= at) ?? ofBrand.at(-1))?.hours ?? alwaysOpen;
  const dueAt = firstResponseDue(waitingSince, target?.seconds ?? null, hours);
  return dueAt === null ? { dueAt: null, dueKind: null } : { dueAt, dueKind: kind };
}

/** For the process that just changed them. */
export function forgetRules(): void {
  slot.avantRules = undefined;
}

async function inForce(maxAgeMs: number): Promise<Rules> {
  slot.avantRules ??= { known: null, loading: null };
  const kept = slot.avantRules;
  if (kept.known && Date.now() - kept.known.readAt < maxAgeMs) return kept.known;
  // One reading for everybody who asks meanwhile.
  kept.loading ??= readRules()
    .then((rules) => {
      kept.known = rules;
      return rules;
    })
    .finally(() => {
      kept.loading = null;
    });
  return kept.loading;
}

async function readRules(): Promise<Rules> {
  const readAt = Date.now();
  const [targets, hours] = await Promise.all([
    db.execute<Omit<Target, "from" | "until"> & { from: string; until: string | null }>(sql`
      select kind, brand_id as "brandId", channel_id as "channelId", seconds, valid_from as from, valid_until as until
      from targets order by channel_id is null, brand_id is null, valid_from desc`),
    db.execute<Omit<Hours, "from"> & { from: string }>(sql`
      select b.id as "brandId", v.valid_from as from, v.hours
      from brands b join schedule_versions v on v.schedule_id = b.schedule_id order by v.valid_from desc`),
  ]);
  return {
    readAt,
    targets: targets.rows.map((t) => ({
      ...t,
      from: Date.parse(t.from),
      until: t.until === null ? Number.POSITIVE_INFINITY : Date.parse(t.until),
    })),
    hours: hours.rows.map((h) => ({ ...h, from: Date.parse(h.from) })),
  };
}

const allDay: [string, string][] = [["00:00", "24:00"]];

/** A brand without opening hours is always open. */
const alwaysOpen: Schedule = {
  zone: "UTC",
  week: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay },
  exceptions: [],
};
