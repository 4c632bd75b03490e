"use client";

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { filterOf, noteAnswer } from "@/app/_live/fits";
import { held, type Where } from "@/app/_live/keys";
import { firstPage, type LoadedList, type Me } from "@/app/_live/lists";
import { loadList, nextOf } from "@/app/_live/load";
import { useDesk } from "@/app/(desk)/desk";
import { getList } from "@/app/(desk)/first-calls";
import { useWhere } from "@/app/(desk)/place";
import type { QueuePage } from "@/lib/conversations/types";
import { isTimed } from "@/lib/filter/match";

/** What came with the page. */
export type First = { key: string; page: QueuePage };

/** The rows of the view in the address; `first` is what came with the page. */
export function useList(first: First) {
  const { me } = useDesk();
  const client = useQueryClient();
  const { view, sort, q } = useWhere();
  const drawn = first.key === `${view} ${sort} ${q}` ? first.page : null;
  return useQuery({
    queryKey: held.list({ view, sort, q }),
    queryFn: (): Promise<LoadedList> =>
      loadList(client, { view, sort, q }, me, (cursor) => getList(view, sort, q, cursor)),
    initialData: drawn ? () => drawnPage(drawn, q) : undefined,
    refetchInterval: isTimed(filterOf(q)) ? A_MINUTE_MS : false,
    placeholderData: (before) => before,
  });
}

/** What time alone brings into a list, or takes out of it, nobody pushes. */
const A_MINUTE_MS = 60_000;

function drawnPage(page: QueuePage, q: string): LoadedList {
  noteAnswer(q, page.items);
  return firstPage(page);
}

let loading: string | null = null;

/** Reads the next page of a list, once however often it is asked for. */
export async function loadMore(client: QueryClient, where: Where, me: Me): Promise<void> {
  const list = client.getQueryData<LoadedList>(held.list(where));
  if (!list?.next || loading === list.next) return;
  const cursor = list.next;
  loading = cursor;
  try {
    const page = await getList(where.view, where.sort, where.q, cursor);
    client.setQueryData<LoadedList>(held.list(where), (now) =>
      now?.next === cursor ? nextOf(now, page, where, me) : now,
    );
  } finally {
    loading = null;
  }
}
