import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/desk";
import type { Actor } from "./access";
import type { Json } from "./channels/channel";
import { fail } from "./errors";

export type KeptAnswer = { status: number; body: Json };

/** How long an answer is kept. */
export const keptHours = 24;

/** A first request that has not answered for this long died with its process; the next one may try again. */
const abandonedMs = 60_000;
const patienceMs = 5_000;

/**
 * Runs a request that creates something once for each key of an actor, and gives every repeat the first one's answer.
 * A repeat that arrives while the first still runs waits for it. Only successes are kept: after a failure the same
 * key may try again. Throws `invalid` when the key was used for another request, `conflict` when the first takes long.
 */
export async function once(
  actor: Actor,
  { key, route, request }: { key: string; route: string; request: string },
  run: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { isRepeat: boolean }> {
  if (key.length < 1 || key.length > 200) fail("invalid", "idempotency.too_long");
  const requestHash = createHash("sha256").update(`${route}\n${request}`).digest("hex");
  const mine = and(eq(idempotencyKeys.actorId, actor.id), eq(idempotencyKeys.key, key));
  for (const started = Date.now(); ; await wait(100)) {
    if (await claim(actor.id, key, route, requestHash)) break;
    const [first] = await db.select().from(idempotencyKeys).where(mine);
    if (!first) continue;
    if (first.requestHash !== requestHash) fail("invalid", "idempotency.other_body");
    if (first.status !== null) return { status: first.status, body: first.body ?? null, isRepeat: true };
    if (Date.now() - started > patienceMs) fail("conflict", "idempotency.running", { seconds: 2 });
  }
  try {
    const answer = await run();
    await db.update(idempotencyKeys).set({ status: answer.status, body: answer.body }).where(mine);
    return { ...answer, isRepeat: false };
  } catch (error) {
    await db
      .delete(idempotencyKeys)
      .where(mine)
      .catch(() => {});
    throw error;
  }
}

/**
 * An id that one key of an actor always gives (a UUIDv8, RFC 9562, section 5.8): what is made under it is made once,
 * even when the process dies between the work and the keeping of its answer.
 */
export function idFromKey(actor: Actor, key: string): string {
  const hex = createHash("sha256").update(`${actor.id} ${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Forgets answers that are too old to be asked for; for the maintenance schedule. Resolves with how many. */
export async function sweepIdempotencyKeys(): Promise<number> {
  const swept = await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - make_interval(hours => ${keptHours})`));
  return swept.rowCount ?? 0;
}

async function claim(actorId: string, key: string, route: string, requestHash: string): Promise<boolean> {
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ actorId, key, route, requestHash })
    .onConflictDoUpdate({
      target: [idempotencyKeys.actorId, idempotencyKeys.key],
      set: { route, requestHash, createdAt: sql`now()` },
      setWhere: and(
        isNull(idempotencyKeys.status),
        lt(idempotencyKeys.createdAt, sql`now() - make_interval(secs => ${abandonedMs / 1000})`),
      ),
    });
  return (claimed.rowCount ?? 0) > 0;
}
