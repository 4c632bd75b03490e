"use client";

import { useSearchParams } from "next/navigation";
import { useMemo, useSyncExternalStore } from "react";
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
export type Go = (change: Partial<Place>) => void;

/** Always the same function, so that what gets it is not drawn again for every move. */
export function useGo(): Go {
  return go;
}

function go(change: Partial<Place>): void {
  const params = new URLSearchParams(location.search);
  const place = readPlace((name) => params.get(name));
  const href = placeHref({ ...place, ...change });
  // The mark of the router's own entries, so that it neither follows this move nor takes "back" for a stranger's.
  const state = { ...history.state, __NA: true };
  // Opening one conversation after another is one step back, not forty.
  if (place.open !== null && change.open != null) history.replaceState(state, "", href);
  else history.pushState(state, "", href);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}
