import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type MarkedKind, markedKinds } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { day } from "./day";

export type MarkedDate = {
  id: string;
  kind: MarkedKind;
  title: string;
  /** Days of the house's time zone (YYYY-MM-DD); the last one is included. */
  firstDay: string;
  lastDay: string;
  /** Null: of every brand. */
  brand: { id: string; name: string } | null;
};

export const newMarkedDate = z.object({
  kind: z.enum(markedKinds),
  title: z.string().trim().min(1).max(80),
  firstDay: day,
  lastDay: day,
  brandId: z.uuid().nullable().default(null),
});

/** What happened between two days, both included, that may explain a figure: the marks of a chart and of the month. */
export async function markedDates(
  actor: Actor,
  input: { from: string; to: string; brandId: string | null },
): Promise<MarkedDate[]> {
  authorize(actor, "queue.read");
  const found = await db.execute<MarkedDate>(sql`
    select d.id, d.kind, d.title, d.first_day::text as "firstDay", d.last_day::text as "lastDay",
      case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as brand
    from marked_dates d left join brands b on b.id = d.brand_id
    where d.first_day <= ${input.to}::date and d.last_day >= ${input.from}::date
      and (d.brand_id is null or ${visibleBrand(actor, sql`d.brand_id`)})
      and (${input.brandId}::uuid is null or d.brand_id is null or d.brand_id = ${input.brandId}::uuid)
    order by d.first_day, d.id limit 500`);
  return found.rows;
}

/** Marks a day or several. Only of a brand that I may look at; of all of them, who sees them all. */
export async function markDate(actor: Actor, input: z.output<typeof newMarkedDate>): Promise<{ id: string }> {
  authorize(actor, "report.edit");
  const id = newId();
  await transact(async (tx) => {
    await check(tx, actor, input);
    await tx.execute(sql`
      insert into marked_dates (id, kind, title, first_day, last_day, brand_id, created_by)
      values (${id}, ${input.kind}, ${cleanLine(input.title, 80)}, ${input.firstDay}, ${input.lastDay}, ${input.brandId}, ${actor.id})`);
    await recordEvent(tx, {
      type: "marked_date.changed",
      actor: actorOf(actor),
      ...(input.brandId ? { brandId: input.brandId } : {}),
      after: { markedDateId: id, kind: input.kind, firstDay: input.firstDay, lastDay: input.lastDay },
      occurredAt: new Date(),
    });
  });
  return { id };
}

/** Writes a marked date anew. */
export async function changeMarkedDate(
  actor: Actor,
  input: z.output<typeof newMarkedDate> & { markedDateId: string },
): Promise<void> {
  authorize(actor, "report.edit");
  await transact(async (tx) => {
    await check(tx, actor, input);
    const changed = await tx.execute(sql`
      update marked_dates d set kind = ${input.kind}, title = ${cleanLine(input.title, 80)}, first_day = ${input.firstDay},
        last_day = ${input.lastDay}, brand_id = ${input.brandId}
      where d.id = ${input.markedDateId} and ${isMine(actor)} returning 1`);
    if (changed.rows.length === 0) fail("not_found", "marked_date.not_found");
    await recordEvent(tx, {
      type: "marked_date.changed",
      actor: actorOf(actor),
      after: {
        markedDateId: input.markedDateId,
        kind: input.kind,
        firstDay: input.firstDay,
        lastDay: input.lastDay,
      },
      occurredAt: new Date(),
    });
  });
}

/** Takes a mark away. Resolves with what it was, so that it can be put back. */
export async function unmarkDate(
  actor: Actor,
  input: { markedDateId: string },
): Promise<z.output<typeof newMarkedDate>> {
  authorize(actor, "report.edit");
  return transact(async (tx) => {
    const gone = await tx.execute<z.output<typeof newMarkedDate>>(sql`
      delete from marked_dates d where d.id = ${input.markedDateId} and ${isMine(actor)}
      returning kind, title, first_day::text as "firstDay", last_day::text as "lastDay", brand_id as "brandId"`);
    const was = gone.rows[0] ?? fail("not_found", "marked_date.not_found");
    await recordEvent(tx, {
      type: "marked_date.changed",
      actor: actorOf(actor),
      before: {
        markedDateId: input.markedDateId,
        kind: was.kind,
        firstDay: was.firstDay,
        lastDay: was.lastDay,
      },
      occurredAt: new Date(),
    });
    return was;
  });
}

/** Of marked dates `d`: those of my brands; of all of them together, where I see them all. */
function isMine(actor: Actor): SQL {
  return sql`case when d.brand_id is null then ${seesEvery(actor)} else ${visibleBrand(actor, sql`d.brand_id`)} end`;
}

function seesEvery(actor: Actor): SQL {
  return sql`not exists (select 1 from brands b where not ${visibleBrand(actor, sql`b.id`)})`;
}

async function check(
  tx: Tx,
  actor: Actor,
  { firstDay, lastDay, brandId }: { firstDay: string; lastDay: string; brandId: string | null },
): Promise<void> {
  if (lastDay < firstDay) fail("invalid", "marked_date.order");
  if (Date.parse(lastDay) - Date.parse(firstDay) > 366 * 86_400_000) fail("invalid", "marked_date.too_long");
  const known = await tx.execute(
    brandId === null
      ? sql`select 1 where ${seesEvery(actor)}`
      : sql`select 1 from brands b where b.id = ${brandId} and ${visibleBrand(actor, sql`b.id`)}`,
  );
  if (known.rows.length > 0) return;
  if (brandId === null) fail("forbidden", "marked_date.brand");
  fail("not_found", "not_found");
}
