import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { relayLag } from "@/lib/live/start";
import { log } from "@/lib/log";

export type Health = {
  /** True when everything an agent needs works; a channel that is failing does not make it false. */
  ready: boolean;
  database: { ready: boolean; milliseconds: number | null };
  /** Of all workers on this database: seconds since one was last seen. */
  worker: { ready: boolean; secondsSinceSeen: number | null };
  /**
   * How far this process is behind the events, and the oldest transaction that has written: events after it wait for
   * its end, in whichever database of the server it is.
   */
  relay: {
    ready: boolean;
    lagSeconds: number;
    oldestTransaction: { pid: number; seconds: number } | null;
  };
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
    const lagSeconds = (relayLag()?.ms ?? 0) / 1000;
    const relay = {
      ready: lagSeconds < relayLateSeconds && facts.open_seconds < relayLateSeconds,
      lagSeconds,
      oldestTransaction:
        facts.open_pid === null ? null : { pid: facts.open_pid, seconds: facts.open_seconds },
    };
    const database = { ready: true, milliseconds: Math.round(performance.now() - begun) };
    return { ready: worker.ready && relay.ready, database, worker, relay, channels };
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return {
      ready: false,
      database: { ready: false, milliseconds: null },
      worker: { ready: false, secondsSinceSeen: null },
      relay: { ready: false, lagSeconds: 0, oldestTransaction: null },
      channels: [],
    };
  }
}

async function readFacts() {
  const { rows } = await db.execute<{
    worker_seconds: number | null;
    open_seconds: number;
    open_pid: number | null;
  }>(sql`
    select
      (select extract(epoch from now() - max(seen_at))::float8 from worker_heartbeats) as worker_seconds,
      coalesce(extract(epoch from now() - oldest.xact_start), 0)::float8 as open_seconds,
      oldest.pid as open_pid
    from (select 1) one left join lateral (
      select xact_start, pid from pg_stat_activity
      where backend_xid is not null and pid <> pg_backend_pid() order by xact_start limit 1
    ) oldest on true`);
  return rows[0] ?? { worker_seconds: null, open_seconds: 0, open_pid: null };
}

async function readChannels(): Promise<Health["channels"]> {
  const { rows } = await db.execute<Health["channels"][number]>(sql`
    select id, kind, failure_code as code,
      case when paused_at is not null then 'paused' when failing_since is not null then 'failing' else 'working' end as state
    from channels order by kind, id limit 200`);
  return rows;
}
