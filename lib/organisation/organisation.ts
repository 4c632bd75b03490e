import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { isZone } from "@/lib/agents/fields";
import { differences } from "@/lib/audit/differences";
import { actorOf, recordEvent } from "@/lib/events";
import { cleanLine } from "@/lib/text/clean";

export type OrganisationView = { name: string; language: Language; zone: string; undoSeconds: number };

const unset: OrganisationView = { name: "Avant", language: "en", zone: "Europe/Paris", undoSeconds: 10 };

/** The house: its name, language and time zone, and how long a private reply can be taken back. */
export async function readOrganisation(actor: Actor): Promise<OrganisationView> {
  authorize(actor, "queue.read");
  const found = await db.execute<OrganisationView>(sql`
    select name, language, zone, undo_seconds as "undoSeconds" from organisation`);
  return found.rows[0] ?? { ...unset, name: "" };
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
  await db.transaction(async (tx) => {
    const found = await tx.execute<OrganisationView>(sql`
      select name, language, zone, undo_seconds as "undoSeconds" from organisation for update`);
    const before = found.rows[0] ?? unset;
    const after: OrganisationView = {
      name: input.name ?? before.name,
      language: input.language ?? before.language,
      zone: input.zone ?? before.zone,
      undoSeconds: input.undoSeconds ?? before.undoSeconds,
    };
    await tx.execute(sql`
      insert into organisation (id, name, language, zone, undo_seconds)
      values (1, ${after.name}, ${after.language}, ${after.zone}, ${after.undoSeconds})
      on conflict (id) do update set name = excluded.name, language = excluded.language, zone = excluded.zone,
        undo_seconds = excluded.undo_seconds`);
    const changed = differences(before, after);
    if (changed)
      await recordEvent(tx, {
        type: "organisation.changed",
        actor: actorOf(actor),
        ...changed,
        occurredAt: new Date(),
      });
  });
}
