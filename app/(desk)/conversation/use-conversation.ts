"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiError } from "@/app/_client/api-error";
import { held } from "@/app/_live/keys";
import { getConversation } from "@/app/(desk)/first-calls";
import type { ConversationView } from "@/lib/conversations/types";

/** A conversation as it is held here, or asked for; `drawn` is what came with the page. */
export function useConversation(id: string | null, drawn: ConversationView | null) {
  return useQuery({
    queryKey: held.conversation(id ?? ""),
    queryFn: () => getConversation(id ?? ""),
    initialData: drawn && drawn.row.id === id ? drawn : undefined,
    enabled: id !== null,
    retry: (count, error) => count < 2 && !(error instanceof ApiError && error.code === "not_found"),
  });
}
