import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { languages } from "@/db/enums";
import { agents } from "@/db/schema/agents";
import { brands } from "@/db/schema/brands";
import { organisation } from "@/db/schema/organisation";
import { newBrand } from "@/lib/brands/save-brand";
import { scheduleSchema } from "@/lib/clock/schedule";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { insertSchedule } from "@/lib/schedules/save-schedule";
import { hmac, sameSecret } from "@/lib/secrets";
import { emailAddress, isZone, personName } from "./fields";
import { hashPassword, newPassword } from "./password";

/** What the first-run page asks. */
export const newOwner = z.object({
  name: personName,
  email: emailAddress,
  password: newPassword,
  language: z.enum(languages),
  organisationName: z.string().trim().min(1).max(100),
  /** An IANA name such as Europe/Paris. */
  zone: z.string().refine(isZone),
  /** When somebody is there, in the same zone; null for always. */
  week: scheduleSchema.shape.week.nullable().default(null),
});
export type NewOwner = z.input<typeof newOwner>;

/**
 * The token for the first-run page, to be printed in the log; null once an owner exists. It is derived from
 * SECRET_KEY rather than stored, so every process prints the same one, and it opens nothing after the first use.
 */
export async function setupToken(): Promise<string | null> {
  return (await hasOwner()) ? null : tokenOfThisInstallation();
}

/** Creates the first owner from the first-run page. Throws `forbidden` for a wrong token, `conflict` when there is one. */
export async function setUp(input: NewOwner & { token: string }): Promise<{ agentId: string }> {
  if (!sameSecret(tokenOfThisInstallation(), input.token.trim())) fail("forbidden", "setup.token");
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    // Two people with the same log at the same moment: the second waits here and then finds the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant setup'))`);
    if (await hasOwner(tx)) fail("conflict", "setup.done");
    return insertOwner(tx, input, passwordHash);
  });
}

/** Adds an owner from the command line, where whoever types already has the machine. Throws `conflict` for a known address. */
export async function createOwner(input: NewOwner): Promise<{ agentId: string }> {
  const passwordHash = await hashPassword(input.password);
  return db.transaction((tx) => insertOwner(tx, input, passwordHash));
}

async function insertOwner(tx: Tx, input: NewOwner, passwordHash: string): Promise<{ agentId: string }> {
  const agentId = newId();
  const made = await tx
    .insert(agents)
    .values({
      id: agentId,
      name: input.name,
      email: input.email,
      passwordHash,
      role: "owner",
      language: input.language,
    })
    .onConflictDoNothing();
  if (made.rowCount === 0) fail("conflict", "agent.email_taken", { email: input.email });
  const named = { name: input.organisationName, language: input.language, zone: input.zone };
  await tx
    .insert(organisation)
    .values({ id: 1, ...named })
    .onConflictDoUpdate({ target: organisation.id, set: named });
  const known = await tx.select({ id: brands.id }).from(brands).limit(1);
  if (known.length === 0) await tx.insert(brands).values(await firstBrand(tx, input));
  return { agentId };
}

/** A channel belongs to a brand, and most organisations have one, of their own name, open when the house is. */
async function firstBrand(tx: Tx, input: NewOwner): Promise<typeof brands.$inferInsert> {
  const name = input.organisationName.slice(0, 60);
  const scheduleId = input.week ? newId() : null;
  if (input.week && scheduleId) {
    const hours = { zone: input.zone, week: input.week, exceptions: [] };
    await insertSchedule(tx, { id: scheduleId, name, hours, createdBy: null });
  }
  return newBrand(newId(), { name, language: input.language, scheduleId });
}

async function hasOwner(on: Tx | typeof db = db): Promise<boolean> {
  const found = await on.select({ id: agents.id }).from(agents).where(eq(agents.role, "owner")).limit(1);
  return found.length > 0;
}

function tokenOfThisInstallation(): string {
  return hmac("setup", "first owner").slice(0, 24);
}
