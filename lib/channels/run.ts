import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { log, withoutData } from "@/lib/log";
import { accept } from "./accept";
import { type HealthReport, Permanent, Temporary } from "./channel";
import { healthKeeper, type KnownHealth, resumesAt } from "./keep-health";
import { Leader } from "./leader";
import { contextOf, type LoadedChannel, loadChannel, loadChannels } from "./load";

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
  const known: { listening: KnownHealth; polling: KnownHealth } = { listening: null, polling: null };
  // A poll that works says nothing about a stream that is lost.
  const tell = (part: keyof typeof known) => (health: KnownHealth) => {
    known[part] = health;
    keep(known.listening ?? known.polling);
  };
  const ctx = contextOf(row, ending.signal, (report) =>
    tell("listening")(report && { report, nextTryAt: resumesAt(report) }),
  );
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
  health: (known: KnownHealth) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 0; !signal.aborted; tries++) {
    try {
      const stop = await row.channel.listen!(ctx, store);
      await aborted(signal);
      await stop();
      return;
    } catch (error) {
      if (signal.aborted) return;
      health(trouble(row, error));
      await rest(Math.max(backOff(tries), pauseOf(error)), signal);
    }
  }
}

async function keepPolling(
  row: LoadedChannel,
  ctx: ReturnType<typeof contextOf>,
  store: Store,
  health: (known: KnownHealth) => void,
  signal: AbortSignal,
): Promise<void> {
  const everyMs = (row.channel.pollSeconds ?? 60) * 1000;
  for (let tries = 0; !signal.aborted; ) {
    let wait = everyMs;
    try {
      // Tokens may have been renewed meanwhile by another process, which sent a reply.
      ctx.config = (await loadChannel(row.id))?.whole ?? ctx.config;
      const found = await row.channel.poll!(ctx, await ctx.cursor());
      await store(found.items, found.cursor);
      health(null);
      tries = 0;
    } catch (error) {
      if (signal.aborted) return;
      health(trouble(row, error));
      wait = Math.max(backOff(tries++), pauseOf(error));
    }
    await rest(wait, signal);
  }
}

function trouble(row: LoadedChannel, error: unknown): NonNullable<KnownHealth> {
  if (error instanceof Temporary || error instanceof Permanent) {
    const report: HealthReport = { code: error.code, params: error.params };
    const named = error instanceof Temporary ? error.retryAt : null;
    return { report, nextTryAt: named ?? resumesAt(report) };
  }
  log.warn(
    { channel: row.id, kind: row.kind, error: withoutData(error) },
    "a channel stopped in an unexpected way",
  );
  return { report: { code: "unexpected", params: {} }, nextTryAt: null };
}

/** A longer pause than this is asked about again meanwhile; beyond 24 days a timer would not wait at all. */
const longestPauseMs = 6 * 3_600_000;

/** How long the other side wants to be left alone, in milliseconds. */
function pauseOf(error: unknown): number {
  const until = error instanceof Temporary ? (error.retryAt?.getTime() ?? 0) - Date.now() : 0;
  return Math.min(longestPauseMs, Math.max(0, until));
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
