"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/app/_client/api";
import { gather } from "@/app/_live/gather";
import { withSocket } from "@/app/_live/socket";
import type { Now } from "@/lib/reports/slice";

/** A busy desk changes many times a second; nobody reads faster than this. */
const lookEveryMs = 2_000;
/** What time alone moves, such as an hour that is over, nobody pushes. */
const restMs = 30_000;

/** The figures of this moment, asked again whenever something happens, but not more often than they can be read. */
export function useNowFigures(first: Now, brandId: string | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ["reports", "now", brandId],
    queryFn: () => api("GET /reports/now", { query: { brandId } }),
    initialData: first,
    refetchInterval: restMs,
  });
  useEffect(
    () =>
      withSocket((socket) => {
        const moved = gather<null>(lookEveryMs, () =>
          client.invalidateQueries({ queryKey: ["reports", "now", brandId] }),
        );
        const look = () => moved.add(null);
        const told = ["connect", "change", "channels", "reports"] as const;
        for (const event of told) socket.on(event, look);
        return () => {
          for (const event of told) socket.off(event, look);
        };
      }),
    [client, brandId],
  );
  return query;
}
