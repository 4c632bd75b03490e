"use client";

import { addressOf, api } from "@/app/_client/api";
import { fromAnswer, unreached } from "@/app/_client/api-error";
import type { BlockKind, CallOutcome, IdentityKind, NoReplyReason, WrittenFor } from "@/db/enums";
import type { BulkAct } from "@/lib/bulk/act";
import type { NewPromise } from "@/lib/commitments/make";
import type { FileView, Sort, ViewName } from "@/lib/conversations/types";
import type { Scope } from "@/lib/saved-replies/scope";

/** Every request that the desk makes, by what it is for. */

type Recipients = { to: string[]; cc: string[]; bcc: string[] };

export const searchConversations = async (text: string, signal: AbortSignal) =>
  (await api("GET /search", { query: { text, limit: 8 }, signal })).items;

export const getSuggestions = () => api("GET /suggestions");
export const suggestCustomers = async (text: string, signal: AbortSignal) =>
  (await api("GET /suggestions/customers", { query: { text }, signal })).items;
type ViewBody = {
  name: string;
  query: string;
  sort: Sort;
  shared: "me" | "everybody";
  teamId: string | null;
};
export const createView = (body: ViewBody) => api("POST /views", { body });
export const updateView = (id: string, body: ViewBody) => api("PUT /views/{id}", { params: { id }, body });
export const deleteView = (id: string) => api("DELETE /views/{id}", { params: { id } });
export const orderViews = (ids: string[]) => api("PUT /views/order", { body: { ids } });

export const takeNext = (exceptId: string | null) => api("POST /take-next", { body: { exceptId } });
export const getWhy = (id: string) => api("GET /conversations/{id}/why", { params: { id } });
export const calm = (id: string, because: string) =>
  api("POST /conversations/{id}/calm", { params: { id }, body: { because } });
export const uncalm = (id: string) => api("DELETE /conversations/{id}/calm", { params: { id } });
export const assign = (id: string, agentId: string | null, teamId: string | null) =>
  api("POST /conversations/{id}/assign", { params: { id }, body: { agentId, teamId } });
export const resolve = (id: string) => api("POST /conversations/{id}/resolve", { params: { id } });
export const reopen = (id: string) => api("POST /conversations/{id}/reopen", { params: { id } });
export const wait = (id: string) => api("POST /conversations/{id}/wait", { params: { id } });
export const snooze = (id: string, until: string) =>
  api("POST /conversations/{id}/snooze", { params: { id }, body: { until } });
export const pin = (id: string, value: -1 | 0 | 1) =>
  api("POST /conversations/{id}/pin", { params: { id }, body: { pin: value } });
export const markSpam = (id: string) => api("POST /conversations/{id}/spam", { params: { id } });
export const markRead = (id: string) => api("POST /conversations/{id}/read", { params: { id } });
export const markUnread = (id: string) => api("POST /conversations/{id}/unread", { params: { id } });
export const tag = (id: string, name: string) =>
  api("POST /conversations/{id}/tag", { params: { id }, body: { name } });
export const untag = (id: string, name: string) =>
  api("POST /conversations/{id}/untag", { params: { id }, body: { name } });
export const closeWithoutReply = (id: string, reason: NoReplyReason) =>
  api("POST /conversations/{id}/close-without-reply", { params: { id }, body: { reason } });
export const recordCall = (id: string, outcome: CallOutcome, text: string, url: string | null = null) =>
  api("POST /conversations/{id}/calls", { params: { id }, body: { outcome, text, url } });
export const hasContactReasons = async () =>
  (await api("GET /contact-reasons")).items.some(({ archivedAt }) => archivedAt === null);
export const listTags = async () => (await api("GET /tags")).items;
export const replaySample = () => api("POST /sample/replay", { timeoutMs: 60_000 });
export const removeSample = () => api("DELETE /sample", { timeoutMs: 60_000 });

export type Later = { sendAt: string; zone: string; ifTheyWrite: "cancel" | "send" };
/** When and by whom a reply leaves. */
export type ReplyOrder = {
  afterwards?: "stay" | "resolve";
  later?: Later | null;
  approverId?: string | null;
  marks?: Array<"legal" | "emergency">;
  confirmed?: string[];
  promises?: NewPromise[];
  handledSeconds?: number | null;
};
type Draft = { mode: "public" | "private" | "note"; text: string; recipients: Recipients | null };

export const reply = (
  id: string,
  body: {
    mode: "public" | "private";
    channelId: string;
    text: string;
    recipients: Recipients | null;
    fileIds: string[];
    savedReplies: Array<{ id: string; isEdited: boolean }>;
    below: { hasSignature: boolean; hasHistory: boolean };
    seen: string;
  } & ReplyOrder,
) => api("POST /conversations/{id}/replies", { params: { id }, body });
export const addNote = (id: string, text: string, mentions: string[]) =>
  api("POST /conversations/{id}/notes", { params: { id }, body: { text, mentions } });
export const cancelDelivery = (id: string) => api("POST /deliveries/{id}/cancel", { params: { id } });
export const retryDelivery = (id: string) => api("POST /deliveries/{id}/retry", { params: { id } });
export const confirmSent = (id: string) => api("POST /deliveries/{id}/confirm", { params: { id } });
export const saveDraft = (
  id: string,
  draft: Draft & { baseVersion: number | null },
  isLeaving: "leaving" | "staying" = "staying",
) => api("PUT /conversations/{id}/draft", { params: { id }, body: draft, isLast: isLeaving === "leaving" });
export const getSharedDraft = (id: string) => api("GET /conversations/{id}/shared-draft", { params: { id } });
export const shareDraft = (id: string, draft: Draft) =>
  api("POST /conversations/{id}/shared-draft", { params: { id }, body: draft });
export const saveSharedDraft = (id: string, draft: Draft, isLeaving: "leaving" | "staying" = "staying") =>
  api("PUT /conversations/{id}/shared-draft", {
    params: { id },
    body: draft,
    isLast: isLeaving === "leaving",
  });
export const takeSharedDraft = (id: string) =>
  api("POST /conversations/{id}/shared-draft/take", { params: { id } });
export const unshareDraft = (id: string) =>
  api("DELETE /conversations/{id}/shared-draft", { params: { id } });
export const listApprovers = async (id: string, matter: "any" | "legal") =>
  (await api("GET /conversations/{id}/approvers", { params: { id }, query: { matter } })).items;
export const approveHeld = (
  id: string,
  body: { digest: string; seen: string | null; text: string | null; confirmed: string[] },
) => api("POST /held/{id}/approve", { params: { id }, body });
export const returnHeld = (id: string, comment: string) =>
  api("POST /held/{id}/return", { params: { id }, body: { comment } });
export const withdrawHeld = (id: string) => api("POST /held/{id}/withdraw", { params: { id } });
export const bypassHeld = (id: string) => api("POST /held/{id}/bypass", { params: { id } });
export const moveHeld = (id: string, later: Later) =>
  api("POST /held/{id}/move", { params: { id }, body: later });
export const sendHeldNow = (id: string, seen: string | null) =>
  api("POST /held/{id}/send-now", { params: { id }, body: { seen } });
export const closeOthers = (id: string, otherIds: string[]) =>
  api("POST /conversations/{id}/close-others", { params: { id }, body: { otherIds } });
export const goPrivate = (id: string) => api("POST /conversations/{id}/go-private", { params: { id } });
export const forward = (
  id: string,
  body: { to: string[]; subject: string; text: string; fileIds: string[] },
) => api("POST /conversations/{id}/forwards", { params: { id }, body });
export const writeAside = (id: string, text: string, fileIds: string[]) =>
  api("POST /side-threads/{id}/messages", { params: { id }, body: { text, fileIds } });
export const deleteDraft = (id: string) => api("DELETE /conversations/{id}/draft", { params: { id } });
export const listMacrosFor = async (id: string) =>
  (await api("GET /conversations/{id}/macros", { params: { id } })).items;
export const planMacro = (id: string, macroId: string) =>
  api("GET /conversations/{id}/macros/{macroId}", { params: { id, macroId } });
export const runMacro = (
  id: string,
  macroId: string,
  reply: { mode: "public" | "private"; channelId: string; text: string; seen: string } | null,
) => api("POST /conversations/{id}/macros/{macroId}", { params: { id, macroId }, body: { reply } });
export const undoMacro = (eventId: number) =>
  api("POST /macro-runs/{eventId}/undo", { params: { eventId: String(eventId) } });
export const listMentionable = async (id: string) =>
  (await api("GET /conversations/{id}/mentionable", { params: { id } })).items;
export const takeSavedReplyFiles = async (id: string) =>
  (await api("POST /saved-replies/{id}/files", { params: { id } })).items;
export const createSavedReply = (body: { name: string; texts: WrittenFor[]; scope: Scope }) =>
  api("POST /saved-replies", { body });
export const listSavedReplies = async (id: string) =>
  (await api("GET /conversations/{id}/saved-replies", { params: { id } })).items;

/** Uploads one file for a message still being written; `onProgress` hears a share from 0 to 1. */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileView> {
  // fetch cannot tell how much has left; XMLHttpRequest can.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", addressOf("/attachments", { query: { name: file.name } }));
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(fromAnswer(request.status, request.response));
    request.onerror = () => reject(unreached("offline", 0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

export const startBulk = (
  act: BulkAct,
  targets: { ids: string[] } | { view: ViewName; q: string },
  asOf: string,
) => api("POST /bulk", { body: { act, ...targets, asOf } });
export const getBulk = (id: string) => api("GET /bulk/{id}", { params: { id } });
export const cancelBulk = (id: string) => api("POST /bulk/{id}/cancel", { params: { id } });
export const undoBulk = (id: string) => api("POST /bulk/{id}/undo", { params: { id } });
export const previewMerge = (id: string, otherId: string) =>
  api("GET /conversations/{id}/merge-preview", { params: { id }, query: { otherId } });
export const merge = (id: string, otherId: string, mayMixCustomers: boolean) =>
  api("POST /conversations/{id}/merge", { params: { id }, body: { otherId, mayMixCustomers } });
export const unmerge = (id: string) => api("POST /conversations/{id}/unmerge", { params: { id } });
export const split = (id: string, messageId: string) =>
  api("POST /conversations/{id}/split", { params: { id }, body: { messageId } });
export const link = (id: string, otherId: string) =>
  api("POST /conversations/{id}/links", { params: { id }, body: { otherId } });
export const unlink = (id: string, otherId: string) =>
  api("DELETE /conversations/{id}/links/{otherId}", { params: { id, otherId } });
export const follow = (id: string) => api("POST /conversations/{id}/follow", { params: { id } });
export const unfollow = (id: string) => api("DELETE /conversations/{id}/follow", { params: { id } });
export const restrict = (id: string, agentIds: string[]) =>
  api("POST /conversations/{id}/restrict", { params: { id }, body: { agentIds } });
export const block = (body: {
  brandId: string;
  kind: BlockKind;
  identityKind: IdentityKind | null;
  value: string;
  expiresAt: string | null;
}) => api("POST /blocks", { body });
export const unblock = (id: string) => api("DELETE /blocks/{id}", { params: { id } });
