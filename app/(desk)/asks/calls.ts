"use client";

import { api } from "@/app/_client/api";
import type { Asked } from "@/lib/asks/ask";

export const listAsks = async (id: string) =>
  (await api("GET /conversations/{id}/asks", { params: { id } })).items;
export const listMyAsks = async () => (await api("GET /asks/mine")).items;
export const makeAsk = (
  id: string,
  body: { asked: Asked; question: string; dueAt: string | null; quotedIds: string[]; mayShare: boolean },
) => api("POST /conversations/{id}/asks", { params: { id }, body });
export const answerAsk = (id: string, text: string) =>
  api("POST /asks/{id}/answer", { params: { id }, body: { text } });
export const withdrawAsk = (id: string) => api("POST /asks/{id}/withdraw", { params: { id } });

export const askKeys = {
  of: (conversationId: string) => ["asks", conversationId] as const,
  mine: ["asks", "mine"] as const,
};
