"use client";

import { type RefObject, useEffect } from "react";
import { typedKey } from "@/app/_ui/typed-key";
import { useDesk } from "@/app/(desk)/desk";

/** How long `g` waits for its second letter; "g t" goes elsewhere. */
const PAIR_MS = 1_500;

/** `t` turns the chart that has the focus, else the one under the pointer, else all of the page. */
export function useTableKey(
  box: RefObject<HTMLElement | null>,
  turn: (next: (is: boolean) => boolean) => void,
) {
  const { me } = useDesk();
  useEffect(() => {
    if (!me.hasKeys) return;
    const stop = new AbortController();
    let pairAt = 0;
    function onKey(event: KeyboardEvent) {
      const key = typedKey(event);
      if (key === "g") pairAt = event.timeStamp;
      if (key !== "t" || event.timeStamp - pairAt < PAIR_MS || isField(event.target)) return;
      const chosen = chosenFor(event);
      if (chosen && chosen !== box.current?.closest("section")) return;
      event.preventDefault();
      turn((is) => !is);
      // What had the focus is gone with the picture; what takes its place goes on from there.
      if (chosen?.matches(":focus-within"))
        requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus());
    }
    document.addEventListener("keydown", onKey, { signal: stop.signal, capture: true });
    return () => stop.abort();
  }, [me.hasKeys, box, turn]);
}

const chosen = new WeakMap<Event, { chart: Element | null }>();

/** Asked once for each key: the first chart that turns takes its focus with it. */
function chosenFor(event: Event): Element | null {
  const known = chosen.get(event) ?? { chart: chartWith(":focus-within") ?? chartWith(":hover") };
  chosen.set(event, known);
  return known.chart;
}

function chartWith(state: string): Element | null {
  const charts = [...document.querySelectorAll("[data-chart]")].map((chart) => chart.closest("section"));
  return charts.find((chart) => chart?.matches(state)) ?? null;
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable]") !== null
  );
}
