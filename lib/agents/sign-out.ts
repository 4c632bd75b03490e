import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/agents";
import type { Actor } from "@/lib/access";
import { forgetSession } from "./session";

/** Ends one sign-in: requests at once here, within five seconds everywhere, sockets included. */
export async function signOut(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)));
  forgetSession(sessionId);
}

/** Ends all of somebody's own sign-ins but this one. */
export async function signOutElsewhere(actor: Actor): Promise<void> {
  const ended = await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.agentId, actor.id),
        isNull(sessions.revokedAt),
        sql`${sessions.id} <> ${actor.sessionId}`,
      ),
    )
    .returning({ id: sessions.id });
  for (const { id } of ended) forgetSession(id);
}
