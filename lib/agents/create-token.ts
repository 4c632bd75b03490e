import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { roles } from "@/db/enums";
import { agents, apiTokens } from "@/db/schema/agents";
import { type Actor, authorize, type System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { newToken } from "./link-token";
import { mayGive } from "./rank";
import { forgetSession } from "./session";

export const newApiToken = z.object({
  name: z.string().trim().min(1).max(80),
  /** At most this, whatever its person may. */
  role: z.enum(roles),
});

/**
 * A bearer token that acts as its person, never with more than `role`. `token` is shown this once: only its SHA-256 is
 * kept. The operator (the command line) may make one for anybody, by address.
 */
export async function createToken(
  actor: Actor | System,
  input: z.output<typeof newApiToken> & { email?: string },
): Promise<{ id: string; token: string }> {
  authorize(actor, "token.edit");
  if (actor.kind === "agent" && !mayGive(actor, input.role)) fail("forbidden", "agent.above_you");
  const agentId = actor.kind === "agent" ? actor.id : await agentByEmail(input.email ?? "");
  const { token, tokenHash } = newToken("avant");
  const id = newId();
  await db.transaction(async (tx) => {
    await tx.insert(apiTokens).values({ id, name: input.name, role: input.role, agentId, tokenHash });
    await recordEvent(tx, {
      type: "token.created",
      actor: actorOf(actor),
      after: { agentId, tokenId: id, role: input.role },
      occurredAt: new Date(),
    });
  });
  return { id, token };
}

/** Every token that works, whose it is and when it was last used; never the token itself. */
export async function listTokens(actor: Actor) {
  authorize(actor, "token.edit");
  const rows = await db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      role: apiTokens.role,
      agent: { id: agents.id, name: agents.name },
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .innerJoin(agents, eq(agents.id, apiTokens.agentId))
    .where(isNull(apiTokens.revokedAt))
    .orderBy(desc(apiTokens.createdAt))
    .limit(500);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }));
}

/** Ends a token within five seconds. */
export async function revokeToken(actor: Actor, input: { tokenId: string }): Promise<void> {
  authorize(actor, "token.edit");
  await db.transaction(async (tx) => {
    const [revoked] = await tx
      .update(apiTokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(apiTokens.id, input.tokenId), isNull(apiTokens.revokedAt)))
      .returning({ agentId: apiTokens.agentId });
    if (!revoked) return fail("not_found", "not_found");
    await recordEvent(tx, {
      type: "token.revoked",
      actor: actorOf(actor),
      after: { agentId: revoked.agentId, tokenId: input.tokenId },
      occurredAt: new Date(),
    });
  });
  forgetSession(input.tokenId);
}

async function agentByEmail(email: string): Promise<string> {
  const [found] = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(sql`lower(${agents.email}) = lower(${email})`, isNull(agents.deactivatedAt)));
  return found?.id ?? fail("not_found", "agent.unknown_email", { email });
}
