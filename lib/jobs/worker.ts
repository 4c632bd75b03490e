import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { db, pool } from "@/db/client";
import { endAccounts } from "@/lib/agents/end-accounts";
import { fillTeams } from "@/lib/assignment/fill-teams";
import { workOnBulk } from "@/lib/bulk/work";
import { readLane, recoverLedger } from "@/lib/channels/intake";
import { stopParsing, warmParsing } from "@/lib/channels/parse-pool";
import { followFacts, nextFacts, prepareFacts } from "@/lib/facts/follow";
import { workOnImports } from "@/lib/imports/work";
import { log, withoutData } from "@/lib/log";
import { deliverNotices } from "@/lib/notifications/deliver-notices";
import { recoverDeliveries, startDue, whenDelivered } from "@/lib/replies/deliver";
import { tendHeld } from "@/lib/replies/release-due";
import { sendWeeklyReports } from "@/lib/reports/weekly/send";
import { nextToRank, rankExpired } from "@/lib/risk/rank";
import { watchSpikes } from "@/lib/spikes/watch";
import { tellTargets } from "@/lib/targets/tell";
import { dispatchEvents, prepareDispatcher } from "./dispatch";
import { handlers } from "./handlers";
import { keepHeartbeat } from "./heartbeat";
import { loop } from "./loop";
import { type JobName, jobs, lanes } from "./names";
import { releaseDeadClaims, workerName } from "./release-dead";
import { runTimers } from "./timers";

/**
 * Everything that happens later: reading the ledger, sending, waking, dispatching events, and the jobs in their
 * three lanes. Any number of workers share one database.
 */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const me = workerName();
  const ending = new AbortController();
  const heartbeat = await keepHeartbeat(me);
  warmParsing();
  await prepareDispatcher();
  const { isUnfinished } = await prepareFacts();
  if (isUnfinished) void plan("facts.rebuild");
  await releaseDeadClaims(me);

  const loops = [
    loop({
      name: "ledger",
      bell: "inbound",
      work: async () => (await readLane(me, "live")) > 0,
      next: () => recoverLedger(me, "live"),
    }),
    loop({
      name: "backlog",
      bell: "inbound",
      work: async () => (await readLane(me, "bulk")) > 0,
      next: () => recoverLedger(me, "bulk"),
    }),
    loop({
      name: "deliveries",
      bell: "deliveries",
      work: async () => (await startDue(me, ending.signal)) > 0,
      next: () => recoverDeliveries(ending.signal),
    }),
    loop({ name: "held", bell: "timers", work: async () => false, next: tendHeld }),
    loop({ name: "bulk", bell: "bulk", work: workOnBulk, next: async () => null }),
    loop({ name: "imports", bell: "imports", work: workOnImports, next: async () => null }),
    loop({ name: "timers", bell: "timers", work: async () => false, next: runTimers }),
    loop({ name: "assignment", bell: "events", work: fillTeams, next: async () => null }),
    loop({ name: "targets", bell: "timers", work: async () => false, next: tellTargets }),
    loop({ name: "facts", bell: "events", work: followFacts, next: nextFacts }),
    loop({ name: "weekly", bell: "timers", work: async () => false, next: sendWeeklyReports }),
    loop({ name: "spikes", bell: "timers", work: async () => false, next: watchSpikes }),
    loop({ name: "accounts", bell: "timers", work: async () => false, next: endAccounts }),
    loop({ name: "ranks", bell: "ranks", work: () => rankExpired(), next: nextToRank }),
    loop({ name: "notices", bell: "notices", work: async () => false, next: deliverNotices }),
    loop({
      name: "dispatcher",
      bell: "events",
      work: async () => ((await dispatchEvents()) ?? 0) > 0,
      next: async () => null,
    }),
  ];
  const runners = await Promise.all([runLane("live", 4), runLane("bulk", 2), runLane("maintenance", 1)]);
  const sweep = setInterval(() => void plan("keys.sweep"), 3_600_000);
  const learn = setInterval(() => void plan("search.learn"), 60_000);
  const learnRisk = setInterval(() => void plan("risk.learn"), 3_600_000);
  void plan("search.learn");
  void plan("risk.learn");
  return {
    async stop() {
      clearInterval(sweep);
      clearInterval(learn);
      clearInterval(learnRisk);
      await Promise.all(loops.map((each) => each.stop()));
      // A reply that is on its way may finish; one that hangs is found by the next start.
      await Promise.race([whenDelivered(), pause(5_000)]);
      ending.abort();
      await Promise.all(runners.map((runner) => runner.stop().catch(() => {})));
      await stopParsing();
      await heartbeat.stop();
    },
  };
}

function runLane(lane: "live" | "bulk" | "maintenance", concurrency: number): Promise<Runner> {
  const tasks: TaskList = {};
  for (const name of jobNames()) {
    if (lanes[name] === lane) tasks[`${lane}:${name}`] = (payload) => handle(name, payload);
  }
  return run({
    pgPool: pool,
    taskList: tasks,
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new Logger((scope) => (level, message) => {
      if (level === "error" || level === "warning") log.warn({ lane, job: scope.taskIdentifier }, message);
    }),
  });
}

function jobNames(): JobName[] {
  return Object.keys(jobs).filter((name): name is JobName => name in jobs);
}

async function handle<Name extends JobName>(name: Name, payload: unknown): Promise<void> {
  const parsed = jobs[name].parse(payload);
  try {
    await (handlers[name] as (payload: unknown) => Promise<void>)(parsed);
  } catch (error) {
    log.warn({ job: name, error: withoutData(error) }, "a job failed and will be tried again");
    throw error;
  }
}

/** Adds a job of upkeep; one that still waits is not added twice. */
async function plan(name: "keys.sweep" | "search.learn" | "risk.learn" | "facts.rebuild"): Promise<void> {
  await db
    .execute(sql`select graphile_worker.add_job(${`${lanes[name]}:${name}`}, '{}'::json, job_key := ${name})`)
    .catch((error) => log.warn({ job: name, error: withoutData(error) }, "could not plan a job of upkeep"));
}
