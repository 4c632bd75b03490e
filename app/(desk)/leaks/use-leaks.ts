"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/app/_client/api";

export const leaksKey = ["leaks"] as const;

/** When this person went public after telling us, asked again whenever something happens to the conversation. */
export function useLeaks(customerId: string, version: number) {
  const { data = [] } = useQuery({
    queryKey: [...leaksKey, customerId, version],
    queryFn: async () => (await api("GET /customers/{id}/leaks", { params: { id: customerId } })).items,
    placeholderData: (before) => before,
  });
  return data;
}
