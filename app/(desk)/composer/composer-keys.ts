"use client";

import { useDesk } from "@/app/(desk)/desk";
import { useKeys } from "@/app/(desk)/keys";

/** `r` writes in the voice at hand, Shift+R in the other one, `n` to the team. */
export function useComposerKeys({ reply, swap, note }: { reply(): void; swap(): void; note(): void }): void {
  const { me } = useDesk();
  useKeys({ r: reply, R: swap, n: note }, me.hasKeys);
}
