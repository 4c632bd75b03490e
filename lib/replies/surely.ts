import { setTimeout as pause } from "node:timers/promises";
import { AppError } from "@/lib/errors";
import { log, withoutData } from "@/lib/log";

/**
 * Writes down what has happened outside, however long the database is away: tries again until it is written or this
 * process stops. What is not written then is found uncertain by the next one.
 */
export async function surely(signal: AbortSignal, write: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await write();
    } catch (error) {
      if (error instanceof AppError || signal.aborted) throw error;
      log.warn({ error: withoutData(error), tries }, "what was sent could not be written down yet");
      await pause(Math.min(5_000, 200 * 2 ** tries), undefined, { signal }).catch(() => {});
    }
  }
}
