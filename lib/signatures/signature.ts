import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";
import type { Signature } from "./choose";

const words = z
  .string()
  .max(1000)
  .transform((text) => cleanText(text, 1000).trim());

export const signatureInput = z.object({
  /** For every language without a text of its own; may hold variables. */
  text: words.nullable().transform((text) => text || null),
  in: z
    .partialRecord(z.enum(languages), words)
    .default({})
    .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""))),
});
type Input = z.output<typeof signatureInput>;

/** What stands below my mails. */
export async function readMySignature(actor: Actor): Promise<Signature> {
  authorize(actor, "profile.edit");
  const found = await db.execute<Signature>(
    sql`select a.signature as text, a.signature_in as "in" from agents a where a.id = ${actor.id}`,
  );
  return found.rows[0] ?? fail("not_found", "not_found");
}

export async function saveMySignature(actor: Actor, input: Input): Promise<void> {
  authorize(actor, "profile.edit");
  await db.execute(sql`
    update agents set signature = ${input.text}, signature_in = ${JSON.stringify(input.in)}::jsonb where id = ${actor.id}`);
}

/** What stands below the mails of whoever has none of their own. */
export async function readBrandSignature(actor: Actor, input: { brandId: string }): Promise<Signature> {
  authorize(actor, "channel.read");
  const found = await db.execute<Signature>(sql`
    select b.signature as text, b.signature_in as "in" from brands b
    where b.id = ${input.brandId} and ${visibleBrand(actor, sql`b.id`)}`);
  return found.rows[0] ?? fail("not_found", "not_found");
}

export async function saveBrandSignature(actor: Actor, input: Input & { brandId: string }): Promise<void> {
  authorize(actor, "brand.edit");
  const saved = await db.execute(sql`
    update brands b set signature = ${input.text}, signature_in = ${JSON.stringify(input.in)}::jsonb
    where b.id = ${input.brandId} and ${visibleBrand(actor, sql`b.id`)}`);
  if (saved.rowCount === 0) fail("not_found", "not_found");
}
