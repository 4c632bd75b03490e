"use client";

import { api } from "@/app/_client/api";
import type { Sort, ViewName } from "@/lib/conversations/types";

/** The requests that the first view of the desk may make; the others are in calls.ts, which comes when it is needed. */

const PAGE = 100;

export const getCounts = () => api("GET /counts");
export const getList = (view: ViewName, sort: Sort, q: string, cursor: string | null) =>
  api("GET /conversations", { query: { view, sort, q, cursor, limit: PAGE } });
/** By its id, or by the number that people say. */
export const getConversation = (id: string) => api("GET /conversations/{id}", { params: { id } });
export const getViewCounts = async () => (await api("GET /views/counts")).counts;
export const listViews = async () => (await api("GET /views")).items;
export const listChannels = async () => (await api("GET /channels")).items;
export const undo = (eventId: number) => api("POST /undo", { body: { eventId } });
export const getOlder = (id: string, cursor: string) =>
  api("GET /conversations/{id}/timeline", { params: { id }, query: { cursor } });
