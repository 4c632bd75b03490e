import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "./network";

/**
 * Doors that are counted, each per network: `challenge` asks for work to do, `post` is anything sent at all,
 * `worked` a message with its proof of work, `plain` one without (no JavaScript, or no secure context).
 */
export type Door = "challenge" | "post" | "worked" | "plain";

/** A mobile network puts hundreds of people behind one IPv4 address, and a recall makes many of them write at once. */
const rules: Record<Door, { points: number; seconds: number }[]> = {
  challenge: [{ points: 240, seconds: 600 }],
  post: [{ points: 120, seconds: 600 }],
  worked: [
    { points: 30, seconds: 600 },
    { points: 200, seconds: 86_400 },
  ],
  plain: [
    { points: 3, seconds: 600 },
    { points: 10, seconds: 86_400 },
  ],
};

export type Limits = Record<Door, RateLimiterMemory[]>;

/** Counts of one process. A second process has its own: with N of them the limits are N times as wide. */
export function openLimits(): Limits {
  const open = (door: Door) =>
    rules[door].map(
      ({ points, seconds }) =>
        new RateLimiterMemory({ keyPrefix: `form:${door}:${seconds}`, points, duration: seconds }),
    );
  return { challenge: open("challenge"), post: open("post"), worked: open("worked"), plain: open("plain") };
}

/** Counts one visit. Resolves with null when it may pass, else with the seconds to wait. */
export async function passLimit(
  limits: Limits,
  door: Door,
  form: string,
  peer: string | null,
): Promise<number | null> {
  const key = `${form}:${networkOf(peer)}`;
  for (const limiter of limits[door]) {
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }
  return null;
}
