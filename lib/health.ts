import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/log";

export type Health = {
  /** True when everything an agent needs works; a channel that is failing does not make it false. */
  ready: boolean;
  database: { ready: boolean; milliseconds: number | null };
  /** Of all workers on this database: seconds since one was last seen. */
  worker: { ready: boolean; secondsSinceSeen: number | null };
  /** Events that readers cannot pass yet, because a transaction that began earlier is still open somewhere. */
  relay: { ready: boolean; lagSeconds: number; oldestTransactionPid: number | null };
  channels: {
    id: string;
    kind: string;
    name: string;
    state: "working" | "failing" | "paused";
    code: string | null;
  }[];
};

const workerSilentSeconds = 60;
const relayLateSeconds = 30;

/** What works and what does not, in at most a few seconds even when the database does not answer. */
export async function readHealth(): Promise<Health> {
  const begun = performance.now();
  try {
    const [facts, channels] = await Promise.all([readFacts(), readChannels()]);
    const worker = {
      ready: facts.worker_seconds !== null && facts.worker_seconds < workerSilentSeconds,
      secondsSinceSeen: facts.worker_seconds,
    };
    const relay = {
      ready: facts.lag_seconds < relayLateSeconds,
      lagSeconds: facts.lag_seconds,
      oldestTransactionPid: facts.lag_seconds < 1 ? null : facts.oldest_pid,
    };
    const database = { ready: true, milliseconds: Math.round(performance.now() - begun) };
    return { ready: worker.ready && relay.ready, database, worker, relay, channels };
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return {
      ready: false,
      database: { ready: false, milliseconds: null },
      worker: { ready: false, secondsSinceSeen: null },
      relay: { ready: false, lagSeconds: 0, oldestTransactionPid: null },
      channels: [],
    };
  }
}

async function readFacts() {
  // The transaction that holds back everybody's snapshot may be in any database of the server.
  const { rows } = await db.execute<{
    worker_seconds: number | null;
    lag_seconds: number;
    oldest_pid: number | null;
  }>(sql`
    select
      (select extract(epoch from now() - max(seen_at))::float8 from worker_heartbeats) as worker_seconds,
      coalesce(extract(epoch from now() - oldest.xact_start), 0)::float8 as lag_seconds,
      oldest.pid as oldest_pid
    from (select 1) one left join lateral (
      select xact_start, pid from pg_stat_activity
      where backend_xid is not null and pid <> pg_backend_pid() order by xact_start limit 1
    ) oldest on true`);
  return rows[0] ?? { worker_seconds: null, lag_seconds: 0, oldest_pid: null };
}

async function readChannels(): Promise<Health["channels"]> {
  const { rows } = await db.execute<Health["channels"][number]>(sql`
    select id, kind, name, failure_code as code,
      case when paused_at is not null then 'paused' when failing_since is not null then 'failing' else 'working' end as state
    from channels order by kind, name limit 200`);
  return rows;
}
