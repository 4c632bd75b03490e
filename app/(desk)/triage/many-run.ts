"use client";

import { useSyncExternalStore } from "react";
import type { BulkAct } from "@/lib/bulk/act";
import type { BulkPush } from "@/lib/live/protocol";

/** The act on many that goes on at this moment, or has just ended. Light: it comes with the first page. */
export type ManyRun = BulkPush & { act: BulkAct };

let run: ManyRun | null = null;
const listeners = new Set<() => void>();

export function useManyRun(): ManyRun | null {
  return useSyncExternalStore(subscribe, manyRun, () => null);
}

export function manyRun(): ManyRun | null {
  return run;
}

export function setManyRun(next: ManyRun | null): void {
  run = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
