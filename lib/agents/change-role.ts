import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { agents } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { mayGive } from "./rank";
import { forgetAgent } from "./session";

/**
 * Gives a colleague another role; their open screens and tokens follow within five seconds. Only owners make or change
 * owners, and the last one stays. Throws `not_found`, `forbidden` or `conflict`.
 */
export async function changeRole(actor: Actor, input: { agentId: string; role: Role }): Promise<void> {
  authorize(actor, "agent.edit");
  if (!mayGive(actor, input.role)) fail("forbidden", "agent.above_you");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    if (person.role === "owner" && input.role !== "owner") await keepAnOwner(tx, person.id);
    await tx.update(agents).set({ role: input.role }).where(eq(agents.id, person.id));
  });
  forgetAgent(input.agentId);
}

/** The colleague, locked for a change by somebody who stands at least as high. */
export async function lockAgent(tx: Tx, actor: Actor, agentId: string): Promise<{ id: string; role: Role }> {
  const [person] = await tx
    .select({ id: agents.id, role: agents.role })
    .from(agents)
    .where(eq(agents.id, agentId))
    .for("update");
  if (!person) return fail("not_found", "not_found");
  if (person.role === "owner") authorize(actor, "owner.edit");
  return person;
}

/** Two owners who step down at the same moment must not leave the house without one. */
export async function keepAnOwner(tx: Tx, leavingId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant owners'))`);
  const others = await tx.execute(sql`
    select 1 from agents where role = 'owner' and deactivated_at is null and id <> ${leavingId} limit 1`);
  if (others.rows.length === 0) fail("conflict", "agent.last_owner");
}
