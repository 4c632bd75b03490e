import { encode } from "next-auth/jwt";
import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { sessionCookie } from "@/lib/agents/cookies";
import { createToken } from "@/lib/agents/create-token";
import { openSession } from "@/lib/agents/open-session";
import { sessionSecret } from "@/lib/agents/session-secret";

/** A cookie for sockets and a bearer token for the API, as somebody signed in would have them. */
export async function signIn(actor: Actor): Promise<{ cookie: string; authorization: string }> {
  const { sessionId } = await openSession(actor.id, "demo", "bench");
  const jwt = await encode({ token: { sid: sessionId }, secret: sessionSecret() });
  const { token } = await createToken(actor, { name: "bench", role: "admin" });
  return { cookie: `${sessionCookie(env.APP_URL).name}=${jwt}`, authorization: `Bearer ${token}` };
}
