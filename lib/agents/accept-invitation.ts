import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { languages } from "@/db/enums";
import { agents, invitations } from "@/db/schema/agents";
import { teamMembers, teams } from "@/db/schema/teams";
import { fail } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { personName } from "./fields";
import { isOpen } from "./invite";
import { hashPassword, newPassword } from "./password";
import { hashToken } from "./session";

export const acceptance = z.object({
  token: z.string().max(200),
  name: personName,
  password: newPassword,
  language: z.enum(languages),
});

/** What the page behind the link shows; an unknown, used or expired link is `not_found`. */
export async function readInvitation(input: {
  token: string;
}): Promise<{ email: string; invitedBy: string }> {
  const [found] = await db
    .select({ email: invitations.email, invitedBy: agents.name })
    .from(invitations)
    .innerJoin(agents, eq(agents.id, invitations.invitedBy))
    .where(and(eq(invitations.tokenHash, hashToken(input.token)), isOpen()));
  return found ?? fail("not_found", "invitation.over");
}

/** Joins by a link: once, before it expires. The person then signs in with the password that they chose. */
export async function acceptInvitation(
  input: z.output<typeof acceptance>,
): Promise<{ agentId: string; email: string }> {
  // Hashing costs 50 ms and 19 MiB, and is not for everybody who makes up a link.
  await readInvitation(input);
  const passwordHash = await hashPassword(input.password);
  return db.transaction(async (tx) => {
    const [taken] = await tx
      .update(invitations)
      .set({ acceptedAt: sql`now()` })
      .where(and(eq(invitations.tokenHash, hashToken(input.token)), isOpen()))
      .returning();
    if (!taken) return fail("not_found", "invitation.over");
    return join(tx, taken, { name: input.name, language: input.language, passwordHash });
  });
}

/** Joins by an OpenID issuer that vouches for an invited address; null when nobody invited it. */
export async function acceptInvitationOf(
  tx: Tx,
  input: { email: string; name: string | null },
): Promise<string | null> {
  const [newest] = await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(and(sql`lower(${invitations.email}) = lower(${input.email})`, isOpen()))
    .orderBy(desc(invitations.createdAt))
    .limit(1)
    .for("update");
  if (!newest) return null;
  const [taken] = await tx
    .update(invitations)
    .set({ acceptedAt: sql`now()` })
    .where(eq(invitations.id, newest.id))
    .returning();
  const name = personName.safeParse(input.name).data ?? input.email.split("@")[0] ?? input.email;
  return taken ? (await join(tx, taken, { name, language: "en", passwordHash: null })).agentId : null;
}

async function join(
  tx: Tx,
  invitation: typeof invitations.$inferSelect,
  person: Pick<typeof agents.$inferInsert, "name" | "language" | "passwordHash">,
): Promise<{ agentId: string; email: string }> {
  const agentId = newId();
  const made = await tx
    .insert(agents)
    .values({
      id: agentId,
      email: invitation.email,
      role: invitation.role,
      endsAt: invitation.endsAt,
      ...person,
    })
    .onConflictDoNothing();
  if (made.rowCount === 0) fail("conflict", "agent.email_taken", { email: invitation.email });
  if (invitation.teamId !== null) {
    const team = await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, invitation.teamId));
    if (team.length > 0) await tx.insert(teamMembers).values({ agentId, teamId: invitation.teamId });
  }
  await recordEvent(tx, {
    type: "agent.joined",
    actor: { kind: "agent", id: agentId },
    teamId: invitation.teamId,
    after: { agentId, role: invitation.role, endsAt: invitation.endsAt?.toISOString() ?? null },
    occurredAt: new Date(),
  });
  wake("timers");
  return { agentId, email: invitation.email };
}
