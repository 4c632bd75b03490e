"use client";

import { useEffect, useRef } from "react";

export type Intent = "reply" | "swap" | "note" | "macro" | "forward";

let write: ((intent: Intent) => void) | null = null;
let waiting: { intent: Intent; at: number } | null = null;

const PATIENCE_MS = 4_000;

/** "I want to write": now when a composer is there, else as soon as the conversation that is opening has one. */
export function wantToWrite(intent: Intent): void {
  if (write) write(intent);
  else waiting = { intent, at: Date.now() };
}

/** Somebody has begun to write into a composer that is not there yet: their letters are words, not keys. */
export function isAboutToWrite(): boolean {
  return waiting !== null && Date.now() - waiting.at < PATIENCE_MS;
}

/** The composer takes what was wanted before it came, and what will be. */
export function useWritingIntent(onIntent: (intent: Intent) => void): void {
  const current = useRef(onIntent);
  current.current = onIntent;
  useEffect(() => {
    const take = (intent: Intent) => current.current(intent);
    write = take;
    if (isAboutToWrite() && waiting) take(waiting.intent);
    waiting = null;
    return () => {
      if (write === take) write = null;
    };
  }, []);
}
