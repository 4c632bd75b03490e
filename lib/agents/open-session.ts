import { db, type Tx } from "@/db/client";
import { sessions } from "@/db/schema/agents";
import { newId } from "@/lib/id";

/** A sign-in lasts this long, however busy; then the password is asked again. */
export const sessionDays = 30;

export type SessionMethod = (typeof sessions.$inferInsert)["method"];

export type Opened = { sessionId: string; agentId: string };

/** A session row for somebody who has just proved who they are; the cookie will carry its id. */
export async function openSession(
  agentId: string,
  method: SessionMethod,
  userAgent: string | null,
  tx: Tx | typeof db = db,
): Promise<Opened> {
  const sessionId = newId();
  await tx.insert(sessions).values({
    id: sessionId,
    agentId,
    method,
    expiresAt: new Date(Date.now() + sessionDays * 24 * 3600 * 1000),
    userAgent: userAgent?.slice(0, 300) ?? null,
  });
  return { sessionId, agentId };
}
