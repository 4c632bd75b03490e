import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";

export type NoticeView = {
  id: string;
  text: string;
  lineEn: string | null;
  lineFr: string | null;
  startsAt: Iso;
  endsAt: Iso | null;
  isOnForm: boolean;
  isInAcknowledgement: boolean;
  /** None is every brand. */
  brandIds: string[];
};

/** Notices of the brands that I see which hold now, the newest first. */
export async function noticesNow(actor: Actor): Promise<NoticeView[]> {
  authorize(actor, "queue.read");
  return read(sql`${holdsNow} and ${mine(actor)}`);
}

/** All that hold now or will, and those of the last month. */
export async function listNotices(actor: Actor): Promise<NoticeView[]> {
  authorize(actor, "notice.edit");
  return read(sql`(n.ends_at is null or n.ends_at > now() - interval '30 days') and ${mine(actor)}`);
}

/**
 * The agreed line for whoever writes to a brand now, in their language or else the other one; null without. For the
 * public form and the acknowledgement: holds nothing but what was written for customers.
 */
export async function publicLine(input: {
  brandId: string;
  language: Language;
  on: "form" | "acknowledgement";
}): Promise<string | null> {
  const found = await read(sql`${holdsNow} and (${ofBrand(sql`${input.brandId}::uuid`)})
    and ${input.on === "form" ? sql`n.is_on_form` : sql`n.is_in_acknowledgement`}`);
  const lines = found.flatMap((one) => {
    const [first, second] = input.language === "fr" ? [one.lineFr, one.lineEn] : [one.lineEn, one.lineFr];
    return first ?? second ?? [];
  });
  return lines.length === 0 ? null : lines.join("\n\n");
}

const holdsNow = sql.raw("n.starts_at <= now() and (n.ends_at is null or n.ends_at > now())");

function ofBrand(brandId: SQL): SQL {
  return sql`not exists (select 1 from notice_brands x where x.notice_id = n.id)
    or exists (select 1 from notice_brands x where x.notice_id = n.id and x.brand_id = ${brandId})`;
}

function mine(actor: Actor): SQL {
  return sql`(not exists (select 1 from notice_brands x where x.notice_id = n.id)
    or exists (select 1 from notice_brands x where x.notice_id = n.id and ${visibleBrand(actor, sql.raw("x.brand_id"))}))`;
}

async function read(where: SQL): Promise<NoticeView[]> {
  const found = await db.execute<NoticeView>(sql`
    select n.id, n.text, n.line_en as "lineEn", n.line_fr as "lineFr", n.starts_at as "startsAt", n.ends_at as "endsAt",
      n.is_on_form as "isOnForm", n.is_in_acknowledgement as "isInAcknowledgement",
      array(select x.brand_id::text from notice_brands x where x.notice_id = n.id) as "brandIds"
    from notices n where ${where} order by n.starts_at desc, n.id desc limit 50`);
  return found.rows.map((row) => ({ ...row, startsAt: isoText(row.startsAt), endsAt: iso(row.endsAt) }));
}
