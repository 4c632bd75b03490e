"use client";

import type { QueryClient } from "@tanstack/react-query";
import type { ConversationView, Counts, QueueRow } from "@/lib/conversations/types";
import type { ChangePush, Membership } from "@/lib/live/protocol";
import { held, type Where } from "./keys";
import { type LoadedList, type Me, moveCounts, patchList, withoutRow } from "./lists";

/** Writes a push into everything that the browser holds. */
export function applyPush(client: QueryClient, push: ChangePush, me: Me): void {
  for (const { row, before, touched } of push.rows) {
    moveHeldCounts(client, before, row, me, row.id);
    placeRow(client, row, me);
    if (touched) void client.invalidateQueries({ queryKey: held.conversation(row.id) });
  }
  for (const { id, before } of push.gone) {
    moveHeldCounts(client, before, null, me, id);
    for (const [key, list] of client.getQueriesData<LoadedList>({ queryKey: held.lists })) {
      if (list) client.setQueryData<LoadedList>(key, withoutRow(list, id));
    }
    void client.invalidateQueries({ queryKey: held.conversation(id) });
  }
}

const latest = new Map<string, QueueRow["status"]>();

/** What became of a conversation that has left the list it was shown in. */
export function latestStatus(id: string): QueueRow["status"] | null {
  return latest.get(id) ?? null;
}

/** Puts one row, true or hoped for, into every list that should show it, and into its open conversation. */
export function placeRow(client: QueryClient, row: QueueRow, me: Me): void {
  latest.set(row.id, row.status);
  for (const [key, list] of client.getQueriesData<LoadedList>({ queryKey: held.lists })) {
    const where = whereOf(key);
    if (list && where) client.setQueryData<LoadedList>(key, patchList(list, row, { ...where, me }));
  }
  client.setQueryData<ConversationView>(held.conversation(row.id), (view) =>
    view && view.row.version <= row.version ? { ...view, row: { ...row, readAt: view.row.readAt } } : view,
  );
}

/** Keeps my own words with the conversation they are for, so that they are there when it opens again. */
export function holdDraft(client: QueryClient, id: string, draft: ConversationView["draft"]): void {
  client.setQueryData<ConversationView>(held.conversation(id), (view) => view && { ...view, draft });
}

/** Remembers that I have read a conversation up to a moment. */
export function markRead(client: QueryClient, id: string, readAt: string | null): void {
  for (const [key, list] of client.getQueriesData<LoadedList>({ queryKey: held.lists })) {
    if (!list) continue;
    client.setQueryData<LoadedList>(key, {
      ...list,
      rows: list.rows.map((row) => (row.id === id ? { ...row, readAt } : row)),
    });
  }
}

/**
 * My own click moved the counts before the server said so; the push that confirms it carries the same step, which
 * must not be taken twice. Keeps the step that was taken until its push has come.
 */
const foreseen = new Map<string, Membership>();

export function foresee(client: QueryClient, before: QueueRow, after: QueueRow, me: Me): void {
  moveHeldCounts(client, before, after, me, "");
  foreseen.set(before.id, { status: after.status, assigneeId: after.assigneeId, teamId: after.teamId });
}

/** The hope did not come true. */
export function unforesee(client: QueryClient, before: QueueRow, after: QueueRow, me: Me): void {
  foreseen.delete(before.id);
  moveHeldCounts(client, after, before, me, "");
}

function moveHeldCounts(
  client: QueryClient,
  before: Membership | null,
  after: QueueRow | null,
  me: Me,
  id: string,
): void {
  const from = foreseen.get(id) ?? before;
  foreseen.delete(id);
  client.setQueryData<Counts>(held.counts, (counts) => counts && moveCounts(counts, from, after, me));
}

function whereOf(key: readonly unknown[]): Where | null {
  const where = key[1];
  return isWhere(where) ? where : null;
}

function isWhere(value: unknown): value is Where {
  return typeof value === "object" && value !== null && "view" in value && "sort" in value;
}

/** The conversation that people call #number, if anything held here knows it. */
export function idOf(client: QueryClient, number: number): string | null {
  for (const [, list] of client.getQueriesData<LoadedList>({ queryKey: held.lists })) {
    const row = list?.rows.find((one) => one.number === number);
    if (row) return row.id;
  }
  for (const [, view] of client.getQueriesData<ConversationView>({ queryKey: held.conversations })) {
    if (view?.row.number === number) return view.row.id;
    const other = view?.customer.conversations.find((one) => one.number === number);
    if (other) return other.id;
  }
  return null;
}
