import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { env } from "@/env";
import { fail } from "@/lib/errors";
import { isHere } from "./is-here";
import { type Opened, openSession } from "./open-session";

/** A session for one of the sample colleagues, without a password; only where DEMO is on. */
export async function demoSignIn(input: { agentId: string; userAgent: string | null }): Promise<Opened> {
  if (!env.DEMO) fail("forbidden", "sign_in.wrong");
  const known = (await demoPeople()).find(({ id }) => id === input.agentId);
  if (!known) fail("forbidden", "sign_in.wrong");
  return openSession(known.id, "demo", input.userAgent);
}

/** The people whom the sign-in page offers in one click; nobody where DEMO is off. */
export async function demoPeople() {
  if (!env.DEMO) return [];
  return db
    .select({ id: agents.id, name: agents.name, role: agents.role, title: agents.title })
    .from(agents)
    .where(and(eq(agents.isSample, true), isHere()))
    .orderBy(agents.createdAt, agents.id);
}
