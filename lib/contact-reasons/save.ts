import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { languages } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { tagName } from "@/lib/triage/tag";

const name = z.string().trim().min(1).max(60);

export const newReason = z.object({
  parentId: z.uuid().nullable().default(null),
  names: z.object({ en: name, fr: name.optional() }),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
});

export const reasonChange = z.object({
  names: z.partialRecord(z.enum(languages), name).optional(),
  tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
  /** Among those of the same theme, from 0. */
  position: z.number().int().min(0).max(999).optional(),
  state: z.enum(["offered", "archived"]).optional(),
});

/** Adds a theme, or a reason below one, at the end. Two levels and no more: a board reads no deeper. */
export async function createReason(actor: Actor, input: z.output<typeof newReason>): Promise<{ id: string }> {
  authorize(actor, "report.edit");
  const id = newId();
  await transact(async (tx) => {
    if (input.parentId !== null) {
      const parent = await tx.execute(
        sql`select 1 from contact_reasons where id = ${input.parentId} and parent_id is null for share`,
      );
      if (parent.rows.length === 0) fail("invalid", "contact_reason.two_levels");
    }
    await tx.execute(sql`
      insert into contact_reasons (id, parent_id, names, position) values (${id}, ${input.parentId}, ${JSON.stringify(input.names)}::jsonb,
        (select coalesce(max(position) + 1, 0) from contact_reasons where parent_id is not distinct from ${input.parentId}::uuid))`);
    await guessFrom(tx, id, input.tags);
    await record(tx, actor, id, { isNew: true });
  });
  return { id };
}

/** Changes a reason; an archived one is offered to nobody and stays on what it was said of. Archiving a theme hides what is below. */
export async function changeReason(
  actor: Actor,
  input: z.output<typeof reasonChange> & { reasonId: string },
): Promise<void> {
  authorize(actor, "report.edit");
  const { reasonId, names, tags, position, state } = input;
  await transact(async (tx) => {
    const changed = await tx.execute<{ parentId: string | null }>(sql`
      update contact_reasons set names = names || ${JSON.stringify(names ?? {})}::jsonb,
        archived_at = case ${state ?? "same"} when 'archived' then coalesce(archived_at, now()) when 'offered' then null else archived_at end
      where id = ${reasonId} returning parent_id as "parentId"`);
    const row = changed.rows[0] ?? fail("not_found", "contact_reason.not_found");
    if (position !== undefined)
      await tx.execute(sql`
        with others as (
          select id, row_number() over (order by position, id) - 1 as at from contact_reasons
          where parent_id is not distinct from ${row.parentId}::uuid and id <> ${reasonId}
        ), placed as (
          select id, case when at >= ${position} then at + 1 else at end as at from others union all select ${reasonId}::uuid, ${position}
        )
        update contact_reasons r set position = p.at from placed p where p.id = r.id`);
    if (tags) await guessFrom(tx, reasonId, tags);
    await record(tx, actor, reasonId, {
      ...(names ? { names } : {}),
      ...(position === undefined ? {} : { position }),
      ...(state ? { state } : {}),
    });
  });
}

/** Tags that do not exist yet are made: whoever writes "late" here means the tag. */
async function guessFrom(tx: Tx, reasonId: string, tags: string[]): Promise<void> {
  const wanted = [...new Set(tags.map(tagName))].map((tag) => ({ id: newId(), name: tag }));
  const rows = JSON.stringify(wanted);
  await tx.execute(sql`
    insert into tags (id, name) select id, name from jsonb_to_recordset(${rows}::jsonb) as x(id uuid, name text) on conflict (name) do nothing`);
  await tx.execute(sql`delete from contact_reason_tags where reason_id = ${reasonId}`);
  await tx.execute(sql`
    insert into contact_reason_tags (reason_id, tag_id) select ${reasonId}, t.id from tags t
    where t.name in (select x.name from jsonb_to_recordset(${rows}::jsonb) as x(name text))`);
}

async function record(tx: Tx, actor: Actor, reasonId: string, after: { [key: string]: Json }): Promise<void> {
  await recordEvent(tx, {
    type: "contact_reason.changed",
    actor: actorOf(actor),
    after: { reasonId, ...after },
    occurredAt: new Date(),
  });
}
