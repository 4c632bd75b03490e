"use client";

import { api } from "@/app/_client/api";
import type { Sort, ViewName } from "@/lib/conversations/types";

/** The requests that the first view of the desk may make; the others are in calls.ts, which comes when it is needed. */

const PAGE = 100;
const OLDEST = "is:unassigned kind:contact -risk:danger -risk:first -risk:later";

export const getCounts = () => api("GET /counts");
export const getList = (view: ViewName, sort: Sort, q: string, cursor: string | null) =>
  api("GET /conversations", { query: { view, sort, q, cursor, limit: PAGE } });
/** Whoever has waited longest of what anybody may take, as *Take next* would give it at the oldest's turn. */
export const getOldest = async () =>
  (
    await api("GET /conversations", {
      query: { view: "queue", sort: "longest", q: OLDEST, cursor: null, limit: 1 },
    })
  ).items[0]?.id ?? null;
/** By its id, or by the number that people say. */
export const getConversation = (id: string) => api("GET /conversations/{id}", { params: { id } });
export const getViewCounts = async () => (await api("GET /views/counts")).counts;
export const listViews = async () => (await api("GET /views")).items;
export const listChannels = async () => (await api("GET /channels")).items;
export const undo = (eventId: number) => api("POST /undo", { body: { eventId } });
export const getOlder = (id: string, cursor: string) =>
  api("GET /conversations/{id}/timeline", { params: { id }, query: { cursor } });
