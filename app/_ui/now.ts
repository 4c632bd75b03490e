"use client";

import { createContext, useContext, useSyncExternalStore } from "react";

/** When the server drew the page, in Unix milliseconds: the first paint of both sides must say the same time. */
export const DrawnAt = createContext(0);

const TICK_MS = 15_000;
let current = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The present, in Unix milliseconds, moving every 15 s. One timer for the page, however many times are shown. */
export function useNow(): number {
  const drawnAt = useContext(DrawnAt);
  return useSyncExternalStore(subscribe, snapshot, () => drawnAt);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function snapshot(): number {
  if (current === 0 || Date.now() - current >= TICK_MS) current = Date.now();
  return current;
}

function tick() {
  current = Date.now();
  for (const listener of listeners) listener();
}
