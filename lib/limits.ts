import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterStoreAbstract,
} from "rate-limiter-flexible";
import type { RedisClientType } from "redis";
import { pool } from "@/db/client";
import { env } from "@/env";
import { log, withoutData } from "@/lib/log";

export type Limiter = {
  /** Counts one. Resolves with null while it may pass, else with the seconds to wait. */
  pass(key: string): Promise<number | null>;
  /** Counts one without asking. */
  count(key: string): Promise<void>;
  /** Seconds to wait; 0 while it may pass. */
  wait(key: string): Promise<number>;
  forget(key: string): Promise<void>;
};

/**
 * At most `points` in `seconds` for each key, counted for all processes of this installation together: in Redis where
 * REDIS_URL is set, else in PostgreSQL. While neither answers each process counts for itself. Keys are stored as they
 * are given: no addresses of people, only digests and networks.
 */
export function limiter(name: string, points: number, seconds: number): Limiter {
  let made: Promise<RateLimiterStoreAbstract> | undefined;
  const store = () => {
    made ??= open(name, points, seconds);
    return made;
  };
  return {
    async pass(key) {
      const state = await (await store()).penalty(key);
      return state.consumedPoints <= points ? null : secondsOf(state.msBeforeNext);
    },
    async count(key) {
      await (await store()).penalty(key);
    },
    async wait(key) {
      const state = await (await store()).get(key);
      return state && state.consumedPoints >= points ? secondsOf(state.msBeforeNext) : 0;
    },
    async forget(key) {
      await (await store()).delete(key);
    },
  };
}

function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

async function open(name: string, points: number, seconds: number): Promise<RateLimiterStoreAbstract> {
  const options = {
    keyPrefix: name,
    points,
    duration: seconds,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: seconds }),
  };
  if (env.REDIS_URL !== undefined)
    return new RateLimiterRedis({
      ...options,
      storeClient: await redis(env.REDIS_URL),
      useRedisPackage: true,
    });
  return new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    // The hourly sweep does it; a timer in each limiter would outlive its test.
    clearExpiredByTimeout: false,
  });
}

const slot = globalThis as typeof globalThis & { avantLimitsRedis?: Promise<RedisClientType> };

function redis(url: string): Promise<RedisClientType> {
  slot.avantLimitsRedis ??= import("redis").then(async ({ createClient }) => {
    const client: RedisClientType = createClient({ url, disableOfflineQueue: true });
    client.on("error", (error) => log.warn({ error: withoutData(error) }, "Redis does not count the limits"));
    await client.connect().catch(() => {});
    return client;
  });
  return slot.avantLimitsRedis;
}
