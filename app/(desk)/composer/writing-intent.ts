"use client";

import { useEffect, useRef } from "react";

export type Intent = "reply" | "swap" | "note" | "macro" | "forward";

let write: { id: string; take(intent: Intent): void } | null = null;
let openId: string | null = null;
let waiting: { intent: Intent; at: number; letters: string } | null = null;

const PATIENCE_MS = 4_000;

/** "I want to write": now when a composer is there, else as soon as the conversation that is opening has one. */
export function wantToWrite(intent: Intent): void {
  if (write?.id === openId) write?.take(intent);
  else waiting = { intent, at: Date.now(), letters: "" };
}

/** Somebody has begun to write into a composer that is not there yet: their letters are words, not keys. */
export function isAboutToWrite(): boolean {
  return waiting !== null && Date.now() - waiting.at < PATIENCE_MS;
}

/** Keeps a letter that was typed while the composer was on its way. */
export function keepLetter(letter: string): void {
  if (waiting) waiting.letters += letter;
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
    const wanted = isAboutToWrite() ? waiting : null;
    waiting = null;
    if (wanted) mine.take(wanted.intent);
    if (wanted?.letters) typeWords(wanted.letters);
    return () => {
      if (write === mine) write = null;
    };
  }, [id]);
}

/** Types into the field that has the focus, as a hand would: undo and the draft hear of it. */
export function typeWords(words: string): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement)
    document.execCommand("insertText", false, words);
}
