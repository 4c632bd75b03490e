import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { brands } from "@/db/schema/brands";
import { type Actor, authorize, type System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine, cleanText } from "@/lib/text/clean";

const color = z.string().regex(/^#[0-9a-f]{6}$/i);

export const brandInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1)),
  /** In the brand's square; the name's first letter unless given. */
  letter: z.string().trim().min(1).max(2).optional(),
  color: color.default("#0c6373"),
  colorDark: color.default("#6ec4d1"),
  language: z.enum(languages).default("en"),
  signature: z
    .string()
    .transform((text) => cleanText(text, 1000).trim() || null)
    .nullable()
    .default(null),
});
export type BrandInput = z.output<typeof brandInput>;

/** A new brand. Throws `conflict` when the name is taken. */
export async function createBrand(actor: Actor | System, input: BrandInput): Promise<{ id: string }> {
  authorize(actor, "brand.edit");
  const id = newId();
  const made = await db
    .insert(brands)
    .values({ id, ...input, letter: letterOf(input) })
    .onConflictDoNothing();
  if (made.rowCount === 0) fail("conflict", "brand.name_taken");
  return { id };
}

export async function updateBrand(actor: Actor, input: BrandInput & { brandId: string }): Promise<void> {
  authorize(actor, "brand.edit");
  const { brandId, ...fields } = input;
  const taken = await db
    .select({ id: brands.id })
    .from(brands)
    .where(and(eq(brands.name, input.name), ne(brands.id, brandId)));
  if (taken.length > 0) fail("conflict", "brand.name_taken");
  const changed = await db
    .update(brands)
    .set({ ...fields, letter: letterOf(fields) })
    .where(eq(brands.id, brandId));
  if (changed.rowCount === 0) fail("not_found", "not_found");
}

function letterOf(input: BrandInput): string {
  return input.letter ?? [...input.name][0]?.toUpperCase() ?? "?";
}
