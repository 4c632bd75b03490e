"use client";

import { useEffect, useRef } from "react";

/** For how many seconds this has been open and visible, since it came or since `reset`. */
export function useInView(): { seconds(): number; reset(): void } {
  const { current: spent } = useRef({ ms: 0, since: 0 });

  useEffect(() => {
    const turn = () => count(spent);
    turn();
    document.addEventListener("visibilitychange", turn);
    return () => document.removeEventListener("visibilitychange", turn);
  }, [spent]);

  return {
    seconds() {
      count(spent);
      return Math.round(spent.ms / 1000);
    },
    reset() {
      spent.ms = 0;
    },
  };
}

function count(spent: { ms: number; since: number }): void {
  const now = performance.now();
  if (spent.since > 0) spent.ms += now - spent.since;
  spent.since = document.hidden ? 0 : now;
}
