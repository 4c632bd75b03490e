import { type Limiter, limiter } from "@/lib/limits";
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

export type Limits = Record<Door, Limiter[]>;

/** Counted over all processes of this installation. */
export function openLimits(): Limits {
  const open = (door: Door) =>
    rules[door].map(({ points, seconds }) => limiter(`form:${door}:${seconds}`, points, seconds));
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
  for (const limit of limits[door]) {
    const wait = await limit.pass(key);
    if (wait !== null) return wait;
  }
  return null;
}
