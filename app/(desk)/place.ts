"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Place, placeHref, readPlace } from "./place-of";

const path = "/queue";
const listeners = new Set<() => void>();

/**
 * Where we are, from the address. The desk moves about by itself, without asking the router: its own moves are drawn
 * in the same frame, where a transition of the router would come a moment later.
 */
export function usePlace(): Place {
  const drawn = useSearchParams().toString();
  const search = useSyncExternalStore(
    subscribe,
    () => (location.pathname === path ? location.search : drawn),
    () => drawn,
  );
  return useMemo(() => {
    const params = new URLSearchParams(search);
    return readPlace((name) => params.get(name));
  }, [search]);
}

/** Goes somewhere on the desk: what is held in the browser is enough to draw it. */
export function useGo(): (change: Partial<Place>) => void {
  const place = usePlace();
  return useCallback(
    (change) => {
      const href = placeHref({ ...place, ...change });
      // The mark of the router's own entries, so that it neither follows this move nor takes "back" for a stranger's.
      const state = { ...history.state, __NA: true };
      // Opening one conversation after another is one step back, not forty.
      if (place.open !== null && change.open != null) history.replaceState(state, "", href);
      else history.pushState(state, "", href);
      for (const listener of listeners) listener();
    },
    [place],
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}
