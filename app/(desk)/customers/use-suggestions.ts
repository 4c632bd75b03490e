"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/app/_client/api";

export type Suggested = Awaited<ReturnType<typeof readSuggestions>>[number];

/** Asked anew whenever the conversation's row changed: a suggestion comes a moment after the message. */
export function useSuggestions(customerId: string, version: number): Suggested[] {
  const { data } = useQuery({
    queryKey: suggestionsKey(customerId, version),
    queryFn: () => readSuggestions(customerId),
    placeholderData: (before, query) => (query?.queryKey[1] === customerId ? before : undefined),
    staleTime: 5_000,
    refetchOnWindowFocus: true,
  });
  return data ?? [];
}

export function suggestionsKey(customerId: string, version: number) {
  return ["suggestions", customerId, version] as const;
}

export async function readSuggestions(customerId: string) {
  return (await api("GET /customers/{id}/suggestions", { params: { id: customerId } })).items;
}
