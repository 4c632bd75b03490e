import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { languages } from "@/db/enums";
import { type Actor, seesAll, visibleBrand } from "@/lib/access";
import { fail } from "@/lib/errors";
import { cleanText } from "@/lib/text/clean";

/** Whose a saved reply or a macro is: mine, a team's, a brand's, everybody's. */
export const scope = z.discriminatedUnion("for", [
  z.object({ for: z.literal("me") }),
  z.object({ for: z.literal("team"), teamId: z.uuid() }),
  z.object({ for: z.literal("brand"), brandId: z.uuid() }),
  z.object({ for: z.literal("everybody") }),
]);
export type Scope = z.output<typeof scope>;

/** One text for a language and a way out, null for any. */
export const writtenFor = z.object({
  language: z.enum(languages).nullable().default(null),
  mode: z.enum(["public", "private"]).nullable().default(null),
  text: z
    .string()
    .max(20_000)
    .transform((text) => cleanText(text, 20_000).trim())
    .pipe(z.string().min(1)),
});

export const texts = z
  .array(writtenFor)
  .max(8)
  .refine((all) => new Set(all.map((one) => `${one.language} ${one.mode}`)).size === all.length, {
    message: "two texts for one language and way",
  });

export type Columns = { ownerId: string | null; teamId: string | null; brandId: string | null };

/** The three columns of a scope. Throws `invalid` for a team or a brand that is not the actor's to write for. */
export async function columnsOfScope(actor: Actor, wanted: Scope): Promise<Columns> {
  const none: Columns = { ownerId: null, teamId: null, brandId: null };
  switch (wanted.for) {
    case "me":
      return { ...none, ownerId: actor.id };
    case "team":
      if (!seesAll(actor) && !actor.teamIds.includes(wanted.teamId)) fail("invalid", "team.unknown");
      return { ...none, teamId: await known(sql`select id from teams where id = ${wanted.teamId}`, "team") };
    case "brand": {
      const found = sql`select b.id from brands b where b.id = ${wanted.brandId} and ${visibleBrand(actor, sql`b.id`)}`;
      return { ...none, brandId: await known(found, "brand") };
    }
    case "everybody":
      return none;
  }
}

async function known(statement: SQL, what: "team" | "brand"): Promise<string> {
  const found = await db.execute<{ id: string }>(statement);
  return found.rows[0]?.id ?? fail("invalid", `${what}.unknown`);
}

export function scopeOf(row: Columns): Scope {
  if (row.ownerId !== null) return { for: "me" };
  if (row.teamId !== null) return { for: "team", teamId: row.teamId };
  if (row.brandId !== null) return { for: "brand", brandId: row.brandId };
  return { for: "everybody" };
}

/** What an actor may use and change: their own, their teams', their brands', everybody's. `s` is the table's alias. */
export function usable(actor: Actor): SQL {
  const teams = seesAll(actor) ? sql`true` : sql`s.team_id = any(${`{${actor.teamIds.join(",")}}`}::uuid[])`;
  return sql`(s.owner_id is null or s.owner_id = ${actor.id}) and (s.team_id is null or ${teams})
    and (s.brand_id is null or ${visibleBrand(actor, sql`s.brand_id`)})`;
}
