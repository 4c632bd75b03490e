"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, useContext, useState } from "react";
import { Reading } from "./reading";
import type { Place } from "./types";

/**
 * The line that moves over a chart with the pointer or the arrow keys: a slider for assistive technology, so that every
 * value is announced as it is reached. `placeAt` finds the place under a pointer, in px from the picture's left.
 */
export function useReading({
  label,
  places,
  placeAt,
}: {
  label: string;
  places: readonly Place[];
  placeAt(x: number): number;
}) {
  const router = useRouter();
  const say = useContext(Reading);
  const [at, setAt] = useState<number | null>(null);
  const last = places.length - 1;
  const go = (to: number | null) => {
    const next = to === null ? null : Math.min(last, Math.max(0, to));
    setAt(next);
    say(next === null ? null : (places[next]?.reading ?? null));
  };
  const open = (place: number) => {
    const href = places[place]?.href;
    if (href) router.push(href);
  };
  const under = (event: PointerEvent) =>
    Math.min(last, Math.max(0, placeAt(event.clientX - event.currentTarget.getBoundingClientRect().left)));

  return {
    at,
    props: {
      role: "slider",
      tabIndex: 0,
      "aria-label": label,
      "aria-valuemin": 0,
      "aria-valuemax": Math.max(0, last),
      "aria-valuenow": at ?? last,
      "aria-valuetext": places[at ?? last]?.reading ?? "",
      onFocus: () => {
        if (at === null) go(last);
      },
      onBlur: () => go(null),
      onPointerMove: (event: PointerEvent) => go(under(event)),
      onPointerLeave: (event: PointerEvent) => {
        if (document.activeElement !== event.currentTarget) go(null);
      },
      onClick: () => {
        if (at !== null) open(at);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const moved = moves[event.key];
        if (moved === undefined && event.key !== "Enter") return;
        event.preventDefault();
        event.stopPropagation();
        if (moved === undefined) open(at ?? last);
        else go(moved === "first" ? 0 : moved === "last" ? last : (at ?? last) + moved);
      },
    } as const,
  };
}

const moves: { [key: string]: number | "first" | "last" } = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
  Home: "first",
  End: "last",
};
