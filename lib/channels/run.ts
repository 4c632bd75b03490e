import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log, withoutData } from "@/lib/log";
import { accept } from "./accept";
import { type HealthReport, Permanent, Temporary } from "./channel";
import { Leader } from "./leader";
import { contextOf, type LoadedChannel, loadChannels } from "./load";

/** A new, changed or removed channel is noticed within this time. */
const lookMs = 2_000;

type Running = { version: number; stop(): Promise<void> };

/**
 * Keeps every channel listening and polled: starts new ones, restarts changed ones, stops those that are paused or
 * gone. One channel's trouble is its own. One process does this at a time, by an advisory lock that its connection
 * holds, so that no mailbox is read twice.
 */
export async function startChannels(): Promise<{ stop(): Promise<void> }> {
  const running = new Map<string, Running>();
  const leader = new Leader();
  let stopped = false;

  async function look(): Promise<void> {
    const rows = (await leader.leads()) ? await loadChannels(sql`h.paused_at is null`) : [];
    const wanted = new Map(rows.map((row) => [row.id, row]));
    for (const [id, now] of running) {
      if (wanted.get(id)?.version === now.version) continue;
      running.delete(id);
      await now.stop();
    }
    for (const row of wanted.values()) {
      if (!running.has(row.id) && (row.channel.listen || row.channel.poll)) running.set(row.id, start(row));
    }
  }

  const looking = (async () => {
    while (!stopped) {
      await look().catch((error) =>
        log.warn({ error: withoutData(error) }, "could not look after the channels"),
      );
      for (let waited = 0; waited < lookMs && !stopped; waited += 100) await pause(100);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await looking;
      await Promise.all([...running.values()].map((each) => each.stop()));
      await leader.stop();
    },
  };
}

function start(row: LoadedChannel): Running {
  const ending = new AbortController();
  const keep = healthKeeper(row.id);
  const known: { listening: HealthReport | null; polling: HealthReport | null } = {
    listening: null,
    polling: null,
  };
  // A poll that works says nothing about a stream that is lost.
  const tell = (part: keyof typeof known) => (report: HealthReport | null) => {
    known[part] = report;
    keep(known.listening ?? known.polling);
  };
  const ctx = contextOf(row, ending.signal, tell("listening"));
  const store = (items: Parameters<typeof accept>[1], cursor: string | null) => accept(row.id, items, cursor);
  const parts = [
    row.channel.listen && keepListening(row, ctx, store, tell("listening"), ending.signal),
    row.channel.poll && keepPolling(row, ctx, store, tell("polling"), ending.signal),
  ];
  return {
    version: row.version,
    async stop() {
      ending.abort();
      await Promise.race([Promise.allSettled(parts), pause(5_000)]);
    },
  };
}

type Store = (items: Parameters<typeof accept>[1], cursor: string | null) => ReturnType<typeof accept>;

async function keepListening(
  row: LoadedChannel,
  ctx: ReturnType<typeof contextOf>,
  store: Store,
  health: (report: HealthReport | null) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const stop = await row.channel.listen!(ctx, store);
      await aborted(signal);
      await stop();
      return;
    } catch (error) {
      report(row, error, health);
      await rest(backOff(tries), signal);
    }
  }
}

async function keepPolling(
  row: LoadedChannel,
  ctx: ReturnType<typeof contextOf>,
  store: Store,
  health: (report: HealthReport | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const everyMs = (row.channel.pollSeconds ?? 60) * 1000;
  for (let tries = 0; !signal.aborted; ) {
    let wait = everyMs;
    try {
      const found = await row.channel.poll!(ctx, await ctx.cursor());
      await store(found.items, found.cursor);
      health(null);
      tries = 0;
    } catch (error) {
      if (signal.aborted) return;
      report(row, error, health);
      const until = error instanceof Temporary ? (error.retryAt?.getTime() ?? 0) - Date.now() : 0;
      wait = Math.max(backOff(tries++), until);
    }
    await rest(wait, signal);
  }
}

function report(row: LoadedChannel, error: unknown, health: (report: HealthReport | null) => void): void {
  if (error instanceof Temporary || error instanceof Permanent)
    health({ code: error.code, params: error.params });
  else {
    log.warn(
      { channel: row.id, kind: row.kind, error: withoutData(error) },
      "a channel stopped in an unexpected way",
    );
    health({ code: "unexpected", params: {} });
  }
}

/** Writes what is known about a channel when it changes, and now and then while all is well. */
function healthKeeper(channelId: string): (report: HealthReport | null) => void {
  let last: string | null = null;
  let writtenAt = 0;
  return (report) => {
    const now = JSON.stringify(report);
    if (now === last && Date.now() - writtenAt < 30_000) return;
    last = now;
    writtenAt = Date.now();
    saveHealth(channelId, report).catch((error) => {
      last = null;
      log.warn({ channel: channelId, error: withoutData(error) }, "could not write a channel's health");
    });
  };
}

export async function saveHealth(channelId: string, report: HealthReport | null): Promise<void> {
  await db.execute(
    report === null
      ? sql`update channels set last_success_at = now(), failing_since = null, failure_code = null, failure_params = null
            where id = ${channelId}`
      : sql`update channels set failing_since = coalesce(failing_since, now()), failure_code = ${report.code},
              failure_params = ${JSON.stringify(report.params)}::jsonb where id = ${channelId}`,
  );
}

/** 1, 2, 4 … 60 seconds, give or take a fifth, so that a thousand inboxes do not come back at once. */
function backOff(tries: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)) * (0.8 + Math.random() * 0.4);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
