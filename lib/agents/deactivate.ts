import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agents, apiTokens, sessions } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { keepAnOwner, lockAgent } from "./change-role";
import { forgetAgent } from "./session";

/**
 * Shuts a colleague out within five seconds: sign-ins, open screens and tokens. Their name stays on what they wrote.
 * What they had in hand keeps their name until somebody takes it.
 */
export async function deactivate(actor: Actor, input: { agentId: string }): Promise<void> {
  authorize(actor, "agent.edit");
  if (input.agentId === actor.id) fail("conflict", "agent.yourself");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    if (person.role === "owner") await keepAnOwner(tx, person.id);
    await tx.update(agents).set({ deactivatedAt: sql`now()` }).where(eq(agents.id, person.id));
    const now = { revokedAt: sql`now()` };
    await tx
      .update(sessions)
      .set(now)
      .where(and(eq(sessions.agentId, person.id), isNull(sessions.revokedAt)));
    await tx
      .update(apiTokens)
      .set(now)
      .where(and(eq(apiTokens.agentId, person.id), isNull(apiTokens.revokedAt)));
  });
  forgetAgent(input.agentId);
}

/** Lets a colleague in again, with the role they had; their old sign-ins and tokens stay ended. */
export async function reactivate(actor: Actor, input: { agentId: string }): Promise<void> {
  authorize(actor, "agent.edit");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    await tx.update(agents).set({ deactivatedAt: null }).where(eq(agents.id, person.id));
  });
  forgetAgent(input.agentId);
}
