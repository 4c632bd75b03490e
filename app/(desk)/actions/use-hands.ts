"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, usePlace } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { Hands } from "./deed";

/** What the actions work with, as it is at the moment they run; always the same function. */
export function useHands(): () => Hands {
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
