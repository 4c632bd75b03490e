import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { keepAnOwner, lockAgent } from "./change-person";
import { giveBackAll } from "./give-back";
import { forgetAgent } from "./session";
import { shutOut } from "./shut-out";

/**
 * Shuts a colleague out within five seconds: sign-ins, open screens and tokens. Their name stays on what they wrote;
 * what they had in hand goes back to everybody.
 */
export async function deactivate(actor: Actor, input: { agentId: string }): Promise<void> {
  authorize(actor, "agent.edit");
  if (input.agentId === actor.id) fail("conflict", "agent.yourself");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    if (person.role === "owner") await keepAnOwner(tx, person.id);
    await shutOut(tx, person.id);
    await recordEvent(tx, {
      type: "agent.deactivated",
      actor: actorOf(actor),
      after: { agentId: person.id },
      occurredAt: new Date(),
    });
  });
  forgetAgent(input.agentId);
  await giveBackAll(input.agentId);
}

/**
 * Lets a colleague in again, with the role they had; their old sign-ins and tokens stay ended. An end that has passed is
 * forgotten, or it would shut them out at once.
 */
export async function reactivate(actor: Actor, input: { agentId: string }): Promise<void> {
  authorize(actor, "agent.edit");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    const endsAt = person.endsAt !== null && person.endsAt > new Date() ? person.endsAt : null;
    await tx.update(agents).set({ deactivatedAt: null, endsAt }).where(eq(agents.id, person.id));
    await recordEvent(tx, {
      type: "agent.reactivated",
      actor: actorOf(actor),
      after: { agentId: person.id },
      occurredAt: new Date(),
    });
  });
  forgetAgent(input.agentId);
}
