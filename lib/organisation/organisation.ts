import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { isZone } from "@/lib/agents/fields";
import { differences } from "@/lib/audit/differences";
import { actorOf, recordEvent } from "@/lib/events";
import { cleanLine } from "@/lib/text/clean";

export type OrganisationView = {
  name: string;
  language: Language;
  zone: string;
  undoSeconds: number;
  /** Conversations with this tag are answered with a colleague's yes only. */
  legalTag: string;
  /** Minutes after which somebody else than the chosen colleague may say yes too. */
  approvalFallbackMinutes: number;
  /** Days after which signs and scores of somebody are forgotten. */
  profileDays: number;
};

const unset: OrganisationView = {
  name: "Avant",
  language: "en",
  zone: "Europe/Paris",
  undoSeconds: 10,
  legalTag: "legal",
  approvalFallbackMinutes: 60,
  profileDays: 1095,
};

const columns = sql`name, language, zone, undo_seconds as "undoSeconds", legal_tag as "legalTag",
  approval_fallback_minutes as "approvalFallbackMinutes", profile_days as "profileDays"`;

/** The house: its name, language and time zone, how long a private reply can be taken back, and what needs a yes. */
export async function readOrganisation(actor: Actor): Promise<OrganisationView> {
  authorize(actor, "queue.read");
  const found = await db.execute<OrganisationView>(sql`select ${columns} from organisation`);
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
  legalTag: z
    .string()
    .transform((tag) => cleanLine(tag, 40))
    .pipe(z.string().min(1))
    .optional(),
  approvalFallbackMinutes: z.number().int().min(1).max(10_080).optional(),
  profileDays: z.number().int().min(30).max(3650).optional(),
});

/** Changes the house; fields that are left out stay as they are. */
export async function updateOrganisation(
  actor: Actor,
  input: z.output<typeof organisationChange>,
): Promise<void> {
  authorize(actor, "organisation.edit");
  await db.transaction(async (tx) => {
    const found = await tx.execute<OrganisationView>(sql`select ${columns} from organisation for update`);
    const before = found.rows[0] ?? unset;
    const after: OrganisationView = {
      name: input.name ?? before.name,
      language: input.language ?? before.language,
      zone: input.zone ?? before.zone,
      undoSeconds: input.undoSeconds ?? before.undoSeconds,
      legalTag: input.legalTag ?? before.legalTag,
      approvalFallbackMinutes: input.approvalFallbackMinutes ?? before.approvalFallbackMinutes,
      profileDays: input.profileDays ?? before.profileDays,
    };
    await tx.execute(sql`
      insert into organisation (id, name, language, zone, undo_seconds, legal_tag, approval_fallback_minutes, profile_days)
      values (1, ${after.name}, ${after.language}, ${after.zone}, ${after.undoSeconds}, ${after.legalTag},
        ${after.approvalFallbackMinutes}, ${after.profileDays})
      on conflict (id) do update set name = excluded.name, language = excluded.language, zone = excluded.zone,
        undo_seconds = excluded.undo_seconds, legal_tag = excluded.legal_tag,
        approval_fallback_minutes = excluded.approval_fallback_minutes, profile_days = excluded.profile_days`);
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
