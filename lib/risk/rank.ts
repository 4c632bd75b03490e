import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { Band, RankedBy } from "@/db/enums";
import type { Reason } from "@/lib/conversations/types";
import { wake } from "@/lib/live/wake";
import { followBands } from "@/lib/targets/follow-bands";
import { setRings } from "@/lib/targets/ring";
import { rulesNow } from "@/lib/targets/rules";
import { tellSafety } from "./alert";
import { type Assessed, assess } from "./assess";
import { type Claimed, isStillCalm, loadFacts } from "./facts";
import { modelInForce } from "./in-force";
import { signals } from "./model";
import { stepOf } from "./order";
import { writeSpans } from "./spans";

/** Rows that are ranked in one transaction. */
const batchSize = 200;

/** What was last said of a row, and what people were shown of it. */
type Before = Claimed & {
  version: number;
  status: "open" | "waiting" | "snoozed";
  isSample: boolean;
  brandId: string;
  teamId: string | null;
  channelId: string | null;
  lane: number;
  band: Band;
  patienceBand: Band | null;
  by: RankedBy | null;
  promiseAt: string | null;
  reason: Reason | null;
  isSafety: boolean | null;
  toldRank: number | null;
  wasCalmed: boolean;
  safetyToldAt: string | null;
};

/**
 * Ranks what something happened to, and what time has moved on: the rows whose rank has passed its hour, never all.
 * Rows that somebody is changing are left to the next round. Resolves with true while there may be more. `now` in
 * milliseconds of Unix time.
 */
export async function rankExpired(now = Date.now()): Promise<boolean> {
  await rulesNow();
  const { claimed, told, ringsAt } = await db.transaction((tx) => rankBatch(tx, now));
  if (told > 0) wake("events");
  // The timers look by themselves every few seconds.
  if (ringsAt !== null && ringsAt < Date.now() + soonMs) wake("timers");
  return claimed === batchSize;
}

/** When the next rank passes its hour; what is locked just now is tried again a moment later. */
export async function nextToRank(): Promise<Date | null> {
  const found = await db.execute<{ at: string | null }>(
    sql`select nullif(min(rank_valid_until), 'infinity')::text as at from queue`,
  );
  const at = found.rows[0]?.at ?? null;
  return at === null ? null : new Date(Math.max(Date.parse(at) || 0, Date.now() + tryAgainMs));
}

const tryAgainMs = 100;

const soonMs = 15_000;

type Round = { claimed: number; told: number; ringsAt: number | null };

async function rankBatch(tx: Tx, now: number): Promise<Round> {
  // Every look here is by key; a batch that comes as JSON tempts the planner to read whole tables.
  await tx.execute(
    sql`set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off`,
  );
  const rows = await claim(tx, now);
  if (rows.length === 0) return { claimed: 0, told: 0, ringsAt: null };
  const { model, fallenBackAt } = await modelInForce(tx);
  const facts = await loadFacts(tx, rows, now);
  const ranked = rows.flatMap((row) => {
    const known = facts.get(row.id);
    return known ? [{ row, facts: known, ...assess(model, known, now, fallenBackAt !== null) }] : [];
  });
  await writeRisks(tx, ranked, model.version, now);
  await writeSpans(
    tx,
    ranked.map(({ row, phase }) => ({ ...row, phase })),
    model.version,
    now,
  );
  const told = ranked.filter(isNews);
  await writeNews(tx, told);
  await tellSafety(
    tx,
    ranked.flatMap(({ row, isSafety }) => (isSafety && row.safetyToldAt === null ? [row] : [])),
  );
  await followBands(
    tx,
    ranked.flatMap(({ row, patienceBand }) =>
      patienceBand !== null && patienceBand !== row.patienceBand
        ? [{ id: row.id, was: row.patienceBand }]
        : [],
    ),
  );
  const ringsAt = await setRings(
    tx,
    rows.map(({ id }) => id),
  );
  return { claimed: rows.length, told: told.length, ringsAt };
}

/**
 * The rows, with their conversations: both locks at once and without waiting, so that no command waits in a ring. Not for
 * their keys, so that whoever writes a mark of one of their messages need not wait for us while we wait for that mark.
 */
async function claim(tx: Tx, now: number): Promise<Before[]> {
  const found = await tx.execute<Before>(sql`
    select c.id, c.customer_id as "customerId", k.person_id as "personId", c.kind, c.pin, h.kind as "channelKind",
      h.config ->> 'plays' as plays, c.is_public as "isPublic", c.waiting_since::text as "waitingSince", least(c.due_at, c.resolve_due_at)::text as "dueAt",
      c.last_customer_message_at::text as "lastCustomerAt", coalesce(k.facts ->> 'danger' = 'yes', false) as "isDanger",
      k.no_profile_at is null as "hasProfile",
      case when k.unsubscribed_at > now() - interval '180 days' then k.unsubscribed_at::text end as "unsubscribedAt",
      z.calmed_at::text as "calmedAt", q.version, q.status, c.is_sample as "isSample", c.brand_id as "brandId", c.team_id as "teamId",
      c.channel_id as "channelId", q.lane, q.band, z.by, z.promise_at::text as "promiseAt", z.reasons -> 0 as reason,
      z.patience_band as "patienceBand", z.is_safety as "isSafety", z.told_rank as "toldRank", z.calmed_at is not null as "wasCalmed", z.safety_told_at::text as "safetyToldAt"
    from queue q join conversations c on c.id = q.conversation_id join customers k on k.id = c.customer_id
    left join channels h on h.id = c.channel_id left join risks z on z.conversation_id = c.id
    where q.rank_valid_until <= ${new Date(now).toISOString()}::timestamptz
    order by q.rank_valid_until limit ${sql.raw(String(batchSize))} for no key update of q, c skip locked`);
  return found.rows;
}

type Ranked = Assessed & { row: Before; facts: { isCalmed: boolean; promiseAt: number | null } };

async function writeRisks(tx: Tx, ranked: readonly Ranked[], version: number, now: number): Promise<void> {
  const rows = ranked.map((each) => ({
    id: each.row.id,
    waitingSince: each.phase && isoOf(each.phase.waitingSince),
    patience: each.phase?.patience ?? "email",
    known: each.phase ? bitsOf(each.phase.known) : 0,
    reasons: each.reasons,
    isSafety: each.isSafety,
    patienceHours: each.patienceHours,
    by: each.by,
    promiseAt: each.facts.promiseAt === null ? null : isoOf(each.facts.promiseAt),
    band: each.band,
    patienceBand: each.patienceBand,
    hazard: each.hazard,
    calmedAt: isStillCalm(each.row) ? each.row.calmedAt : null,
    toldRank: isNews(each) ? each.rank : null,
    lane: each.lane,
    rank: stepOf(each.rank),
    validUntil: Number.isFinite(each.validUntil) ? isoOf(each.validUntil) : "infinity",
  }));
  await tx.execute(sql`
    with r as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "waitingSince" timestamptz, patience text,
        known int, reasons jsonb, "isSafety" boolean, "patienceHours" real, by text, "promiseAt" timestamptz, band text, "patienceBand" text, hazard float8,
        "calmedAt" timestamptz, "toldRank" real, lane smallint, rank real, "validUntil" timestamptz)
    ), placed as (
      update queue q set lane = r.lane, rank = r.rank, band = r.band, rank_valid_until = r."validUntil" from r
      where q.conversation_id = r.id
    )
    insert into risks as z (conversation_id, waiting_since, patience, known, reasons, is_safety, patience_hours, by, promise_at, band,
      patience_band, hazard, model, calmed_at, told_rank, safety_told_at, scored_at)
    select id, "waitingSince", patience, known, reasons, "isSafety", "patienceHours", by, "promiseAt", band, "patienceBand", hazard, ${version},
      "calmedAt", "toldRank", case when "isSafety" then ${isoOf(now)}::timestamptz end, ${isoOf(now)}::timestamptz from r
    on conflict (conversation_id) do update set waiting_since = excluded.waiting_since, patience = excluded.patience,
      known = excluded.known, reasons = excluded.reasons, is_safety = excluded.is_safety, patience_hours = excluded.patience_hours,
      by = excluded.by, promise_at = excluded.promise_at, band = excluded.band,
      patience_band = coalesce(excluded.patience_band, z.patience_band), hazard = excluded.hazard, model = excluded.model,
      scored_at = excluded.scored_at, told_rank = coalesce(excluded.told_rank, z.told_rank),
      -- Once for each waiting: the next one that is dangerous is told again.
      safety_told_at = case when excluded.waiting_since is not null then coalesce(z.safety_told_at, excluded.safety_told_at) end,
      calmed_at = excluded.calmed_at,
      calmed_by = case when excluded.calmed_at is not null then z.calmed_by end,
      calmed_because = case when excluded.calmed_at is not null then z.calmed_because end`);
}

/** People see another place, another reason, or a time that is a fifth off. */
function isNews({ row, facts, lane, band, by, rank, reasons, isSafety }: Ranked): boolean {
  if (row.toldRank === null || row.by === null) return true;
  if (row.lane !== lane || row.band !== band || row.by !== by || row.isSafety !== isSafety) return true;
  if (row.wasCalmed !== facts.isCalmed) return true;
  if ((row.promiseAt === null ? null : Date.parse(row.promiseAt)) !== facts.promiseAt) return true;
  if (textOf(row.reason) !== textOf(reasons[0] ?? null)) return true;
  return Math.abs(rank - row.toldRank) >= row.toldRank * 0.2;
}

function textOf(reason: Reason | null): string {
  if (reason === null) return "";
  const { code, params } = reason;
  return JSON.stringify([code, Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** A version more and an event, so that every desk gets the row again. */
async function writeNews(tx: Tx, told: readonly Ranked[]): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ row, band, by, lane }) => ({ id: row.id, after: { band, by, lane } }));
  await tx.execute(sql`
    with r as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, after jsonb)
    ), changed as (
      update conversations c set version = c.version + 1 from r where c.id = r.id returning c.*, r.after
    ), placed as (
      update queue q set version = c.version from changed c where q.conversation_id = c.id
    )
    insert into events (epoch, type, actor_kind, conversation_id, customer_id, team_id, brand_id, channel_id, before, after, version, occurred_at)
    select (select epoch from installation), 'conversation.ranked', 'system', id, customer_id, team_id, brand_id, channel_id,
      '{}', after, version, clock_timestamp() from changed`);
}

function bitsOf(known: { readonly [S in (typeof signals)[number]]: boolean }): number {
  return signals.reduce((bits, signal, place) => (known[signal] ? bits | (1 << place) : bits), 0);
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
