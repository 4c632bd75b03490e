"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo, useRef } from "react";
import type { VirtualizerHandle } from "virtua";
import { held, type Where } from "@/app/_live/keys";
import { type LoadedList, withoutNews } from "@/app/_live/lists";
import { useDesk } from "@/app/(desk)/desk";
import type { ListedRow, QueueRow } from "@/lib/conversations/types";
import type { Entry } from "./bands";
import { loadMore } from "./use-list";

const PAGES_AT_MOST = 5;

/**
 * What arrived and was not seen yet, for the pill: rows that wait because they would move others, rows that came in
 * out of sight, and rows that belong below the loaded pages. What comes into sight is news no longer.
 */
export function useNews({
  where,
  list,
  truth,
  arrived,
  entries,
  virtual,
}: {
  where: Where;
  list: LoadedList | undefined;
  truth: readonly ListedRow[];
  arrived: readonly ListedRow[];
  entries: ReadonlyArray<Entry<ListedRow>>;
  virtual: RefObject<VirtualizerHandle | null>;
}) {
  const client = useQueryClient();
  const desk = useDesk();
  const waiting = useMemo(() => {
    if (!list || (list.news.size === 0 && list.below.length === 0)) return arrived;
    const known = new Set(arrived.map((row) => row.id));
    const inside =
      list.news.size === 0 ? [] : truth.filter((row) => list.news.has(row.id) && !known.has(row.id));
    return [...arrived, ...inside, ...list.below];
  }, [list, arrived, truth]);

  const looking = useRef(look);
  looking.current = look;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was drawn anew may be in sight.
  useEffect(() => looking.current(), [entries, list?.news]);

  /** Strikes from the news what is in sight now. */
  function look(): void {
    const handle = virtual.current;
    if (!handle || !list || list.news.size === 0 || document.hidden) return;
    const from = handle.findItemIndex(handle.scrollOffset);
    const to = handle.findItemIndex(handle.scrollOffset + handle.viewportSize - 1);
    const seen = new Set<string>();
    for (const entry of entries.slice(from, to + 1)) {
      if (entry.type === "row" && list.news.has(entry.row.id)) seen.add(entry.row.id);
    }
    if (seen.size > 0)
      write((now) => ({ ...now, news: new Set([...now.news].filter((id) => !seen.has(id))) }));
  }

  function write(change: (list: LoadedList) => LoadedList): void {
    client.setQueryData<LoadedList>(held.list(where), (now) => now && change(now));
  }

  return {
    count: waiting.length,
    urgent: () => waiting.filter(({ lane, band }) => lane === 0 || (lane === 2 && band === "now")).length,
    look,
    clear: () => write(withoutNews),
    /** The first of them in the order of the list; pages are read on to where it stands, as far as that is near. */
    async first(): Promise<QueueRow | null> {
      const ids = new Set(waiting.map((row) => row.id));
      for (let page = 0; ; page++) {
        const now = client.getQueryData<LoadedList>(held.list(where));
        const found = now?.rows.find((row) => ids.has(row.id));
        if (found || !now || now.next === null || page === PAGES_AT_MOST)
          return found ?? now?.rows.at(-1) ?? null;
        await loadMore(client, where, desk.me).catch(() => {});
      }
    },
  };
}
