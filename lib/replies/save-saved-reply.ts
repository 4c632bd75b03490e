import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine, cleanText } from "@/lib/text/clean";

export const savedReplyInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 80))
    .pipe(z.string().min(1)),
  text: z
    .string()
    .max(20_000)
    .transform((text) => cleanText(text, 20_000).trim())
    .pipe(z.string().min(1)),
  language: z.enum(languages),
  /** Null: for every brand. */
  brandId: z.uuid().nullable().default(null),
  for: z.enum(["everybody", "me"]).default("everybody"),
});
type Input = z.output<typeof savedReplyInput>;

/** A text for many answers. Throws `conflict` when there is one of this name and language. */
export async function createSavedReply(actor: Actor, input: Input): Promise<{ id: string }> {
  authorize(actor, "saved_reply.edit");
  await mayUse(actor, input.brandId);
  const id = newId();
  const ownerId = input.for === "me" ? actor.id : null;
  const made = await db.execute(sql`
    insert into saved_replies (id, name, text, language, brand_id, owner_id)
    select ${id}, ${input.name}, ${input.text}, ${input.language}, ${input.brandId}::uuid, ${ownerId}::uuid
    where not exists (${sameName(input, ownerId, null)}) on conflict do nothing`);
  if (made.rowCount === 0) fail("conflict", "saved_reply.name_taken");
  return { id };
}

export async function updateSavedReply(actor: Actor, input: Input & { savedReplyId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  await mayUse(actor, input.brandId);
  const ownerId = input.for === "me" ? actor.id : null;
  const taken = await db.execute(sameName(input, ownerId, input.savedReplyId));
  if (taken.rows.length > 0) fail("conflict", "saved_reply.name_taken");
  const changed = await db.execute(sql`
    update saved_replies s set name = ${input.name}, text = ${input.text}, language = ${input.language},
      brand_id = ${input.brandId}::uuid, owner_id = ${ownerId}::uuid
    where s.id = ${input.savedReplyId} and ${mine(actor)}`);
  if (changed.rowCount === 0) fail("not_found", "not_found");
}

export async function deleteSavedReply(actor: Actor, input: { savedReplyId: string }): Promise<void> {
  authorize(actor, "saved_reply.edit");
  const gone = await db.execute(
    sql`delete from saved_replies s where s.id = ${input.savedReplyId} and ${mine(actor)}`,
  );
  if (gone.rowCount === 0) fail("not_found", "not_found");
}

/** Shared ones of my brands, and my own. */
function mine(actor: Actor) {
  return sql`(s.owner_id is null or s.owner_id = ${actor.id})
    and (s.brand_id is null or ${visibleBrand(actor, sql`s.brand_id`)})`;
}

function sameName(input: Input, ownerId: string | null, exceptId: string | null) {
  // Two nulls are two owners to a unique index, so shared names are compared here.
  return sql`select 1 from saved_replies where name = ${input.name} and language = ${input.language}
    and owner_id is not distinct from ${ownerId}::uuid and id is distinct from ${exceptId}::uuid`;
}

async function mayUse(actor: Actor, brandId: string | null): Promise<void> {
  if (brandId === null) return;
  const found = await db.execute(
    sql`select 1 from brands b where b.id = ${brandId} and ${visibleBrand(actor, sql`b.id`)}`,
  );
  if (found.rows.length === 0) fail("invalid", "brand.unknown");
}
