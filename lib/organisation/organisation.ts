import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { isZone } from "@/lib/agents/fields";
import { cleanLine } from "@/lib/text/clean";

export type OrganisationView = { name: string; language: Language; zone: string; undoSeconds: number };

/** The house: its name, language and time zone, and how long a private reply can be taken back. */
export async function readOrganisation(actor: Actor): Promise<OrganisationView> {
  authorize(actor, "queue.read");
  const found = await db.execute<OrganisationView>(sql`
    select name, language, zone, undo_seconds as "undoSeconds" from organisation`);
  return found.rows[0] ?? { name: "", language: "en", zone: "Europe/Paris", undoSeconds: 10 };
}

export const organisationChange = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 100))
    .pipe(z.string().min(1))
    .optional(),
  language: z.enum(languages).optional(),
  zone: z.string().refine(isZone).optional(),
  undoSeconds: z.number().int().min(0).max(120).optional(),
});

/** Changes the house; fields that are left out stay as they are. */
export async function updateOrganisation(
  actor: Actor,
  input: z.output<typeof organisationChange>,
): Promise<void> {
  authorize(actor, "organisation.edit");
  await db.execute(sql`
    insert into organisation (id, name, language, zone, undo_seconds)
    values (1, ${input.name ?? "Avant"}, ${input.language ?? "en"}, ${input.zone ?? "Europe/Paris"}, ${input.undoSeconds ?? 10})
    on conflict (id) do update set
      name = coalesce(${input.name ?? null}, organisation.name),
      language = coalesce(${input.language ?? null}, organisation.language),
      zone = coalesce(${input.zone ?? null}, organisation.zone),
      undo_seconds = coalesce(${input.undoSeconds ?? null}::int, organisation.undo_seconds)`);
}
