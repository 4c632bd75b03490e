import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { day } from "./day";

export type MonthPage = {
  /** "What we changed". */
  changed: string;
  /** Answers that a manager chose to stand on the page; none: the newest with a comment. */
  picked: string[];
  /** 0 before anybody wrote. */
  version: number;
  updatedAt: string | null;
  updatedBy: string | null;
  /** Of all brands together only who sees them all may write: the others would read about brands that are not theirs. */
  isMine: boolean;
};

/** The first day of a month, as `YYYY-MM-01`; its page looks back a year. */
export const monthDay = day.refine((text) => text.endsWith("-01") && text >= "1901-01-01");

export const monthChange = z.object({
  changed: z.string().max(4000).optional(),
  picked: z.array(z.uuid()).max(3).optional(),
  /** The one that was read: an older one is refused. */
  version: z.number().int().min(0),
});

type Which = { month: string; brandId: string | null };

/** What was written under the figures of a month; empty before anybody did. */
export async function readMonthPage(actor: Actor, { month, brandId }: Which): Promise<MonthPage> {
  authorize(actor, "report.read");
  const isMine = await mayWrite(actor, brandId);
  if (!isMine) return { ...nobody, isMine };
  const found = await db.execute<Omit<MonthPage, "isMine">>(sql`
    select p.changed, to_json(p.picked) as picked, p.version, p.updated_at as "updatedAt", a.name as "updatedBy"
    from month_pages p left join agents a on a.id = p.updated_by
    where p.month = ${month}::date and p.brand_id is not distinct from ${brandId}::uuid`);
  const page = found.rows[0];
  return page ? { ...page, updatedAt: iso(page.updatedAt), isMine } : { ...nobody, isMine };
}

const nobody = { changed: "", picked: [], version: 0, updatedAt: null, updatedBy: null };

/** Keeps what was written. Throws `conflict` when somebody else has written since, so that no words are lost. */
export async function saveMonthPage(
  actor: Actor,
  input: Which & z.output<typeof monthChange>,
): Promise<{ version: number }> {
  authorize(actor, "report.edit");
  const { month, brandId, version } = input;
  if (!(await mayWrite(actor, brandId))) fail("forbidden", "month.brand");
  const changed = input.changed === undefined ? null : cleanText(input.changed, 4000);
  const picked = input.picked === undefined ? null : `{${input.picked.join(",")}}`;
  return transact(async (tx) => {
    const kept = await tx.execute<{ version: number }>(
      version === 0
        ? sql`
        insert into month_pages (id, month, brand_id, changed, picked, updated_by)
        values (${newId()}, ${month}, ${brandId}, coalesce(${changed}, ''), coalesce(${picked}::uuid[], '{}'), ${actor.id})
        on conflict (month, brand_id) do nothing returning version`
        : sql`
        update month_pages set changed = coalesce(${changed}, changed), picked = coalesce(${picked}::uuid[], picked),
          version = version + 1, updated_by = ${actor.id}, updated_at = now()
        where month = ${month}::date and brand_id is not distinct from ${brandId}::uuid and version = ${version} returning version`,
    );
    const now = kept.rows[0] ?? fail("conflict", "month.stale");
    await recordEvent(tx, {
      type: "month_page.changed",
      actor: actorOf(actor),
      ...(brandId ? { brandId } : {}),
      after: {
        month,
        version: now.version,
        // How much of it, never the words.
        ...(changed === null ? {} : { changedLength: changed.length }),
        ...(input.picked === undefined ? {} : { pickedCount: input.picked.length }),
      },
      occurredAt: new Date(),
    });
    return now;
  });
}

/** Throws `not_found` for a brand that is not mine to see. */
async function mayWrite(actor: Actor, brandId: string | null): Promise<boolean> {
  const found = await db.execute<{ known: boolean; all: boolean }>(sql`
    select exists (select 1 from brands b where b.id = ${brandId}::uuid and ${visibleBrand(actor, sql`b.id`)}) as known,
      not exists (select 1 from brands b where not ${visibleBrand(actor, sql`b.id`)}) as all`);
  const { known, all } = found.rows[0]!;
  if (brandId !== null && !known) fail("not_found", "not_found");
  return brandId !== null || all;
}
