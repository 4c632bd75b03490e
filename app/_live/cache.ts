"use client";

import type { QueryClient } from "@tanstack/react-query";
import type { ConversationView, Counts, QueueRow } from "@/lib/conversations/types";
import type { ChangePush, Membership } from "@/lib/live/protocol";
import { fits } from "./fits";
import { confirm, drop, forgetHopes, type Hope, hope, lastSaid, said, withHopes } from "./hopes";
import { held, type Where } from "./keys";
import { type ChangedRow, type LoadedList, type Me, moveCounts, patchRows, withoutRows } from "./lists";
import { remember } from "./recent";
import { movedViewCounts, type ViewCounts } from "./view-counts";

/** Writes pushes, in their order, into everything that the browser holds. Many at once cost little more than one. */
export function applyPushes(client: QueryClient, pushes: readonly ChangePush[], me: Me): void {
  const counts = countsOf(client, me);
  for (const push of pushes) {
    remember(push);
    for (const { row, before } of push.rows) {
      said(row);
      counts.move(row.id, before, withHopes(row));
    }
    for (const { id, before } of push.gone) {
      forgetHopes(id);
      counts.move(id, before, null);
    }
  }
  counts.write();
  writeRows(client, pushes, me);
}

/**
 * The same for what changed during a gap. Where the rows stood before it nobody knows, so the counts are asked again
 * and nothing below the loaded pages is called new.
 */
export function applyGap(client: QueryClient, push: ChangePush, me: Me): void {
  remember(push);
  for (const { row } of push.rows) {
    said(row);
    if (lastSaid(row.id) === null) counted.delete(row.id);
  }
  for (const { id } of push.gone) forgetHopes(id);
  writeRows(client, [{ ...push, rows: push.rows.map((one) => ({ ...one, before: one.row })) }], me);
  void client.invalidateQueries({ queryKey: held.counts });
  void client.invalidateQueries({ queryKey: held.viewCounts });
}

function writeRows(client: QueryClient, pushes: readonly ChangePush[], me: Me): void {
  const changed = new Map<string, { row: QueueRow; before: Membership | null }>();
  const gone = new Set<string>();
  const touched = new Set<string>();
  for (const push of pushes) {
    for (const { row, before, touched: isTouched } of push.rows) {
      const first = changed.get(row.id);
      changed.set(row.id, { row: withHopes(row), before: first ? first.before : before });
      gone.delete(row.id);
      if (isTouched) touched.add(row.id);
    }
    for (const { id } of push.gone) {
      changed.delete(id);
      gone.add(id);
      touched.add(id);
    }
  }
  for (const { row } of changed.values()) writeConversation(client, row);
  for (const [where, key] of listsOf(client)) {
    const rows = [...changed.values()].map(
      ({ row, before }): ChangedRow => ({
        row,
        isNews: !(before && fits(where, before, me) === "in") && lastSaid(row.id) === null,
      }),
    );
    patchList(client, key, (list) =>
      withoutRows(patchRows(list, rows, { ...where, me }, readIn(client)), gone),
    );
    askAgain(client, where, key, rows, me);
  }
  for (const id of touched) void client.invalidateQueries({ queryKey: held.conversation(id) });
}

/** My own act, shown before the server has done it. What it answers goes to `keepHope` or `dropHope`. */
export function showHope(client: QueryClient, row: QueueRow, after: Partial<QueueRow>, me: Me): Hope {
  const one = hope(row, after);
  const shown = withHopes(lastSaid(row.id) ?? row);
  show(client, row.id, row, shown, me);
  return one;
}

/** It happened: the row has `version` since. The push that says so may have come already, or is on its way. */
export function keepHope(client: QueryClient, id: string, one: Hope, version: number, me: Me): void {
  const before = lastSaid(id);
  confirm(id, one, version);
  if (before && lastSaid(id) === null) show(client, id, before, before, me);
}

/** It did not happen: the row is shown again as the server knows it. */
export function dropHope(client: QueryClient, id: string, one: Hope, me: Me): void {
  const before = lastSaid(id);
  drop(id, one);
  if (before) show(client, id, before, withHopes(before), me);
}

function show(client: QueryClient, id: string, before: QueueRow, shown: QueueRow, me: Me): void {
  const counts = countsOf(client, me);
  counts.move(id, before, shown);
  counts.write();
  placeRow(client, shown, me);
}

/** Puts one row into every list that should show it, and into its open conversation. */
export function placeRow(client: QueryClient, row: QueueRow, me: Me): void {
  writeConversation(client, row);
  for (const [where, key] of listsOf(client)) {
    patchList(client, key, (list) =>
      patchRows(list, [{ row, isNews: false }], { ...where, me }, readIn(client)),
    );
    askAgain(client, where, key, [{ row, isNews: false }], me);
  }
}

const asking = new Set<string>();
const ASK_AGAIN_MS = 200;

/** Whether a row that has changed is in a search only the server can tell: asked once for all that changed together. */
function askAgain(
  client: QueryClient,
  where: Where,
  key: readonly unknown[],
  rows: readonly ChangedRow[],
  me: Me,
): void {
  const name = JSON.stringify(where);
  if (where.q === "" || asking.has(name)) return;
  if (!rows.some(({ row }) => fits(where, row, me) === "unknown")) return;
  asking.add(name);
  setTimeout(() => {
    asking.delete(name);
    void client.invalidateQueries({ queryKey: key, exact: true });
  }, ASK_AGAIN_MS);
}

function patchList(
  client: QueryClient,
  key: readonly unknown[],
  patch: (list: LoadedList) => LoadedList,
): void {
  const list = client.getQueryData<LoadedList>(key);
  if (!list) return;
  const patched = patch(list);
  if (patched !== list) client.setQueryData<LoadedList>(key, patched);
}

function writeConversation(client: QueryClient, row: QueueRow): void {
  noteLatest(row);
  client.setQueryData<ConversationView>(held.conversation(row.id), (view) =>
    view && view.row.version <= row.version ? { ...view, row: { ...row, readAt: view.row.readAt } } : view,
  );
}

/** When I read a conversation, as far as it is held here. */
function readIn(client: QueryClient): (id: string) => string | null {
  return (id) => client.getQueryData<ConversationView>(held.conversation(id))?.row.readAt ?? null;
}

const latest = new Map<string, { status: QueueRow["status"]; version: number }>();
const LATEST_AT_MOST = 5_000;

function noteLatest({ id, status, version }: QueueRow): void {
  latest.delete(id);
  latest.set(id, { status, version });
  const [oldest] = latest.keys();
  if (latest.size > LATEST_AT_MOST && oldest !== undefined) latest.delete(oldest);
}

/** What became of a conversation that has left the list it was shown in. */
export function latestStatus(id: string): QueueRow["status"] | null {
  return latest.get(id)?.status ?? null;
}

/** The newest version of a row that was heard of here; 0 when none was. */
export function latestVersion(id: string): number {
  return latest.get(id)?.version ?? 0;
}

/** Keeps my own words with the conversation they are for, so that they are there when it opens again. */
export function holdDraft(client: QueryClient, id: string, draft: ConversationView["draft"]): void {
  client.setQueryData<ConversationView>(held.conversation(id), (view) => view && { ...view, draft });
}

/** Remembers that I have read a conversation up to a moment. */
export function markRead(client: QueryClient, id: string, readAt: string | null): void {
  for (const [, key] of listsOf(client)) {
    patchList(client, key, (list) =>
      list.rows.some((row) => row.id === id && row.readAt !== readAt)
        ? { ...list, rows: list.rows.map((row) => (row.id === id ? { ...row, readAt } : row)) }
        : list,
    );
  }
  client.setQueryData<ConversationView>(
    held.conversation(id),
    (view) => view && { ...view, row: { ...view.row, readAt } },
  );
}

/**
 * What the counts count a row as, where that is not what the server's pushes take it for: my own act moved them before
 * the server said so, and the push that confirms it must not move them twice.
 */
const counted = new Map<string, QueueRow>();

function countsOf(client: QueryClient, me: Me) {
  const before = client.getQueryData<Counts>(held.counts);
  const savedBefore = client.getQueryData<ViewCounts>(held.viewCounts);
  let counts = before;
  let saved = savedBefore;
  return {
    move(id: string, from: Membership | null, to: QueueRow | null) {
      if (saved) saved = movedViewCounts(client, saved, counted.get(id) ?? from, to, me);
      if (counts) counts = moveCounts(counts, counted.get(id) ?? from, to, me);
      if (to && lastSaid(id) !== null) counted.set(id, to);
      else counted.delete(id);
    },
    write() {
      if (counts && counts !== before) client.setQueryData<Counts>(held.counts, counts);
      if (saved && saved !== savedBefore) client.setQueryData<ViewCounts>(held.viewCounts, saved);
    },
  };
}

function listsOf(client: QueryClient): Array<[Where, readonly unknown[]]> {
  return client
    .getQueryCache()
    .findAll({ queryKey: held.lists })
    .flatMap(({ queryKey }) => {
      const where = queryKey[1];
      return isWhere(where) ? [[where, queryKey] as [Where, readonly unknown[]]] : [];
    });
}

function isWhere(value: unknown): value is Where {
  return typeof value === "object" && value !== null && "view" in value && "sort" in value && "q" in value;
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
