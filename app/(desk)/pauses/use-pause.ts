"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/app/_client/api";
import { useNow } from "@/app/_ui/now";

const LOOK_AGAIN_MS = 30_000;

export const pauseKey = ["pause"] as const;

/** The pause in force, or null; it ends by the clock, also offline. */
export function usePause() {
  const now = useNow();
  const { data } = useQuery({
    queryKey: pauseKey,
    queryFn: async () => (await api("GET /pauses/now")).pause,
    refetchInterval: LOOK_AGAIN_MS,
  });
  return data && Date.parse(data.until) > now ? data : null;
}
