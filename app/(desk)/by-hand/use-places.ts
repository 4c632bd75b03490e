"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/app/_client/api";
import type { Entry } from "./ask-entry";

/** Where I may type this in; undefined while it is asked. */
export function usePlaces(entry: Entry) {
  const { data } = useQuery({
    queryKey: ["hand-places"],
    queryFn: async () => (await api("GET /hand-places")).items,
    staleTime: 60_000,
  });
  return data?.filter((place) => place.takes === entry);
}
