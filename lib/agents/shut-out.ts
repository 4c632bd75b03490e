import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agents } from "@/db/schema/agents";

/** From this moment nothing lets somebody in: neither a sign-in, nor an open one, nor a token. */
export async function shutOut(tx: Tx, agentId: string): Promise<void> {
  await tx.update(agents).set({ deactivatedAt: sql`now()` }).where(eq(agents.id, agentId));
  await tx.execute(sql`
    update sessions set revoked_at = now() where agent_id = ${agentId} and revoked_at is null`);
  await tx.execute(sql`
    update api_tokens set revoked_at = now() where agent_id = ${agentId} and revoked_at is null`);
  await tx.execute(sql`delete from push_subscriptions where agent_id = ${agentId}`);
}
