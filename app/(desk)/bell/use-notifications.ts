"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/app/_client/api";
import { withSocket } from "@/app/_live/socket";

export const heldNotifications = ["notifications"] as const;

/** What I was told, kept true by the server's word that it changed. */
export function useNotifications() {
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: heldNotifications,
    queryFn: () => api("GET /notifications", { query: { cursor: null } }),
    refetchOnWindowFocus: true,
    staleTime: 30_000,
  });

  useEffect(
    () =>
      withSocket((socket) => {
        const again = () => void client.invalidateQueries({ queryKey: heldNotifications });
        socket.on("notifications", again);
        return () => socket.off("notifications", again);
      }),
    [client],
  );

  /** Seen: the count falls at once, the server hears of it behind. */
  async function markRead(which: { ids: string[] } | { all: true }) {
    client.setQueryData<typeof data>(heldNotifications, (before) => {
      if (!before) return before;
      const isRead = (id: string) => "all" in which || which.ids.includes(id);
      const now = new Date().toISOString();
      const items = before.items.map((item) =>
        isRead(item.id) ? { ...item, readAt: item.readAt ?? now } : item,
      );
      const read = before.items.filter(({ id, readAt }) => readAt === null && isRead(id)).length;
      return { ...before, items, unread: "all" in which ? 0 : Math.max(0, before.unread - read) };
    });
    await api("POST /notifications/read", { body: which }).catch(() =>
      client.invalidateQueries({ queryKey: heldNotifications }),
    );
  }

  return {
    items: data?.items ?? [],
    unread: data?.unread ?? 0,
    isLoaded: data !== undefined,
    error,
    markRead,
  };
}
