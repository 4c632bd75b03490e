"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { filterOf } from "@/app/_live/fits";
import { held } from "@/app/_live/keys";
import { setCountedViews } from "@/app/_live/view-counts";
import { type DeskView, useDesk } from "@/app/(desk)/desk";
import { getViewCounts, listViews } from "@/app/(desk)/first-calls";
import { isTimed } from "@/lib/filter/match";

const A_MINUTE_MS = 60_000;

/** The saved views of whoever looks, in their order, with counts that move by what happens. */
export function useViews(): { views: DeskView[]; counts: { [viewId: string]: number } } {
  const desk = useDesk();
  const { data: views } = useQuery({
    queryKey: held.views,
    queryFn: listViews,
    initialData: desk.views,
    refetchOnWindowFocus: "always",
  });
  const { data: counts } = useQuery({
    queryKey: held.viewCounts,
    queryFn: getViewCounts,
    initialData: desk.viewCounts,
    // What time alone brings in or takes out nobody pushes.
    refetchInterval: views.some((view) => isTimed(filterOf(view.query))) ? A_MINUTE_MS : false,
  });
  useEffect(() => setCountedViews(views), [views]);
  return { views, counts };
}
