"use client";

import { fromAnswer, unreached } from "@/app/_client/api-error";
import type { CallOutcome, NoReplyReason } from "@/db/enums";
import type {
  ConversationView,
  Counts,
  FileView,
  QueuePage,
  SavedReplyView,
  Sort,
  ViewName,
} from "@/lib/conversations/types";

type Done = { eventId: number };
type Recipients = { to: string[]; cc: string[]; bcc: string[] };

export const getCounts = () => send<Counts>("GET", "/counts");
export const getList = (view: ViewName, sort: Sort, cursor: string | null) =>
  send<QueuePage>(
    "GET",
    `/conversations?${new URLSearchParams({ view, sort, limit: "100", ...(cursor ? { cursor } : {}) })}`,
  );
export const getConversation = (id: string) => send<ConversationView>("GET", `/conversations/${id}`);

export const takeNext = (exceptId: string | null) =>
  send<{ conversationId: string } | null>("POST", "/take-next", { exceptId });
export const assign = (id: string, agentId: string | null, teamId: string | null) =>
  send<Done>("POST", `/conversations/${id}/assign`, { agentId, teamId });
export const resolve = (id: string) => send<Done>("POST", `/conversations/${id}/resolve`, {});
export const reopen = (id: string) => send<Done>("POST", `/conversations/${id}/reopen`, {});
export const wait = (id: string) => send<Done>("POST", `/conversations/${id}/wait`, {});
export const snooze = (id: string, until: string) =>
  send<Done>("POST", `/conversations/${id}/snooze`, { until });
export const pin = (id: string, value: -1 | 0 | 1) =>
  send<Done>("POST", `/conversations/${id}/pin`, { pin: value });
export const markSpam = (id: string) => send<Done>("POST", `/conversations/${id}/spam`, {});
export const markRead = (id: string) => send<{ readAt: string }>("POST", `/conversations/${id}/read`, {});
export const markUnread = (id: string) => send<void>("POST", `/conversations/${id}/unread`, {});
export const tag = (id: string, name: string) => send<Done>("POST", `/conversations/${id}/tag`, { name });
export const untag = (id: string, name: string) => send<Done>("POST", `/conversations/${id}/untag`, { name });
export const closeWithoutReply = (id: string, reason: NoReplyReason) =>
  send<Done>("POST", `/conversations/${id}/close-without-reply`, { reason });
export const recordCall = (id: string, outcome: CallOutcome, text: string) =>
  send<Done>("POST", `/conversations/${id}/calls`, { outcome, text });
export const undo = (eventId: number) => send<unknown>("POST", "/undo", { eventId });
export const removeSample = () => send<void>("DELETE", "/sample");
export const listTags = async () => (await send<{ items: string[] }>("GET", "/tags")).items;

export type Reply = {
  mode: "public" | "private";
  channelId: string;
  text: string;
  subject: string | null;
  recipients: Recipients | null;
  fileIds: string[];
  seen: string;
  force: boolean;
};
export const reply = (id: string, body: Reply) =>
  send<{ messageId: string; deliveryId: string; sendAfter: string }>(
    "POST",
    `/conversations/${id}/replies`,
    body,
  );
export const addNote = (id: string, text: string, mentions: string[]) =>
  send<Done>("POST", `/conversations/${id}/notes`, { text, mentions });
export const cancelDelivery = (id: string) => send<void>("POST", `/deliveries/${id}/cancel`, {});
export const retryDelivery = (id: string) => send<void>("POST", `/deliveries/${id}/retry`, {});
export const confirmSent = (id: string) => send<void>("POST", `/deliveries/${id}/confirm`, {});
export const saveDraft = (
  id: string,
  draft: { mode: "public" | "private" | "note"; text: string; recipients: Recipients | null },
) => send<void>("PUT", `/conversations/${id}/draft`, draft);
export const deleteDraft = (id: string) => send<void>("DELETE", `/conversations/${id}/draft`);
export const listSavedReplies = async (id: string) =>
  (await send<{ items: SavedReplyView[] }>("GET", `/conversations/${id}/saved-replies`)).items;

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api/v1${path}`, {
    method,
    headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw unreached("offline", 0);
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  if (!response.ok) throw fromAnswer(response.status, answer);
  return answer;
}

/** Uploads one file for a message still being written; `onProgress` hears a share from 0 to 1. */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileView> {
  // fetch cannot tell how much has left; XMLHttpRequest can.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append("file", file, file.name);
    request.open("POST", "/api/v1/files");
    request.responseType = "json";
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response) : reject(fromAnswer(request.status, request.response));
    request.onerror = () => reject(unreached("offline", 0));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
