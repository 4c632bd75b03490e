import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Measure, measures } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Actor, columnsOf, seesAll, visible } from "@/lib/access";
import { factsOf } from "./facts-of";
import { type Figure, isByEnd, isNearOrLong, ofReason, resolvedOn } from "./figure";
import { cellsFor, isFresh, sumsFor } from "./kept";
import { type Counts, loadCounts } from "./load-counts";
import { loadClosed, loadDays, loadPieces, onStaleDays } from "./load-pieces";
import { countUpTo } from "./quantile";
import { countTargets, targetKindOf } from "./read-targets";
import { narrowed, type Scope, scopeOf } from "./scope";
import type { Slice } from "./slice";
import { mondayIs0 } from "./steps";

type Asked = { figure: Figure; slice: Slice };

/** How many facts a figure counts; `hidden` of them are of conversations that are not mine to see. */
export async function countBehind(actor: Actor, asked: Asked): Promise<{ n: number; hidden: number }> {
  const scope = await scopeOf(actor, asked.slice);
  if (!seesAll(actor)) return countSeen(actor, asked, scope);
  const [n, hidden] = await Promise.all([countAll(asked, scope), countRestricted(actor, asked, scope)]);
  return { n, hidden };
}

async function countSeen(actor: Actor, asked: Asked, scope: Scope): Promise<{ n: number; hidden: number }> {
  const found = await db.execute<{ n: number; seen: number }>(sql`
    select count(*)::int as n, count(*) filter (where ${visible(actor, columnsOf("c"))})::int as seen
    from facts f join dims d on d.id = f.dim_id left join conversations c on c.id = f.conversation_id
    where ${factsOf(asked, scope)}`);
  const { n, seen } = found.rows[0]!;
  return { n, hidden: n - seen };
}

/** Whoever sees every brand and team does not see what is restricted to others: few, so they are counted from their side. */
async function countRestricted(actor: Actor, asked: Asked, scope: Scope): Promise<number> {
  const found = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from facts f join dims d on d.id = f.dim_id
    where f.conversation_id = any(array(select c.id from conversations c where c.is_restricted and not ${visible(actor, columnsOf("c"))}))
      and ${factsOf(asked, scope)}`);
  return found.rows[0]!.n;
}

async function countAll(asked: Asked, scope: Scope): Promise<number> {
  const kept = await countKept(asked, scope);
  return kept ?? countFacts(asked, scope);
}

async function countFacts(asked: Asked, scope: Scope): Promise<number> {
  const found = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from facts f join dims d on d.id = f.dim_id
    where ${factsOf(asked, scope)} and ${isByEnd(asked.figure) ? isNearOrLong(asked.slice.from) : sql`true`}`);
  return found.rows[0]!.n;
}

/** The same from what is kept of each day, where it is; null where the facts must be counted. */
async function countKept({ figure, slice }: Asked, scope: Scope): Promise<number | null> {
  const [what, part = "", range = ""] = figure.split(":");
  const measure = measures.find((one) => one === what);
  if (measure) return countMeasure(scope, { measure, part, range, slice });
  switch (what) {
    case "volume":
      return countVolume(scope, slice, part);
    case "hour": {
      const [weekday, hour] = part.split("-").map(Number);
      const isOfHour = (one: { day: string; hour: number }) =>
        mondayIs0(one.day) === weekday && one.hour === hour;
      return countTally(scope, slice, (one) => (isOfHour(one) ? one.asked : 0));
    }
    case "reason":
      return countReason(scope, slice, part);
    case "targets":
      return countOutcomes(scope, slice, ({ what }) => what !== "running");
    default:
      return countOutcomes(scope, slice, ({ reason }) => reason === part);
  }
}

async function countMeasure(
  scope: Scope,
  { measure, part, range, slice }: { measure: Measure; part: string; range: string; slice: Slice },
): Promise<number | null> {
  const asked = { measure, slice, by: "all" } as const;
  switch (part) {
    case "answered":
      return sumOf(await loadDays(scope, asked));
    case "class": {
      if (cellsFor(scope, asked) === null) return null;
      const [from, to] = range.split("-");
      const pieces = (await loadPieces(scope, asked)).map(({ seconds }) => seconds);
      // No fact is longer than 68 years.
      const below = (value: string) => countUpTo(pieces, (value === "" ? 2 ** 31 : Number(value)) - 1);
      return Math.max(0, below(to ?? "") - below(from ?? "0"));
    }
    case "closed":
      return sumOf(await loadClosed(scope, asked));
    case "again":
      return measure === "next_response" ? countAgain(scope, slice) : null;
    case "met":
    case "missed":
      return countOutcomes(
        scope,
        slice,
        ({ kind, what, reason }) =>
          what === part && targetKindOf[kind] === measure && (range === "" || reason === range),
      );
    default:
      return null;
  }
}

async function countVolume(scope: Scope, slice: Slice, part: string): Promise<number | null> {
  switch (part) {
    case "answered":
    case "resolved":
    case "closed":
      return countTally(scope, slice, (one) => one[part]);
    case "opened": {
      // Every cycle is a resolution; those after the first of their conversation have a small index.
      const ended = sumOf(await loadDays(scope, { measure: "resolution", slice, by: "all" }));
      if (ended === null) return null;
      const [running, reopened] = await Promise.all([
        countFacts({ figure: "resolution:waiting", slice }, scope),
        countFacts({ figure: "volume:reopened", slice }, scope),
      ]);
      return ended + running - reopened;
    }
    default:
      return null;
  }
}

/** From the sums of hours, which are made of the same waits and cycles as the facts are; of a tag there are none. */
async function countTally(
  scope: Scope,
  slice: Slice,
  of: (one: Counts & { day: string; hour: number }) => number,
): Promise<number | null> {
  if (slice.tagId !== null) return null;
  return (await loadCounts(scope, slice, slice.to)).reduce((sum, one) => sum + of(one), 0);
}

async function countOutcomes(
  scope: Scope,
  slice: Slice,
  isMeant: (row: Awaited<ReturnType<typeof countTargets>>[number]) => boolean,
): Promise<number | null> {
  if (sumsFor(scope, { slice, by: "all" }) === null) return null;
  return sumOf((await countTargets(scope, slice, "all")).filter(isMeant));
}

async function countAgain(scope: Scope, slice: Slice): Promise<number | null> {
  const kept = sumsFor(scope, { slice, by: "all" });
  if (kept === null) return null;
  const found = await db.execute<{ n: number }>(sql`
    select (select coalesce(sum(c.again), 0) from outcomes c where ${kept} and c.kind = 'wait' and ${isFresh})::int
      + (select count(*) from facts f where f.kind = 'wait' and f.to_at is not null and f.ending <> 'closed' and f.wrote_again
        and ${onStaleDays(slice)} and ${narrowed(scope, slice)})::int as n`);
  return found.rows[0]!.n;
}

/** Each conversation that is resolved has one last resolution: of everything they are counted themselves. */
async function countReason(scope: Scope, slice: Slice, id: string): Promise<number | null> {
  const { channelId, teamId, agentId, tagId } = slice;
  if ([channelId, teamId, agentId, tagId].some((one) => one !== null)) return null;
  const found = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from conversations c
    where ${resolvedOn(slice, scope.zone)} and ${ofReason(id)} and c.brand_id = any(${uuids(scope.brandIds)})`);
  return found.rows[0]!.n;
}

function sumOf(rows: ReadonlyArray<{ n: number }> | null): number | null {
  return rows === null ? null : rows.reduce((sum, { n }) => sum + n, 0);
}
