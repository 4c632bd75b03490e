import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { decode } from "next-auth/jwt";
import { db } from "@/db/client";
import { type Language, type Role, roles } from "@/db/enums";
import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { sessionCookie } from "./cookies";
import { sessionSecret } from "./session-secret";

/** Whatever can be asked for a header: a Request's Headers, Next's, or a map made from a socket's handshake. */
export type HeaderSource = { get(name: string): string | null };

export type Caller = { actor: Actor; via: "cookie" | "bearer" };

/** A revoked session, a deactivation, a new role or team take effect within this time on every process. */
const staleMs = 4_000;

/**
 * Who is calling: the one place where a request becomes an `Actor`, for pages, the API and sockets. Null when there
 * is no session or token, or it has ended. A bearer token wins over a cookie, so that a token is never mixed up with
 * the browser's own session. Throws when the database does not answer.
 */
export async function callerOf(headers: HeaderSource): Promise<Caller | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    const actor = token ? await remembered(`token:${hashToken(token)}`) : null;
    return actor && { actor, via: "bearer" };
  }
  const sessionId = await sessionIdOf(headers);
  const actor = sessionId ? await remembered(`session:${sessionId}`) : null;
  return actor && { actor, via: "cookie" };
}

export async function sessionActor(headers: HeaderSource): Promise<Actor | null> {
  return (await callerOf(headers))?.actor ?? null;
}

/**
 * What a sign-in or token is worth now, by the `sessionId` of its actor; null when it has ended. For open sockets,
 * which must be closed, or moved to other rooms, within five seconds.
 */
export async function sessionState(sessionId: string): Promise<Actor | null> {
  return remembered(`session:${sessionId}`);
}

/** Somebody as they are at this moment, for what goes on in their name after their request; null when they have left. */
export async function agentActor(agentId: string): Promise<Actor | null> {
  return remembered(`agent:${agentId}`);
}

/** The id of the sign-in in the cookie, whether or not it is still good. */
export async function sessionIdOf(headers: HeaderSource): Promise<string | null> {
  const token = cookieValue(headers.get("cookie"), sessionCookie(env.APP_URL).name);
  if (!token) return null;
  const read = readCookies.get(token);
  if (read && Date.now() - read.at < cookieMs) return read.sessionId;
  const sessionId = await decodeCookie(token);
  if (readCookies.size > 2_000) readCookies.clear();
  if (sessionId !== null) readCookies.set(token, { at: Date.now(), sessionId });
  return sessionId;
}

// A cookie never changes its meaning, and decrypting it costs more than the rest of a small request. It is read again
// now and then because it runs out by itself.
const cookieMs = 60_000;
const readCookies = new Map<string, { at: number; sessionId: string }>();

async function decodeCookie(token: string): Promise<string | null> {
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return typeof claims?.sid === "string" && uuid.test(claims.sid) ? claims.sid : null;
  } catch {
    // Written with another key, cut short, or run out.
    return null;
  }
}

/** After a sign-in or token has ended: here at once, elsewhere within `staleMs`. */
export function forgetSession(sessionId: string): void {
  for (const [key, { known }] of cache()) if (known?.sessionId === sessionId) cache().delete(key);
}

/** After a change to somebody's role, teams or language. */
export function forgetAgent(agentId: string): void {
  for (const [key, { known }] of cache()) if (known?.id === agentId) cache().delete(key);
}

/** After a change to what a team sees. */
export function forgetEverybody(): void {
  cache().clear();
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `until` is when it must be read again: soon, and never after the end of a temp's account. */
type Entry = { until: number; actor: Promise<Actor | null>; known: Actor | null };

const slot = globalThis as typeof globalThis & { avantSessions?: Map<string, Entry> };

function cache(): Map<string, Entry> {
  slot.avantSessions ??= new Map();
  return slot.avantSessions;
}

async function remembered(key: string): Promise<Actor | null> {
  const fresh = cache().get(key);
  if (fresh && Date.now() < fresh.until) return fresh.actor;
  if (cache().size > 10_000) cache().clear();
  const loading = load(key);
  const entry: Entry = {
    until: Date.now() + staleMs,
    actor: loading.then((loaded) => loaded?.actor ?? null),
    known: null,
  };
  cache().set(key, entry);
  try {
    entry.known = await entry.actor;
    entry.until = Math.min(entry.until, (await loading)?.endsAt ?? entry.until);
    return entry.known;
  } catch (error) {
    cache().delete(key);
    throw error;
  }
}

type Row = {
  session_id: string;
  id: string;
  name: string;
  role: Role;
  cap: Role;
  language: Language;
  team_ids: string[];
  brand_ids: string[];
  ends_at: string | null;
};

async function load(key: string): Promise<{ actor: Actor; endsAt: number | null } | null> {
  const [kind = "", value = ""] = key.split(":");
  const found = await db.execute<Row>(
    kind === "token"
      ? sql`select t.id as session_id, t.role as cap, ${person}
            from api_tokens t join agents a on a.id = t.agent_id
            where t.token_hash = ${value} and t.revoked_at is null and ${isStillHere}`
      : kind === "agent"
        ? sql`select a.id as session_id, a.role as cap, ${person} from agents a where a.id = ${value} and ${isStillHere}`
        : sql`select s.id as session_id, a.role as cap, ${person}
            from sessions s join agents a on a.id = s.agent_id
            where s.id = ${value} and s.revoked_at is null and s.expires_at > now() and ${isStillHere}
            union all
            select t.id, t.role, ${person}
            from api_tokens t join agents a on a.id = t.agent_id
            where t.id = ${value} and t.revoked_at is null and ${isStillHere}`,
  );
  const row = found.rows[0];
  if (!row) return null;
  if (kind === "token") void noteUse(row.session_id);
  const actor: Actor = {
    kind: "agent",
    id: row.id,
    name: row.name,
    role: lesserRole(row.role, row.cap),
    language: row.language,
    teamIds: row.team_ids,
    brandIds: row.brand_ids,
    sessionId: row.session_id,
  };
  return { actor, endsAt: row.ends_at === null ? null : Date.parse(row.ends_at) };
}

const isStillHere = sql`a.deactivated_at is null and (a.ends_at is null or a.ends_at > now())`;

const person = sql`a.id, a.name, a.role, a.language, a.ends_at,
  array(select m.team_id from team_members m where m.agent_id = a.id) as team_ids,
  array(select distinct b.brand_id from team_members m join team_brands b on b.team_id = m.team_id
        where m.agent_id = a.id) as brand_ids`;

/** A token never carries more than its own role, nor more than its person has today. */
export function lesserRole(one: Role, other: Role): Role {
  return roles.indexOf(one) > roles.indexOf(other) ? one : other;
}

async function noteUse(tokenId: string): Promise<void> {
  // To the minute is enough, and keeps a busy token from writing on every request.
  await db
    .execute(sql`update api_tokens set last_used_at = now()
                 where id = ${tokenId} and (last_used_at is null or last_used_at < now() - interval '1 minute')`)
    .catch(() => {});
}

function cookieValue(header: string | null, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}
