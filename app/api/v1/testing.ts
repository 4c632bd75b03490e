import { encode } from "next-auth/jwt";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { agents } from "@/db/schema/agents";
import { organisation } from "@/db/schema/organisation";
import { env } from "@/env";
import { sessionCookie } from "@/lib/agents/cookies";
import { openSession } from "@/lib/agents/open-session";
import { sessionSecret } from "@/lib/agents/session-secret";
import { newId } from "@/lib/id";
import { api } from "./index";

/** Somebody who knocks at the API in a test, as a browser of theirs would. */
export type Visitor = {
  id: string;
  sessionId: string;
  cookie: string;
  ask(key: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
};

export type Answer = { status: number; body: unknown; headers: Headers };

/** A colleague with a session, in a browser on our own page. */
export async function visitor(name: string, role: Role, language: "en" | "fr" = "en"): Promise<Visitor> {
  const id = newId();
  await db.insert(organisation).values({ id: 1, name: "Marmelune" }).onConflictDoNothing();
  await db.insert(agents).values({
    id,
    name,
    email: `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}.${id.slice(-6)}@marmelune.example`,
    role,
    language,
  });
  const { sessionId } = await openSession(id, "password", "test");
  const cookie = `${sessionCookie(env.APP_URL).name}=${await encode({ token: { sid: sessionId }, secret: sessionSecret() })}`;
  return {
    id,
    sessionId,
    cookie,
    ask: (key, body, headers = {}) => ask(key, body, { cookie, "sec-fetch-site": "same-origin", ...headers }),
  };
}

/** One request through the whole edge, without a network. */
export async function ask(
  key: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const [method = "GET", path = "/"] = key.split(" ");
  const response = await api.fetch(
    new Request(`${env.APP_URL}${path.startsWith("/api/") || path === "/health" ? "" : "/api/v1"}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      body: body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}
