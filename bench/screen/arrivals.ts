import pg from "pg";
import { databaseUrl } from "@/db/client";
import { type Received, receive } from "@/lib/conversations/receive";
import { connectBells } from "@/lib/live/bells";
import type { Place } from "../place";
import { claimedRows, nextMessage } from "../work";

const DAY = 86_400_000;

export type Arrivals = {
  /** So many a second for so long; half of them so old that they belong at the top. Resolves with how many came. */
  flood(perSecond: number, seconds: number): Promise<number>;
  stop(): Promise<void>;
};

/** Customers who write: stored by the product's own code, in the batches in which the worker stores them. */
export function arrivalsAt(place: Place): Arrivals {
  const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 });
  pool.on("error", () => {});
  const bells = connectBells();
  const channel: Received["channel"] = {
    id: place.channels.get("care@marmelune.example")!,
    brandId: place.brandId,
    teamId: null,
    isSample: true,
    acknowledges: false,
  };
  return {
    async flood(perSecond, seconds) {
      const batchMs = perSecond >= 50 ? 100 : 1000 / perSecond;
      const batch = Math.max(1, Math.round((perSecond * batchMs) / 1000));
      const begun = performance.now();
      let count = 0;
      while (performance.now() - begun < seconds * 1000) {
        const messages = Array.from({ length: batch }, (_, n) => ({
          ...nextMessage([]),
          sentAt: new Date(Date.now() - (n % 2 === 0 ? 0 : 30 * DAY)),
        }));
        await receive(await claimedRows(pool, channel, messages));
        count += batch;
        const wait = begun + (count / perSecond) * 1000 - performance.now();
        if (wait > 0) await new Promise((done) => setTimeout(done, wait));
      }
      return count;
    },
    async stop() {
      await bells.stop();
      await pool.end();
    },
  };
}
