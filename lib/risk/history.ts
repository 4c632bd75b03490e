import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Exposure, horizonHours } from "./fit";
import { type Model, type Patience, patiences, type Signal, signals } from "./model";

/** One stretch of waiting in which what we knew did not change, as risk_spans keeps it. Moments in milliseconds. */
export type Span = {
  conversationId: string;
  patience: Patience;
  waitingSince: number;
  known: { readonly [S in Signal]: boolean };
  fromAt: number;
  toAt: number;
  /** *Take next* gave it as the oldest: served without a look at its risk. */
  isOldest: boolean;
  /** When a post that was linked to it came, if one came while it waited. */
  postedAt: number | null;
};

/** What happened longer ago than this is another desk. */
const longestDays = 365;
const pageSize = 5_000;

type Row = {
  id: string;
  conversationId: string;
  patience: string;
  waitingSince: number;
  known: number;
  fromAt: number;
  toAt: number;
  isOldest: boolean;
  postedAt: number | null;
};

/**
 * The spans of the last year with their outcome, the sample left out. A post belongs to the phase of the conversation
 * in which they had told us, and ends it: what the clock added after the post is cut off.
 */
export async function loadSpans(now: Date): Promise<Span[]> {
  const spans: Span[] = [];
  let after = { at: "-infinity", id: "00000000-0000-0000-0000-000000000000" };
  for (;;) {
    const page = await db.execute<Row & { place: string }>(sql`
      select s.id, s.conversation_id as "conversationId", s.patience, s.known, s.is_oldest as "isOldest",
        extract(epoch from s.waiting_since)::float8 * 1000 as "waitingSince", extract(epoch from s.from_at)::float8 * 1000 as "fromAt",
        extract(epoch from coalesce(s.to_at, ${now.toISOString()}::timestamptz))::float8 * 1000 as "toAt",
        extract(epoch from p.posted_at)::float8 * 1000 as "postedAt", s.from_at::text as place
      from risk_spans s left join lateral (
        select min(l.posted_at) as posted_at from leaks l where l.private_conversation_id = s.conversation_id
          and l.withdrawn_at is null and not l.is_sample and l.posted_at >= s.waiting_since) p on true
      where not s.is_sample and s.from_at > ${now.toISOString()}::timestamptz - make_interval(days => ${longestDays})
        and (s.from_at, s.id) > (${after.at}::timestamptz, ${after.id}::uuid)
      order by s.from_at, s.id limit ${pageSize}`);
    for (const row of page.rows) spans.push(...toSpan(row));
    const last = page.rows.at(-1);
    if (!last || page.rows.length < pageSize) return spans;
    after = { at: last.place, id: last.id };
  }
}

function toSpan(row: Row): Span[] {
  const patience = patiences.find((known) => known === row.patience);
  if (!patience) return [];
  const end = Math.min(row.toAt, row.waitingSince + horizonHours * hour);
  const isIn = row.postedAt !== null && row.postedAt >= row.fromAt && row.postedAt <= end;
  const isAfter = row.postedAt !== null && row.postedAt < row.fromAt;
  const toAt = isIn && row.postedAt !== null ? row.postedAt : end;
  if (isAfter || (toAt <= row.fromAt && !isIn)) return [];
  return [
    {
      conversationId: row.conversationId,
      patience,
      waitingSince: row.waitingSince,
      known: knownOf(row.known),
      fromAt: row.fromAt,
      toAt,
      isOldest: row.isOldest,
      postedAt: isIn ? row.postedAt : null,
    },
  ];
}

/** The bits of `known`, one for each signal in the order of lib/risk/model.ts. */
export function knownOf(bits: number): Span["known"] {
  const known: { [S in Signal]: boolean } = { ...unknown };
  for (const [place, signal] of signals.entries()) known[signal] = (bits & (1 << place)) !== 0;
  return known;
}

const unknown: { readonly [S in Signal]: boolean } = {
  complaint: false,
  threat: false,
  anger: false,
  urgent: false,
  unanswered: false,
  unansweredAgain: false,
  recoveryFailed: false,
  lapsed: false,
  publicProfile: false,
};

const hour = 3_600_000;

/** The spans cut at the borders of a model's clock, those that look alike put together: all that the fit needs. */
export function exposuresIn(model: Model, spans: readonly Span[]): Exposure[] {
  const sums = new Map<string, Exposure>();
  for (const span of spans) {
    for (const each of exposuresOfSpan(model, span)) {
      const key = `${each.stretch} ${signals.map((signal) => (span.known[signal] ? 1 : 0)).join("")}`;
      const sum = sums.get(key);
      if (sum) {
        sum.hours += each.hours;
        sum.posts += each.posts;
      } else sums.set(key, { ...each });
    }
  }
  return [...sums.values()];
}

export function exposuresOfSpan(model: Model, span: Span): Exposure[] {
  const patience = model.patienceHours[span.patience];
  const start = (span.fromAt - span.waitingSince) / hour;
  const end = (span.toAt - span.waitingSince) / hour;
  const exposures: Exposure[] = [];
  let from = start;
  for (const [stretch, { until }] of model.clock.entries()) {
    const to = Math.min(until * patience, end);
    if (to <= from && !(to === end && exposures.length === 0 && end <= until * patience)) continue;
    exposures.push({ known: span.known, stretch, hours: Math.max(0, to - from), posts: 0 });
    from = Math.max(from, to);
    if (to === end) break;
  }
  const last = exposures.at(-1);
  if (last && span.postedAt !== null) last.posts = 1;
  return exposures;
}
