import { EventEmitter } from "node:events";

/** What can be worth looking at again, somewhere in this installation. */
export const bells = [
  "events",
  "inbound",
  "deliveries",
  "timers",
  "notices",
  "bulk",
  "views",
  "customers",
  "channels",
  "ranks",
  "imports",
  "reports",
  "rules",
] as const;
export type Bell = (typeof bells)[number];

type Wakes = {
  local: EventEmitter;
  rung: Set<Bell>;
  flush: NodeJS.Timeout | null;
  flushedAt: number;
  tell: ((rung: Bell[]) => void) | null;
};

const gatherMs = 4;

const slot = globalThis as typeof globalThis & { avantWakes?: Wakes };

function wakes(): Wakes {
  slot.avantWakes ??= {
    local: new EventEmitter().setMaxListeners(0),
    rung: new Set(),
    flush: null,
    flushedAt: 0,
    tell: null,
  };
  return slot.avantWakes;
}

/**
 * Says that there may be something new. The first call is told at once, those of the next milliseconds together, on
 * a connection of their own: a NOTIFY inside each transaction would make commits wait for one another. It may ring before the
 * commit is visible or be lost with the process; every listener also looks by itself now and then.
 */
export function wake(bell: Bell): void {
  const w = wakes();
  w.rung.add(bell);
  w.flush ??= setTimeout(flush, Math.max(0, w.flushedAt + gatherMs - Date.now()));
}

/** Calls back when the bell rings in this process or, once `connectBells` ran, in another one. */
export function onWake(bell: Bell, listener: () => void): () => void {
  wakes().local.on(bell, listener);
  return () => wakes().local.off(bell, listener);
}

/** Lets lib/live/bells.ts carry the bells to the other processes of this database. */
export function carryWakes(tell: ((rung: Bell[]) => void) | null): void {
  wakes().tell = tell;
}

/** A bell heard from another process. */
export function ringHere(bell: Bell): void {
  wakes().local.emit(bell);
}

function flush(): void {
  const w = wakes();
  const rung = [...w.rung];
  w.rung.clear();
  w.flush = null;
  w.flushedAt = Date.now();
  for (const bell of rung) w.local.emit(bell);
  w.tell?.(rung);
}
