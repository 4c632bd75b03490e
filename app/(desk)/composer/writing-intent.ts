"use client";

import { useEffect, useRef } from "react";

export type Intent = "reply" | "swap" | "note" | "macro" | "forward";

let write: { id: string; take(intent: Intent): void } | null = null;
let openId: string | null = null;
let waiting: { intent: Intent; at: number } | null = null;

const PATIENCE_MS = 4_000;

/** "I want to write": now when a composer is there, else as soon as the conversation that is opening has one. */
export function wantToWrite(intent: Intent): void {
  if (write?.id === openId) write?.take(intent);
  else waiting = { intent, at: Date.now() };
}

/** Somebody has begun to write into a composer that is not there yet: their letters are words, not keys. */
export function isAboutToWrite(): boolean {
  return waiting !== null && Date.now() - waiting.at < PATIENCE_MS;
}

/** Says which conversation is on screen: its composer may come a moment later, in place of that of the one before. */
export function setOpenConversation(id: string | null): void {
  openId = id;
}

/** The composer takes what was wanted before it came, and what will be. */
export function useWritingIntent(id: string, onIntent: (intent: Intent) => void): void {
  const current = useRef(onIntent);
  current.current = onIntent;
  useEffect(() => {
    const mine = { id, take: (intent: Intent) => current.current(intent) };
    write = mine;
    if (isAboutToWrite() && waiting) mine.take(waiting.intent);
    waiting = null;
    return () => {
      if (write === mine) write = null;
    };
  }, [id]);
}
