import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { roles } from "@/db/enums";
import { agents, invitations } from "@/db/schema/agents";
import { teams } from "@/db/schema/teams";
import { env } from "@/env";
import { type Actor, authorize, seesAll } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { endMoment } from "./change-person";
import { emailAddress } from "./fields";
import { newToken } from "./link-token";
import { mayGive } from "./rank";

const validDays = 7;

export const newInvitation = z.object({
  email: emailAddress,
  role: z.enum(roles),
  teamId: z.uuid().nullable().default(null),
  /** The end of a temp's account. */
  endsAt: endMoment.nullable().default(null),
});

/**
 * Makes a link with which somebody joins, good for seven days and once. The link is shown to the one who invites, who
 * passes it on; it cannot be shown again. Nobody invites above their own role, and managers only into one of their own
 * teams: otherwise one could let a second self in to any team.
 */
export async function invite(
  actor: Actor,
  input: z.output<typeof newInvitation>,
): Promise<{ id: string; url: string; expiresAt: string }> {
  authorize(actor, "agent.invite");
  if (!mayGive(actor, input.role)) fail("forbidden", "agent.above_you");
  if (!seesAll(actor) && input.teamId === null) fail("forbidden", "team.needed");
  const known = await db
    .select({ id: agents.id })
    .from(agents)
    .where(sql`lower(${agents.email}) = lower(${input.email})`);
  if (known.length > 0) fail("conflict", "agent.email_taken", { email: input.email });
  if (input.teamId !== null) {
    const team = await db.select({ id: teams.id }).from(teams).where(eq(teams.id, input.teamId));
    if (team.length === 0) fail("invalid", "team.unknown");
    if (!seesAll(actor) && !actor.teamIds.includes(input.teamId)) fail("forbidden", "team.not_yours");
  }
  const { token, tokenHash } = newToken("join");
  const expiresAt = new Date(Date.now() + validDays * 24 * 3600 * 1000);
  const id = newId();
  await db.transaction(async (tx) => {
    await tx.insert(invitations).values({ id, ...input, tokenHash, invitedBy: actor.id, expiresAt });
    await recordEvent(tx, {
      type: "agent.invited",
      actor: actorOf(actor),
      teamId: input.teamId,
      after: { role: input.role, endsAt: input.endsAt?.toISOString() ?? null },
      occurredAt: new Date(),
    });
  });
  return { id, url: `${env.APP_URL}/invitation/${token}`, expiresAt: expiresAt.toISOString() };
}

/** Invitations that can still be accepted, the newest first. */
export async function listInvitations(actor: Actor) {
  authorize(actor, "agent.invite");
  const rows = await db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      teamId: invitations.teamId,
      endsAt: invitations.endsAt,
      invitedBy: agents.name,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .innerJoin(agents, eq(agents.id, invitations.invitedBy))
    .where(isOpen())
    .orderBy(desc(invitations.createdAt))
    .limit(200);
  return rows.map((row) => ({
    ...row,
    endsAt: row.endsAt?.toISOString() ?? null,
    expiresAt: row.expiresAt.toISOString(),
  }));
}

export async function revokeInvitation(actor: Actor, input: { invitationId: string }): Promise<void> {
  authorize(actor, "agent.invite");
  const revoked = await db
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitations.id, input.invitationId), isOpen()));
  if (revoked.rowCount === 0) fail("not_found", "not_found");
}

export function isOpen() {
  return and(
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, sql`now()`),
  );
}
