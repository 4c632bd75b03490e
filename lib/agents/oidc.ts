import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agentIdentities, agents } from "@/db/schema/agents";
import { env } from "@/env";
import { acceptInvitationOf } from "./accept-invitation";
import { isHere } from "./is-here";

/** What an OpenID issuer says about somebody (OpenID Connect Core 1.0, section 5.1), as far as we look. */
export type IssuerClaims = {
  issuer: string;
  sub: string;
  email: string | null;
  name: string | null;
  /** Whether the issuer has checked the address; null when it does not say. */
  isEmailVerified: boolean | null;
};

/**
 * The colleague whom the issuer has just vouched for. After the first time it is the pair (issuer, sub) that counts,
 * since an address can pass to somebody else. The first time it is a verified address, of a colleague or of somebody
 * invited, who joins by this. A stranger, somebody who has left, an unverified address, and an address whose owner is
 * known to the issuer under another `sub` are null.
 */
export async function agentOfIssuer(
  claims: IssuerClaims,
  trustsEmail = env.OIDC_TRUST_EMAIL === "on",
): Promise<string | null> {
  if (claims.sub === "") return null;
  return db.transaction(async (tx) => {
    // Two windows that sign in for the first time at once must not both bind.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext(${`avant oidc ${claims.issuer} ${claims.sub}`}))`,
    );
    const [bound] = await tx
      .select({ id: agents.id, isHere: sql<boolean>`${isHere()}` })
      .from(agentIdentities)
      .innerJoin(agents, eq(agents.id, agentIdentities.agentId))
      .where(and(eq(agentIdentities.issuer, claims.issuer), eq(agentIdentities.subject, claims.sub)));
    if (bound) return bound.isHere ? bound.id : null;
    const isVerified = claims.isEmailVerified ?? trustsEmail;
    return claims.email !== null && isVerified ? bind(tx, claims, claims.email.trim()) : null;
  });
}

async function bind(tx: Tx, claims: IssuerClaims, email: string): Promise<string | null> {
  const [agent] = await tx
    .select({ id: agents.id })
    .from(agents)
    .where(and(sql`lower(${agents.email}) = lower(${email})`, isHere()))
    .for("update");
  const agentId = agent?.id ?? (await acceptInvitationOf(tx, { email, name: claims.name }));
  if (!agentId) return null;
  const made = await tx
    .insert(agentIdentities)
    .values({ issuer: claims.issuer, subject: claims.sub, agentId })
    .onConflictDoNothing();
  return made.rowCount === 0 ? null : agentId;
}
