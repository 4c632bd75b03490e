import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { brands } from "@/db/schema/brands";
import { type Actor, authorize, type System } from "@/lib/access";
import { differences } from "@/lib/audit/differences";
import type { Json } from "@/lib/channels/channel";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { knownSchedule } from "@/lib/schedules/known-schedule";
import { noteUse } from "@/lib/schedules/uses";
import { forgetRules } from "@/lib/targets/rules";
import { cleanLine, cleanText } from "@/lib/text/clean";

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i)
  .transform((hex) => hex.toLowerCase());
const words = (longest: number) =>
  z
    .string()
    .transform((text) => cleanText(text, longest).trim() || null)
    .nullable();

/** What a change may hold; what is left out stays. */
export const brandChange = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1))
    .optional(),
  /** In the brand's square; the name's first letter unless given. */
  letter: z.string().trim().min(1).max(2).optional(),
  color: color.optional(),
  colorDark: color.optional(),
  language: z.enum(languages).optional(),
  signature: words(1000).optional(),
  /** Light markdown, shown to new people and in the composer. */
  houseRules: words(4000).optional(),
  /** Our own hotline, addresses and sites, which may stand in a public reply. */
  publicContacts: z
    .array(z.string().transform((contact) => cleanLine(contact, 200)))
    .max(50)
    .transform((contacts) => [...new Set(contacts.filter(Boolean))])
    .optional(),
  scheduleId: z.uuid().nullable().optional(),
});
export type BrandChange = z.output<typeof brandChange>;

export const brandInput = brandChange.required({ name: true });
export type BrandInput = z.output<typeof brandInput>;

/** A new brand. Throws `conflict` when the name is taken. */
export async function createBrand(actor: Actor | System, input: BrandInput): Promise<{ id: string }> {
  authorize(actor, "brand.edit");
  const id = newId();
  await db.transaction(async (tx) => {
    await knownSchedule(tx, input.scheduleId);
    const made = await tx.insert(brands).values(newBrand(id, input)).onConflictDoNothing();
    if (made.rowCount === 0) fail("conflict", "brand.name_taken");
    await recordEvent(tx, {
      type: "brand.created",
      actor: actorOf(actor),
      brandId: id,
      after: { name: input.name },
      occurredAt: new Date(),
    });
  });
  forgetRules();
  return { id };
}

/** The row of a brand with what nobody has chosen yet filled in. */
export function newBrand(id: string, input: BrandInput): typeof brands.$inferInsert {
  const letter = input.letter ?? [...input.name][0]?.toUpperCase() ?? "?";
  return { ...input, id, letter, color: input.color ?? "#0c6373", colorDark: input.colorDark ?? "#6ec4d1" };
}

/** Changes a brand; fields that are left out stay. Throws `not_found`, or `conflict` when the name is taken. */
export async function updateBrand(actor: Actor, input: BrandChange & { brandId: string }): Promise<void> {
  authorize(actor, "brand.edit");
  const { brandId, ...fields } = input;
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(brands).where(eq(brands.id, brandId)).for("update");
    if (!before) return fail("not_found", "not_found");
    await knownSchedule(tx, fields.scheduleId);
    const taken = await tx.execute(
      sql`select 1 from brands where name = ${fields.name ?? before.name} and id <> ${brandId}`,
    );
    if (taken.rows.length > 0) fail("conflict", "brand.name_taken");
    const [after] = await tx
      .update(brands)
      .set({ ...fields, id: brandId })
      .where(eq(brands.id, brandId))
      .returning();
    if (after)
      await noteUse(tx, { brandId, teamId: null, before: before.scheduleId, scheduleId: after.scheduleId });
    const changed = after && differences(audited(before), audited(after));
    if (changed)
      await recordEvent(tx, {
        type: "brand.changed",
        actor: actorOf(actor),
        brandId,
        ...changed,
        occurredAt: new Date(),
      });
  });
  forgetRules();
}

/** Texts are in the audit as their length: what somebody wrote there stays out of the events. */
function audited(brand: typeof brands.$inferSelect): { [key: string]: Json } {
  const { name, letter, color, colorDark, language, publicContacts, scheduleId } = brand;
  return {
    name,
    letter,
    color,
    colorDark,
    language,
    publicContacts,
    scheduleId,
    signatureLength: brand.signature?.length ?? 0,
    houseRulesLength: brand.houseRules?.length ?? 0,
  };
}
