import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log, withoutData } from "./log";

/**
 * Does some work while its rows stay claimed, however long it takes: the lease is renewed while this process lives,
 * so that only what belongs to a dead one is ever taken by another. Without it a slow mail server would be asked
 * twice, and a batch of large mails would lose its lease each time and never be stored.
 */
export async function holdingLease<T>(
  lease: {
    table: "inbound" | "deliveries";
    state: "reading" | "sending";
    me: string;
    ids: readonly string[];
  },
  seconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const ids = `{${lease.ids.join(",")}}`;
  const timer = setInterval(
    () => {
      db.execute(sql`
        update ${sql.identifier(lease.table)} set lease_until = now() + make_interval(secs => ${seconds})
        where id = any(${ids}::uuid[]) and state = ${lease.state} and claimed_by = ${lease.me}`).catch(
        (error) =>
          log.warn({ error: withoutData(error) }, "a lease could not be renewed and will be tried again"),
      );
    },
    (seconds * 1000) / 4,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
