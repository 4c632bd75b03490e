"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, usePlace } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { Deed, Hands } from "./deed";
import { useKeyboard } from "./keyboard";
import { subjectRow } from "./subject";
import { type ActionId, actionLine } from "./table";

type Deeds = typeof import("./deeds").deeds;

let deeds: Deeds | null = null;

/** The deeds come after the first paint, at the first sign of a hand; a key pressed before waits for them. */
export async function loadDeeds(): Promise<Deeds> {
  deeds ??= (await import("./deeds")).deeds;
  return deeds;
}

/** Listens to the keys of the whole desk and does what they mean. */
export function Keyboard({ onShow }: { onShow: Hands["show"] }) {
  const hands = useHands(onShow);

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

  useKeyboard((id) => {
    if (deeds) return perform(deeds, id, hands());
    void loadDeeds().then((loaded) => perform(loaded, id, hands()));
    return true;
  });
  return null;
}

/** What the actions work with, as it is at the moment they run. */
export function useHands(show: Hands["show"]): () => Hands {
  const desk = useDesk();
  const place = usePlace();
  const triage = useTriage();
  const client = useQueryClient();
  const go = useGo();
  const router = useRouter();
  const current = useRef<Hands>(null);
  const now: Hands = {
    desk,
    place,
    triage,
    client,
    go,
    visit: (href) => router.push(href),
    anchor: () =>
      document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row][aria-current]"),
    show,
  };
  current.current = now;
  return () => current.current ?? now;
}

/** Does an action if it leads somewhere here and now; says whether it did. */
function perform(known: Deeds, id: ActionId, hands: Hands): boolean {
  const deed = known[id];
  const row = subjectRow(hands.client, hands.place.open);
  if (!deed || !isOffered(id, deed, hands, row)) return false;
  void deed.run(hands, row);
  return true;
}

/** Whether somebody can do this here and now, to the row at hand. */
export function isOffered(
  id: ActionId,
  deed: Deed,
  hands: Hands,
  row: ReturnType<typeof subjectRow>,
): boolean {
  const { about } = actionLine(id);
  if (about === "open" && hands.place.open === null) return false;
  if (about === "row" && row === null) return false;
  if (deed.may && !deed.may(hands.desk.me)) return false;
  return deed.isOffered?.(row, hands) ?? true;
}
