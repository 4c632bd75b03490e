"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { noteAnswer } from "@/app/_live/fits";
import { held, type Where } from "@/app/_live/keys";
import { firstPage } from "@/app/_live/lists";
import { loadList } from "@/app/_live/load";
import { useDesk } from "@/app/(desk)/desk";
import { getList } from "@/app/(desk)/first-calls";
import { useReader } from "@/app/(desk)/queue/use-reader";
import type { ListedRow, QueuePage } from "@/lib/conversations/types";

const restMs = 20_000;

/**
 * A list of the queue on another page than the queue: the same rows, held at the same place, so that pushes and what I
 * do move it. The longest past its target first.
 */
export function useLate(first: QueuePage, q: string): { rows: ListedRow[]; hasMore: boolean } {
  const { me } = useDesk();
  const client = useQueryClient();
  useReader();
  const where: Where = { view: "queue", sort: "left", q };
  const { data } = useQuery({
    queryKey: held.list(where),
    queryFn: () => loadList(client, where, me, (cursor) => getList("queue", "left", q, cursor)),
    initialData: () => {
      noteAnswer(q, first.items);
      return firstPage(first);
    },
    refetchInterval: restMs,
  });
  const rows = data.rows.toSorted((a, b) => ((a.dueAt ?? "") < (b.dueAt ?? "") ? -1 : 1));
  return { rows, hasMore: data.next !== null };
}
