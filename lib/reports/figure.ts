import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { type Measure, measures } from "@/db/enums";
import { localDay } from "@/lib/clock/zone";
import { fail } from "@/lib/errors";
import { hasTarget } from "@/lib/facts/outcomes";
import { goesOn, hasEnded, measured, wasClosed } from "./measured";

import type { Scope } from "./scope";
import type { Slice } from "./slice";

/**
 * The name of a figure in an address, so that each opens what it counts: a measure with `answered`, `waiting`, `closed`,
 * `met`, `missed` (and `missed:nobody_had_it` for one reason), `running`, `overdue` (missed and still waiting), `again`,
 * `class:300-900` (seconds by the slice's clock, an open end is left out) or `since:3600-14400` of those who still wait
 * (seconds on the wall), as in `first_response:class:300-900`; `volume:opened`, `:reopened`, `:resolved`, `:closed`,
 * `:answered`, and `:open` for what was not resolved at the end of the last day; `hour:0-14` for what came on Mondays from 14:00 on; `reason:<id>` for what was resolved on these days about a contact
 * reason or one below it, `reason:none` about none; `targets:decided`
 * for everything met or missed; `missed:nobody_had_it` for one reason.
 */
export const figure = z
  .string()
  .regex(
    /^((first_response|next_response|resolution|handling):(answered|waiting|closed|met|missed(:[a-z_]+)?|running|overdue|again|class:\d{1,9}-\d{0,9}|since:\d{1,9}-\d{0,9})|volume:(opened|reopened|resolved|closed|answered|open)|hour:[0-6]-\d{1,2}|reason:(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})|missed:[a-z_]+|targets:decided)$/,
  );
export type Figure = z.output<typeof figure>;

/** The facts `f` behind a figure, but for the slice. Throws `invalid` for what is no figure. */
export function behind(name: Figure, slice: Slice, scope: Scope): SQL {
  if (!figure.safeParse(name).success) fail("invalid", "report.figure");
  const [what, part = "", range = ""] = name.split(":");
  const measure = measures.find((one) => one === what);
  if (measure) return sql`${measured(measure)} and ${ofMeasure(measure, part, range, slice)}`;
  switch (what) {
    case "volume":
      return ofVolume(part, slice, scope);
    case "hour": {
      const [weekday, hour] = part.split("-").map(Number);
      const local = sql`f.from_at at time zone ${scope.zone}`;
      return sql`f.kind = 'wait' and extract(isodow from ${local}) = ${weekday! + 1} and extract(hour from ${local}) = ${hour}`;
    }
    case "reason":
      return sql`${isLastResolution} and exists (select 1 from conversations c where c.id = f.conversation_id
        and ${resolvedOn(slice, scope.zone)} and ${ofReason(part)})`;
    case "targets":
      return sql`f.due_at is not null and ${hasTarget} and (${wasMissed} or ${wasMet})`;
    default:
      return sql`f.due_at is not null and ${hasTarget} and ${wasMissed} and ${why} = ${part}`;
  }
}

/**
 * What `outcome` and `reason` of lib/facts/outcomes.ts say of a fact that has a target, told plainly: of a case the planner
 * knows nothing, of this that the small index of what was missed holds all of it.
 */
const wasMissed = sql.raw(
  "(f.missed is not null or (f.to_at is null and f.due_at < now()) or f.to_at > f.due_at)",
);
const wasMet = sql.raw("(f.missed is null and f.to_at <= f.due_at and f.ending is distinct from 'closed')");
const isRunning = sql.raw("(f.to_at is null and f.missed is null and f.due_at >= now())");
const why = sql.raw(
  "coalesce(f.missed, case when d.agent_id is null then 'nobody_had_it' else 'not_answered' end)",
);

// Without the offset it is joined with every resolution there is, for a page of fifty.
const isLastResolution = sql.raw(`f.kind = 'resolution' and not exists (select 1 from facts later
  where later.conversation_id = f.conversation_id and later.kind = 'resolution' and later.cycle > f.cycle offset 0)`);

/** Of `conversations c`: resolved on the days of the slice and resolved still, and begun by a customer. */
export function resolvedOn({ from, to }: Slice, zone: string): SQL {
  return sql`c.status = 'resolved' and c.merged_into_id is null and c.kind <> 'proactive'
    and c.resolved_at >= ${from}::date::timestamp at time zone ${zone}
    and c.resolved_at < ${to}::date::timestamp at time zone ${zone}`;
}

export function ofReason(id: string): SQL {
  if (id === "none") return sql`c.contact_reason_id is null`;
  return sql`c.contact_reason_id in (select r.id from contact_reasons r where ${id}::uuid in (r.id, r.parent_id))`;
}

/** Counted by a day of its own. */
export function hasOwnDays(name: Figure): boolean {
  return isAtEnd(name) || name.startsWith("reason:");
}

/** Whether the days of the slice are those of the ending instead of the beginning. */
export function isByEnd(name: Figure): boolean {
  return name === "volume:resolved" || name === "volume:closed" || name === "volume:answered";
}

/** What was so at the end of the last day, whenever it began: now, where that day is not over. */
export function isAtEnd(name: Figure): boolean {
  return name === "volume:open";
}

function ofMeasure(measure: Measure, part: string, range: string, slice: Slice): SQL {
  switch (part) {
    case "answered":
      return hasEnded;
    case "waiting":
      return goesOn;
    case "closed":
      return wasClosed;
    case "overdue":
      return sql`${goesOn} and f.due_at < now()`;
    case "again":
      return sql`${hasEnded} and f.wrote_again`;
    case "class": {
      const [from, to] = range.split("-");
      const seconds = slice.clock === "wall" ? sql`f.wall` : sql`f.business`;
      return sql`${hasEnded} and ${seconds} >= ${Number(from)}::bigint and ${to === "" ? sql`true` : sql`${seconds} < ${Number(to)}::bigint`}`;
    }
    case "since": {
      const [from, to] = range.split("-");
      const seconds = sql`extract(epoch from now() - f.from_at)`;
      return sql`${goesOn} and ${seconds} >= ${Number(from)}::bigint and ${to === "" ? sql`true` : sql`${seconds} < ${Number(to)}::bigint`}`;
    }
    default: {
      if (measure === "handling") return sql`false`;
      const outcome = part === "missed" ? wasMissed : part === "met" ? wasMet : isRunning;
      return sql`f.due_at is not null and ${outcome} and ${range === "" ? sql`true` : sql`${why} = ${range}`}`;
    }
  }
}

function ofVolume(part: string, slice: Slice, scope: Scope): SQL {
  switch (part) {
    case "opened":
      return sql`f.kind = 'resolution' and f.cycle = 0`;
    case "reopened":
      return sql`f.kind = 'resolution' and f.cycle > 0`;
    case "answered":
      return sql`f.kind = 'wait' and ${hasEnded}`;
    case "closed":
      return sql`f.kind = 'wait' and ${wasClosed}`;
    case "open":
      if (isStillGoing(slice, scope.zone))
        return sql`f.kind = 'resolution' and ${goesOn} and (f.day < ${slice.to}::date) is true`;
      return sql`f.kind = 'resolution' and f.day < ${slice.to}::date and (f.to_at is null or ${isNearOrLong(slice.to)})
        and (f.to_at is null or (f.to_at at time zone ${scope.zone})::date >= ${slice.to}::date)`;
    default:
      return sql`f.kind = 'resolution' and f.to_at is not null`;
  }
}

/**
 * Of `facts f` that ended on a day or later: all of them, since what began more than nine days before it took longer than
 * a week. Said beside the condition itself, for the indexes.
 */
export function isNearOrLong(day: string): SQL {
  return sql`(f.day >= ${day}::date - 9 or f.wall >= 604800)`;
}

/** Of what has no end yet. */
export function isGoingOn(name: Figure, slice: Slice, zone: string): boolean {
  return /:(waiting|since|overdue|running)(:|$)/.test(name) || (isAtEnd(name) && isStillGoing(slice, zone));
}

/** Nothing has ended on a day that has not come. */
function isStillGoing({ to }: Slice, zone: string): boolean {
  return to > localDay(zone, Date.now());
}

/** What is still to be done is read from its oldest end. */
export function isOldestFirst(name: Figure): boolean {
  return /:(waiting|since|overdue|running)(:|$)/.test(name) || isAtEnd(name);
}
