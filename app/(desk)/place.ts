"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type Place, placeHref, readPlace } from "./place-of";

export function usePlace(): Place {
  const params = useSearchParams();
  return useMemo(() => readPlace((name) => params.get(name)), [params]);
}

/** Goes somewhere without asking the server for a page: what the desk holds is enough to draw it. */
export function useGo(): (change: Partial<Place>) => void {
  const place = usePlace();
  return useCallback(
    (change) => {
      const next = { ...place, ...change };
      const href = placeHref(next);
      // Opening one conversation after another is one step back, not forty.
      if (place.open !== null && change.open != null) history.replaceState(null, "", href);
      else history.pushState(null, "", href);
    },
    [place],
  );
}
