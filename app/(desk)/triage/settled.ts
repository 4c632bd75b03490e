"use client";

import type { QueueRow } from "@/lib/conversations/types";

let last: { row: QueueRow; until: number } | null = null;

/** It has just been settled: for a while the key of the contact reason means this one, and not what opened after it. */
export function justSettled(row: QueueRow, seconds: number): void {
  last = { row, until: Date.now() + seconds * 1000 };
}

export function lastSettled(): QueueRow | null {
  return last && last.until > Date.now() ? last.row : null;
}
