"use client";

import { useState } from "react";
import { isBack, returningRows, sentAwayRows } from "@/app/(desk)/triage/order";
import type { ListedRow } from "@/lib/conversations/types";
import { settle } from "./settle";

/** Rows that must stand still, by id, asked whenever the list changes. */
export type Held = () => ReadonlyArray<string | null>;

export type SettledRows = {
  rows: readonly ListedRow[];
  /** Still shown, though no longer in this view. */
  left: ReadonlySet<string>;
  /** In this view, though not yet shown. */
  arrived: readonly ListedRow[];
  /** Shown, and in this view. */
  live: readonly ListedRow[];
};

const none: ReadonlySet<string> = new Set();

/**
 * The rows as they may be drawn now. `moment` asks again although nothing has changed, since somebody has gone; the
 * function at the end lets everything in that waits.
 */
export function useSettled(
  key: string,
  truth: readonly ListedRow[],
  held: Held,
  moment: number,
): SettledRows & { release(): void } {
  const [seen] = useState(() => ({
    key: "",
    truth: null as readonly ListedRow[] | null,
    moment,
    shown: [] as readonly string[],
    rows: new Map<string, ListedRow>(),
    settled: { rows: [], left: none, arrived: [], live: [] } as SettledRows,
  }));
  if (seen.key !== key) Object.assign(seen, { key, truth: null, shown: [], rows: new Map() });
  const isCalm = seen.settled.left.size === 0 && seen.settled.arrived.length === 0;
  if (seen.truth !== truth || (seen.moment !== moment && !isCalm)) {
    Object.assign(seen, { truth, moment, ...settledNow() });
  }
  return {
    ...seen.settled,
    release() {
      seen.shown = truth.map((row) => row.id);
      seen.truth = null;
    },
  };

  function settledNow() {
    const ids = truth.map((row) => row.id);
    const rows = new Map(truth.map((row) => [row.id, row]));
    const returning = returningRows();
    const before = returning.size > 0 && ids.some((id) => returning.has(id)) ? ids : seen.shown;
    if (returning.size > 0) for (const id of ids) isBack(id);
    const { shown, arrived } = settle(before, ids, held(), sentAwayRows());
    // What has left the truth is drawn as it was last seen.
    const drawn = shown.flatMap((id) => rows.get(id) ?? seen.rows.get(id) ?? []);
    const left = shown.filter((id) => !rows.has(id));
    for (const row of drawn) rows.set(row.id, row);
    const settled: SettledRows = {
      rows: drawn,
      left: left.length > 0 ? new Set(left) : none,
      arrived: arrived.flatMap((id) => rows.get(id) ?? []),
      live: left.length > 0 ? drawn.filter((row) => !left.includes(row.id)) : drawn,
    };
    return { shown, rows, settled };
  }
}
