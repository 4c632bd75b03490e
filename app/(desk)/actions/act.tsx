"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, usePlace } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { ListedRow } from "@/lib/conversations/types";
import type { Hands } from "./deed";
import { useKeyboard } from "./keyboard";
import { type Deeds, perform } from "./perform";
import { type Sheet, sheets } from "./show";
import { subjectRow } from "./subject";

let deeds: Deeds | null = null;

/** The deeds come after the first paint, at the first sign of a hand; a key pressed before waits for them. */
export async function loadDeeds(): Promise<Deeds> {
  deeds ??= (await import("./deeds")).deeds;
  return deeds;
}

const Help = lazy(async () => ({ default: (await import("@/app/(desk)/help")).Help }));
const Palette = lazy(async () => ({ default: (await import("@/app/(desk)/palette/palette")).Palette }));

/** Listens to the keys of the whole desk and does what they mean; shows their sheet and the palette. */
export function Keyboard() {
  const hands = useHands();
  const [shown, setShown] = useState<{ sheet: Sheet; row: ListedRow | null } | null>(null);

  useEffect(() => {
    const stop = new AbortController();
    function reach() {
      stop.abort();
      void loadDeeds();
    }
    for (const sign of ["pointermove", "pointerdown", "keydown", "focusin"])
      addEventListener(sign, reach, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, []);

  useEffect(() => {
    const stop = new AbortController();
    for (const sheet of sheets)
      document.addEventListener(
        `avant:${sheet}`,
        () => {
          const { client, place } = hands();
          setShown({ sheet, row: subjectRow(client, place.open) });
        },
        { signal: stop.signal },
      );
    return () => stop.abort();
  }, [hands]);

  useKeyboard((id) => {
    if (deeds) return perform(deeds, id, hands());
    void loadDeeds().then((loaded) => perform(loaded, id, hands()));
    return true;
  });

  return (
    <Suspense fallback={null}>
      {shown?.sheet === "palette" ? (
        <Palette row={shown.row} hands={hands} onClose={() => setShown(null)} />
      ) : shown ? (
        <Help prints={shown.sheet === "card"} onClose={() => setShown(null)} />
      ) : null}
    </Suspense>
  );
}

/** What the actions work with, as it is at the moment they run. */
function useHands(): () => Hands {
  const desk = useDesk();
  const place = usePlace();
  const triage = useTriage();
  const client = useQueryClient();
  const go = useGo();
  const router = useRouter();
  const now: Hands = {
    desk,
    place,
    triage,
    client,
    go,
    visit: (href) => router.push(href),
    anchor: () =>
      document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row][aria-current]"),
  };
  const current = useRef(now);
  current.current = now;
  return useCallback(() => current.current, []);
}
