import { encode } from "next-auth/jwt";
import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { sessionCookie } from "@/lib/agents/cookies";
import { createToken } from "@/lib/agents/create-token";
import { openSession } from "@/lib/agents/open-session";
import { sessionSecret } from "@/lib/agents/session-secret";

/** A cookie for pages and sockets and a bearer token for the API, as an administrator who is signed in would have them. */
export async function signIn(actor: Actor): Promise<{ cookie: string; authorization: string }> {
  const cookie = await sessionOf(actor);
  const { token } = await createToken(actor, { name: "bench", role: "admin" });
  return { cookie, authorization: `Bearer ${token}` };
}

/** Only the cookie, which anybody may have. */
export async function sessionOf(actor: Actor): Promise<string> {
  const { sessionId } = await openSession(actor.id, "demo", "bench");
  const jwt = await encode({ token: { sid: sessionId }, secret: sessionSecret() });
  return `${sessionCookie(env.APP_URL).name}=${jwt}`;
}
