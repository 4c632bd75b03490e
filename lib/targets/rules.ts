import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { Band, TargetKind } from "@/db/enums";
import type { Schedule } from "@/lib/clock/schedule";
import { onWake, wake } from "@/lib/live/wake";

/** A promise to ourselves; moments in milliseconds of Unix time. Null is "any". */
export type Target = {
  id: string;
  kind: TargetKind;
  brandId: string | null;
  channelId: string | null;
  pin: number | null;
  tagId: string | null;
  band: Band | null;
  /** Of opening hours. */
  seconds: number;
  warnSeconds: number | null;
  escalateAgentId: string | null;
  escalateTeamId: string | null;
  isHandedOver: boolean;
  from: number;
  until: number;
};

/** Everything that due times follow from, the newest first in each list. */
export type Rules = {
  targets: Target[];
  /** By brand or team: which opening hours it counts by since when. */
  uses: Map<string, Array<{ from: number; scheduleId: string | null }>>;
  versions: Map<string, Array<{ from: number; hours: Schedule }>>;
  /** Whether a target asks for a tag or a band at all: else nobody needs to look for them. */
  hasTags: boolean;
  hasBands: boolean;
  readAt: number;
};

type Kept = {
  known: Rules | null;
  loading: Promise<Rules> | null;
  hours: Map<string, Schedule>;
  /** Grows with every change: what was being read meanwhile is not kept. */
  changes: number;
};
const slot = globalThis as typeof globalThis & { avantRules?: Kept };

/** A change of hours or targets counts everywhere within this time, also where a bell was lost. */
const freshMs = 5_000;

/** No transaction lasts longer, so what was read before it began still holds inside it. */
const transactionMs = 30_000;

/** Reads the rules when they are old. To be called before a transaction opens: it asks for a connection of its own. */
export async function rulesNow(): Promise<Rules> {
  const kept = keep();
  if (kept.known && Date.now() - kept.known.readAt < freshMs) return kept.known;
  // One reading for everybody who asks meanwhile.
  const loading = kept.loading ?? read(db, kept);
  kept.loading = loading;
  try {
    return await loading;
  } finally {
    if (kept.loading === loading) kept.loading = null;
  }
}

/** The same for whoever has called `rulesNow` before their transaction began. */
export async function knownRules(): Promise<Rules> {
  const { known } = keep();
  return known && Date.now() - known.readAt < transactionMs ? known : rulesNow();
}

/** The same inside any transaction, and by its connection: if each waited for a second one, all would wait for ever. */
export async function rulesWithin(tx: Tx): Promise<Rules> {
  const kept = keep();
  if (kept.known && Date.now() - kept.known.readAt < transactionMs) return kept.known;
  return read(tx, kept);
}

/** For whoever just changed them: here at once, in the other processes when the bell rings. */
export function forgetRules(): void {
  forget(keep());
  wake("rules");
}

function forget(kept: Kept): void {
  kept.known = null;
  kept.loading = null;
  kept.changes++;
}

function keep(): Kept {
  if (!slot.avantRules) {
    const made: Kept = { known: null, loading: null, hours: new Map(), changes: 0 };
    slot.avantRules = made;
    onWake("rules", () => forget(made));
  }
  return slot.avantRules;
}

async function read(from: typeof db | Tx, kept: Kept): Promise<Rules> {
  const readAt = Date.now();
  const { changes } = kept;
  const targets = await from.execute<
    Omit<Target, "from" | "until"> & { from: string; until: string | null }
  >(sql`
    select id, kind, brand_id as "brandId", channel_id as "channelId", pin, tag_id as "tagId", band, seconds,
      warn_seconds as "warnSeconds", escalate_agent_id as "escalateAgentId", escalate_team_id as "escalateTeamId",
      is_handed_over as "isHandedOver", valid_from as from, valid_until as until
    from targets order by valid_from desc`);
  const uses = await from.execute<{ id: string; scheduleId: string | null; from: string | null }>(sql`
    select coalesce(brand_id, team_id) as id, schedule_id as "scheduleId", valid_from as from from schedule_uses
    union all select id, schedule_id, null from brands union all select id, schedule_id, null from teams
    order by 3 desc nulls last`);
  const versions = await from.execute<{ id: string; from: string; hours: string }>(sql`
    select schedule_id as id, valid_from as from, hours::text as hours from schedule_versions order by valid_from desc`);
  const rules: Rules = {
    targets: targets.rows.map((t) => ({
      ...t,
      from: Date.parse(t.from),
      until: t.until === null ? Number.POSITIVE_INFINITY : Date.parse(t.until),
    })),
    uses: new Map(),
    versions: new Map(),
    hasTags: targets.rows.some(({ tagId }) => tagId !== null),
    hasBands: targets.rows.some(({ band }) => band !== null),
    readAt,
  };
  for (const { id, scheduleId, from: since } of uses.rows) {
    // What the brand or team says of itself counts only where nobody ever wrote down a change.
    if (since === null && rules.uses.has(id)) continue;
    push(rules.uses, id, {
      from: since === null ? Number.NEGATIVE_INFINITY : Date.parse(since),
      scheduleId,
    });
  }
  for (const { id, from: since, hours } of versions.rows)
    push(rules.versions, id, { from: Date.parse(since), hours: known(kept, hours) });
  if (kept.changes === changes) kept.known = rules;
  return rules;
}

/** The clock keeps the days that it has counted by the object: the same hours stay the same object. */
function known(kept: Kept, text: string): Schedule {
  const before = kept.hours.get(text);
  if (before) return before;
  if (kept.hours.size > 500) kept.hours.clear();
  const hours: Schedule = JSON.parse(text);
  kept.hours.set(text, hours);
  return hours;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
