"use client";

import { useEffect, useRef } from "react";
import { isAboutToWrite } from "./composer/writing-intent";

/**
 * Single keys, matched by the character that is typed, so that they are the same on every keyboard layout; only
 * outside text fields, and never together with Ctrl, Cmd or Alt. A two-letter name such as "g q" is one letter after
 * another.
 */
export function useKeys(keys: Record<string, () => void>, on: boolean): void {
  const current = useRef(keys);
  current.current = keys;

  useEffect(() => {
    if (!on) return;
    let first: { key: string; at: number } | null = null;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (isBusy(event.target) || (isAboutToWrite() && event.key !== "Escape")) return;
      const name = event.key === "Enter" && event.shiftKey ? "shift+enter" : event.key;
      const pair = first && Date.now() - first.at < CHORD_MS ? `${first.key} ${name}` : null;
      first = null;
      const run = (pair && current.current[pair]) || current.current[name];
      if (run) {
        event.preventDefault();
        run();
      } else if (Object.keys(current.current).some((key) => key.startsWith(`${name} `))) {
        first = { key: name, at: Date.now() };
      }
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [on]);
}

const CHORD_MS = 1_500;

/** Somebody is typing, or something open has the keys for itself. */
function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("input, textarea, select, [contenteditable=true], dialog, [role=dialog]")) return true;
  return document.querySelector("dialog[open]") !== null;
}
