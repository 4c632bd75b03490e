"use client";

import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";
import type { Where } from "@/app/_live/keys";
import { type Place, placeHref, readPlace } from "./place-of";

const path = "/queue";
const listeners = new Set<() => void>();

/**
 * Where we are, from the address. The desk moves about by itself, without asking the router: its own moves are drawn
 * in the same frame, where a transition of the router would come a moment later.
 */
export function usePlace(): Place {
  const drawn = useSearchParams();
  return useSyncExternalStore(
    subscribe,
    () => placeAt(searchNow() ?? drawn.toString()),
    () => placeAt(drawn.toString()),
  );
}

/** The list that we look at: the same object for as long as only the open conversation changes. */
export function useWhere(): Where {
  const drawn = useSearchParams();
  return useSyncExternalStore(
    subscribe,
    () => whereOf(placeAt(searchNow() ?? drawn.toString())),
    () => whereOf(placeAt(drawn.toString())),
  );
}

/** Null on other screens: their address says nothing of a place. */
function searchNow(): string | null {
  return location.pathname === path ? location.search.slice(1) : null;
}

const places = new Map<string, Place>();
const wheres = new Map<string, Where>();
const KEPT_AT_MOST = 100;

/** Read once for all who ask, and the same object for the same address. */
function placeAt(search: string): Place {
  return kept(places, search, () => {
    const params = new URLSearchParams(search);
    return readPlace((name) => params.get(name));
  });
}

function whereOf({ view, sort, q }: Place): Where {
  return kept(wheres, `${view} ${sort} ${q}`, () => ({ view, sort, q }));
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  if (all.size >= KEPT_AT_MOST) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

/** Goes somewhere on the desk: what is held in the browser is enough to draw it. */
export type Go = (change: Partial<Place>) => void;

/** Always the same function, so that what gets it is not drawn again for every move. */
export function useGo(): Go {
  return go;
}

function go(change: Partial<Place>): void {
  const from = location.pathname + location.search;
  const place = placeAt(location.search.slice(1));
  const href = placeHref({ ...place, ...change });
  if (from !== ours) routers = from;
  ours = href;
  // The mark of the router's own entries, so that it neither follows this move nor takes "back" for a stranger's.
  const state = { ...history.state, __NA: true };
  // Opening one conversation after another is one step back, not forty.
  if (place.open !== null && change.open != null) history.replaceState(state, "", href);
  else history.pushState(state, "", href);
  for (const listener of listeners) listener();
}

/** Where we have gone by ourselves, and the address that the router still knows. */
let ours: string | null = null;
let routers: string | null = null;

/**
 * A page that comes by a link is written down twice: at once, and when the rest of it has come. By then somebody may
 * have opened a row, and the router would write the address that it knows over that one.
 */
function keepOurs(): void {
  const write = history.replaceState.bind(history);
  history.replaceState = (state, title, url) =>
    write(state, title, url === routers && location.pathname + location.search === ours ? ours : url);
  // From here on the router knows where we are.
  addEventListener("popstate", () => {
    ours = null;
  });
}

if (typeof window !== "undefined") keepOurs();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("popstate", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("popstate", listener);
  };
}
