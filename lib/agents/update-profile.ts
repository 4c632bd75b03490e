import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { afterResolves, densities, languages, themes } from "@/db/enums";
import { agents } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { isZone, personName } from "./fields";
import { hashPassword, isPassword, newPassword } from "./password";
import { forgetAgent } from "./session";
import { checkAttempt, countFailure } from "./sign-in-limits";
import { signOutElsewhere } from "./sign-out";

export const profileChange = z.object({
  name: personName.optional(),
  language: z.enum(languages).optional(),
  theme: z.enum(themes).optional(),
  density: z.enum(densities).optional(),
  /** IANA name; null reads the hours of the house. */
  zone: z.string().max(60).refine(isZone).nullable().optional(),
  afterResolve: z.enum(afterResolves).optional(),
  /** Single-key shortcuts. */
  keys: z.enum(["on", "off"]).optional(),
  /** Keys of my own choice by action, all of them; an empty list takes an action's keys away. */
  ownKeys: z.record(z.string().max(40), z.array(z.string().max(24)).max(4)).optional(),
  signature: z.string().max(1000).nullable().optional(),
  away: z.enum(["away", "here"]).optional(),
});

/** My own settings; fields that are left out stay as they are. */
export async function updateProfile(actor: Actor, input: z.output<typeof profileChange>): Promise<void> {
  authorize(actor, "profile.edit");
  await db
    .update(agents)
    .set({
      name: input.name,
      language: input.language,
      theme: input.theme,
      density: input.density,
      zone: input.zone,
      afterResolve: input.afterResolve,
      ownKeys: input.ownKeys,
      signature: input.signature,
      ...(input.keys === undefined ? {} : { keysOffAt: input.keys === "off" ? sql`now()` : null }),
      ...(input.away === undefined
        ? {}
        : { awaySince: input.away === "away" ? sql`now()` : null, awayUntil: null, giveBackAt: null }),
      // Keeps the statement valid when nothing was asked.
      id: actor.id,
    })
    .where(eq(agents.id, actor.id));
  forgetAgent(actor.id);
}

export const passwordChange = z.object({ current: z.string().max(200), next: newPassword });

/** A new password; ends all of my other sign-ins. Throws `forbidden` when the current one is wrong. */
export async function changePassword(actor: Actor, input: z.output<typeof passwordChange>): Promise<void> {
  authorize(actor, "profile.edit");
  // Somebody at an unlocked screen must not guess the password from here.
  const attempt = { email: actor.id, network: actor.sessionId };
  await checkAttempt(attempt);
  const [me] = await db
    .select({ passwordHash: agents.passwordHash })
    .from(agents)
    .where(eq(agents.id, actor.id));
  if (!(await isPassword(input.current, me?.passwordHash ?? null))) {
    await countFailure(attempt);
    fail("forbidden", "password.wrong");
  }
  await db
    .update(agents)
    .set({ passwordHash: await hashPassword(input.next) })
    .where(eq(agents.id, actor.id));
  await signOutElsewhere(actor);
}
