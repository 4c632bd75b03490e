import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanText } from "@/lib/text/clean";

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const line = z
  .string()
  .max(1000)
  .transform((text) => cleanText(text, 1000).trim() || null)
  .nullable();

export const noticeInput = z.object({
  /** For colleagues. */
  text: z
    .string()
    .max(1000)
    .transform((text) => cleanText(text, 1000).trim())
    .pipe(z.string().min(1)),
  /** What was agreed to tell customers, in each language. */
  lineEn: line,
  lineFr: line,
  startsAt: moment,
  endsAt: moment.nullable(),
  /** None is every brand. */
  brandIds: z.array(z.uuid()).max(1000),
  isOnForm: z.boolean(),
  isInAcknowledgement: z.boolean(),
});
export type NoticeInput = z.output<typeof noticeInput>;

export async function createNotice(actor: Actor, input: NoticeInput): Promise<{ id: string }> {
  authorize(actor, "notice.edit");
  check(input);
  const id = newId();
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into notices (id, text, line_en, line_fr, starts_at, ends_at, is_on_form, is_in_acknowledgement, created_by)
      values (${id}, ${input.text}, ${input.lineEn}, ${input.lineFr}, ${input.startsAt.toISOString()}::timestamptz,
        ${input.endsAt?.toISOString() ?? null}::timestamptz, ${input.isOnForm}, ${input.isInAcknowledgement}, ${actor.id})`);
    await nameBrands(tx, id, input.brandIds);
  });
  return { id };
}

export async function updateNotice(actor: Actor, input: NoticeInput & { noticeId: string }): Promise<void> {
  authorize(actor, "notice.edit");
  check(input);
  await db.transaction(async (tx) => {
    const done = await tx.execute(sql`
      update notices set text = ${input.text}, line_en = ${input.lineEn}, line_fr = ${input.lineFr},
        starts_at = ${input.startsAt.toISOString()}::timestamptz, ends_at = ${input.endsAt?.toISOString() ?? null}::timestamptz,
        is_on_form = ${input.isOnForm}, is_in_acknowledgement = ${input.isInAcknowledgement}
      where id = ${input.noticeId} returning id`);
    if (done.rows.length === 0) fail("not_found", "not_found");
    await tx.execute(sql`delete from notice_brands where notice_id = ${input.noticeId}`);
    await nameBrands(tx, input.noticeId, input.brandIds);
  });
}

export async function deleteNotice(actor: Actor, input: { noticeId: string }): Promise<void> {
  authorize(actor, "notice.edit");
  const gone = await db.execute(sql`delete from notices where id = ${input.noticeId} returning id`);
  if (gone.rows.length === 0) fail("not_found", "not_found");
}

function check(input: NoticeInput): void {
  if (input.endsAt !== null && input.endsAt <= input.startsAt) fail("invalid", "notice.ends");
  const isPublic = input.isOnForm || input.isInAcknowledgement;
  if (isPublic && input.lineEn === null && input.lineFr === null) fail("invalid", "notice.no_line");
}

async function nameBrands(tx: Tx, noticeId: string, brandIds: string[]): Promise<void> {
  await tx.execute(sql`
    insert into notice_brands (notice_id, brand_id)
    select ${noticeId}, id from brands where id = any(${`{${brandIds.join(",")}}`}::uuid[])`);
}
