"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/app/_client/api";
import type { OutreachOutcome } from "@/db/enums";
import type { ConversationView } from "@/lib/conversations/types";

/** Why this conversation was opened although nobody wrote, and what ends it. */
export function useOutreach(view: ConversationView) {
  const client = useQueryClient();
  const params = { id: view.row.id };
  const { data } = useQuery({
    queryKey: ["outreach", view.row.id, view.row.version],
    queryFn: async () => (await api("GET /conversations/{id}/outreach", { params })).outreach,
    placeholderData: (before) => before,
  });
  async function end(outcome: OutreachOutcome, because: string, quietDays: number | null) {
    await api("POST /conversations/{id}/outreach/end", { params, body: { outcome, because, quietDays } });
    await Promise.all([
      client.invalidateQueries({ queryKey: ["outreach", view.row.id] }),
      client.invalidateQueries({ queryKey: ["conversation"] }),
    ]);
  }
  return { outreach: data ?? null, end };
}
