import type { QueryClient } from "@tanstack/react-query";
import type { ConversationView, QueuePage, QueueRow, TimelineItem } from "@/lib/conversations/types";
import { latestVersion } from "./cache";
import { noteAnswer } from "./fits";
import { hopedRows, withHopes } from "./hopes";
import { held, type Where } from "./keys";
import { firstPage, type LoadedList, type Me, patchRows, withoutRows, withPage } from "./lists";
import { pushedSince } from "./recent";

/** Rows that are read again at most, when a list that reaches far down is asked for anew. */
const RELOAD_AT_MOST = 2_000;

/** A list from its top, as far down as it was held before, so that nobody loses their place in it. */
export async function loadList(
  client: QueryClient,
  where: Where,
  me: Me,
  getPage: (cursor: string | null) => Promise<QueuePage>,
): Promise<LoadedList> {
  const before = client.getQueryData<LoadedList>(held.list(where));
  const wanted = Math.min(before?.rows.length ?? 0, RELOAD_AT_MOST);
  const page = await getPage(null);
  noteAnswer(where.q, page.items);
  let list = caughtUp(firstPage(page), where, me);
  while (list.next !== null && list.rows.length < wanted)
    list = nextOf(list, await getPage(list.next), where, me);
  return list;
}

/** A list with its next page, which may have been read before what was pushed last. */
export function nextOf(list: LoadedList, page: QueuePage, where: Where, me: Me): LoadedList {
  noteAnswer(where.q, page.items);
  const seq = page.seq < list.seq ? page.seq : list.seq;
  return { ...caughtUp({ ...withPage(list, page), seq: page.seq }, where, me), seq };
}

/** What was pushed after a page was read, and what is hoped for, put over it. */
export function caughtUp(list: LoadedList, where: Where, me: Me): LoadedList {
  const { rows, gone } = pushedSince(list.seq);
  const changes = [...rows.map(withHopes), ...hopedRows()].map((row: QueueRow) => ({ row, isNews: false }));
  return withoutRows(changes.length > 0 ? patchRows(list, changes, { ...where, me }) : list, gone);
}

const TRIES = 3;
const PAGES_AT_MOST = 20;

/**
 * A conversation with as much of its past as was unfolded here before. Asked again when it was read before a change
 * that has been heard of meanwhile.
 */
export async function loadConversation(
  client: QueryClient,
  id: string,
  get: () => Promise<ConversationView>,
  getOlder: (cursor: string) => Promise<{ items: TimelineItem[]; older: string | null }>,
): Promise<ConversationView> {
  let view = await get();
  for (let n = 1; n < TRIES && view.row.version < latestVersion(id); n++) view = await get();
  const before = client.getQueryData<ConversationView>(held.conversation(id));
  const oldest = before?.timeline[0];
  for (let n = 0; oldest && n < PAGES_AT_MOST; n++) {
    const start = view.timeline[0];
    if (view.older === null || !start || start.at <= oldest.at) break;
    const page = await getOlder(view.older);
    view = { ...view, timeline: [...page.items, ...view.timeline], older: page.older };
  }
  return { ...view, row: withHopes(view.row) };
}
