"use client";

import { Suspense, useCallback, useEffect, useRef, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import { useDesk } from "@/app/(desk)/desk";
import { sheets } from "./show";
import type { ActionId } from "./table";

const Listen = lazy(async () => ({ default: (await import("./listen")).Listen }));

const CALM_MS = 400;

/** The first of an action's keys in force, for the cap on its button; undefined when it has none. */
export function useKeyOf(): (id: ActionId) => string | undefined {
  const { me } = useDesk();
  return (id) => {
    const key = me.keys[id]?.[0];
    return me.hasKeys || key?.startsWith("mod+") ? key : undefined;
  };
}

/**
 * The keys of the desk come right after the first paint, which does not need them. A key pressed before is kept and
 * acts as soon as they are there.
 */
export function Keyboard() {
  const [early] = useState<Event[]>([]);
  const [wanted, want] = useState(false);
  const waiting = useRef<AbortController>(null);
  const onReady = useCallback(() => waiting.current?.abort(), []);

  useEffect(() => {
    const stop = new AbortController();
    waiting.current = stop;
    function keep(event: Event) {
      want(true);
      early.push(event);
      // The browser must not answer for us: its own search has this key too.
      if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey) && event.key === "k")
        event.preventDefault();
    }
    const timer = setTimeout(() => want(true), CALM_MS);
    for (const name of ["keydown", ...sheets.map((sheet) => `avant:${sheet}`)])
      document.addEventListener(name, keep, { signal: stop.signal });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [early]);

  return <Suspense fallback={null}>{wanted ? <Listen early={early} onReady={onReady} /> : null}</Suspense>;
}
