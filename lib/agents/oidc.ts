import { and, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { acceptInvitationOf } from "./accept-invitation";

/** What an OpenID issuer says about somebody (OpenID Connect Core 1.0, section 5.1), as far as we look. */
export type IssuerClaims = {
  sub: string;
  email: string | null;
  name: string | null;
  /** The issuer says that the address was not checked. */
  isEmailRefuted: boolean;
};

/**
 * The colleague whom the issuer has just vouched for, by address. Somebody invited joins by this; a stranger, a
 * deactivated colleague and an unchecked address are null.
 */
export async function agentOfIssuer(claims: IssuerClaims): Promise<string | null> {
  if (!claims.email || claims.isEmailRefuted) return null;
  const email = claims.email.trim();
  const [agent] = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(sql`lower(${agents.email}) = lower(${email})`, isNull(agents.deactivatedAt)));
  return agent?.id ?? (await acceptInvitationOf({ email, name: claims.name }));
}
