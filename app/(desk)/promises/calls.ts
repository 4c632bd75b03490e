"use client";

import { api } from "@/app/_client/api";
import type { GestureKind, Role } from "@/db/enums";
import type { NewPromise } from "@/lib/commitments/make";
import type { Owner } from "@/lib/commitments/owner";

export const promiseKeys = {
  all: ["commitments"] as const,
  of: (conversationId: string) => ["commitments", conversationId] as const,
  gestures: (conversationId: string) => ["commitments", "gestures", conversationId] as const,
  ofCustomer: (customerId: string) => ["commitments", "customer", customerId] as const,
  gesturesOfCustomer: (customerId: string) => ["commitments", "customer gestures", customerId] as const,
  list: (whose: string, state: string) => ["commitments", "list", whose, state] as const,
};

export const promisesOf = async (id: string) =>
  (await api("GET /conversations/{id}/commitments", { params: { id } })).items;
export const promisesOfCustomer = async (id: string) =>
  (await api("GET /customers/{id}/commitments", { params: { id } })).items;
export const listPromises = (
  whose: "mine" | "team" | "all",
  state: "open" | "due" | "overdue" | "closed",
  cursor: string | null,
) => api("GET /commitments", { query: { whose, state, ...(cursor ? { cursor } : {}) } });
export const makePromise = (id: string, body: NewPromise & { messageId: string | null }) =>
  api("POST /conversations/{id}/commitments", { params: { id }, body });
export const keepPromise = (
  id: string,
  body: { version: number; messageId: string | null; note: string | null },
) => api("POST /commitments/{id}/keep", { params: { id }, body });
export const movePromise = (
  id: string,
  body: { version: number; due: string; agreement: string | null; agreedMessageId: string | null },
) => api("POST /commitments/{id}/move", { params: { id }, body });
export const withdrawPromise = (id: string, version: number, reason: string) =>
  api("POST /commitments/{id}/withdraw", { params: { id }, body: { version, reason } });
export const changePromise = (
  id: string,
  body: { version: number; text: string | null; due: string | null },
) => api("PATCH /commitments/{id}", { params: { id }, body });
export const reopenPromise = (id: string, version: number) =>
  api("POST /commitments/{id}/reopen", { params: { id }, body: { version } });
export const handOverPromise = (id: string, version: number, owner: Owner) =>
  api("POST /commitments/{id}/hand-over", { params: { id }, body: { version, owner } });
export const undoPromise = (id: string, eventId: number) =>
  api("POST /commitments/{id}/undo", { params: { id }, body: { eventId } });

export const gesturesOf = (id: string) => api("GET /conversations/{id}/gestures", { params: { id } });
export const gesturesOfCustomer = (id: string) => api("GET /customers/{id}/gestures", { params: { id } });
export const giveGesture = (
  id: string,
  body: {
    kind: GestureKind;
    amountMinor: number;
    currency: string;
    note: string | null;
    commitmentId: string | null;
  },
) => api("POST /conversations/{id}/gestures", { params: { id }, body });
export const grantGesture = (id: string) => api("POST /gestures/{id}/grant", { params: { id } });
export const refuseGesture = (id: string, reason: string) =>
  api("POST /gestures/{id}/refuse", { params: { id }, body: { reason } });
export const withdrawGesture = (id: string) => api("POST /gestures/{id}/withdraw", { params: { id } });
export const setGestureLimit = (
  whose: { role: Role } | { agentId: string },
  currency: string,
  amountMinor: number | null,
) => api("PUT /gesture-limits", { body: { whose, currency, amountMinor } });
