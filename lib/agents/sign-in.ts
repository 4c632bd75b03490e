import { and, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { fail } from "@/lib/errors";
import { isHere } from "./is-here";
import { type Opened, openSession } from "./open-session";
import { isPassword } from "./password";
import { type Attempt, checkAttempt, countFailure, countSuccess } from "./sign-in-limits";

/**
 * Opens a session for a name and a password. An address that nobody has, a wrong password, a deactivated colleague
 * and one without a password get the same answer in the same time: `forbidden` with key `sign_in.wrong`. Too many
 * wrong ones: `unavailable` with key `rate.limited` and the seconds to wait.
 */
export async function signIn(input: {
  email: string;
  password: string;
  network: string;
  userAgent: string | null;
}): Promise<Opened> {
  const attempt: Attempt = { email: input.email.trim().slice(0, 320), network: input.network };
  await checkAttempt(attempt);
  const [agent] = await db
    .select({ id: agents.id, passwordHash: agents.passwordHash })
    .from(agents)
    .where(and(sql`lower(${agents.email}) = lower(${attempt.email})`, isHere()));
  const isRight = await isPassword(input.password.slice(0, 200), agent?.passwordHash ?? null);
  if (!agent || !isRight) {
    await countFailure(attempt);
    fail("forbidden", "sign_in.wrong");
  }
  await countSuccess(attempt);
  return openSession(agent.id, "password", input.userAgent);
}
