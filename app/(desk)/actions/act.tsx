"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import type { ListedRow } from "@/lib/conversations/types";
import { useKeyboard } from "./keyboard";
import { type Deeds, perform } from "./perform";
import { type Sheet, sheets } from "./show";
import { subjectRow } from "./subject";
import { useHands } from "./use-hands";

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
