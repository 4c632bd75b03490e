"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/app/_client/api";

export const privacyKey = ["privacy"] as const;

/** The request that a conversation is, or what its words read like; asked again whenever something happens to it. */
export function useRequest(conversationId: string, version: number) {
  const { data = null } = useQuery({
    queryKey: [...privacyKey, conversationId, version],
    queryFn: () => api("GET /conversations/{id}/privacy", { params: { id: conversationId } }),
    placeholderData: (before, query) => (query?.queryKey[1] === conversationId ? before : undefined),
  });
  return data;
}
