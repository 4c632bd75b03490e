"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { held } from "@/app/_live/keys";
import { loadConversation } from "@/app/_live/load";
import { afterPaint } from "@/app/_ui/after-paint";
import { getConversation, getOlder } from "@/app/(desk)/first-calls";
import { neighbour } from "@/app/(desk)/triage/order";
import type { ListedRow } from "@/lib/conversations/types";

const HELD_AT_MOST = 200;

/** The two after the open conversation and the one before it are fetched beforehand, so that they open without a wait. */
export function usePrefetch(rows: readonly ListedRow[], open: number | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const at = rows.find((row) => row.number === open) ?? null;
    const next = at ? neighbour(at.id, 1) : (rows[0] ?? null);
    const around = [next, next && neighbour(next.id, 1), at && neighbour(at.id, -1)];
    return afterPaint(() => {
      for (const row of around) if (row) void prefetch(client, row.id);
      dropOldest(client);
    });
  }, [client, rows, open]);
}

async function prefetch(client: QueryClient, id: string): Promise<void> {
  await client.prefetchQuery({
    queryKey: held.conversation(id),
    queryFn: () =>
      loadConversation(
        client,
        id,
        () => getConversation(id),
        (cursor) => getOlder(id, cursor),
      ),
  });
}

/** Whoever walks through a thousand conversations keeps the last two hundred in memory. */
function dropOldest(client: QueryClient): void {
  const cache = client.getQueryCache();
  const idle = cache
    .findAll({ queryKey: held.conversations, type: "inactive" })
    .sort((a, b) => a.state.dataUpdatedAt - b.state.dataUpdatedAt);
  for (const query of idle.slice(0, Math.max(0, idle.length - HELD_AT_MOST))) cache.remove(query);
}
