import { ListChecks, SquareArrowDown, SquareArrowUp, SquareCheck } from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import { shownRows } from "@/app/(desk)/triage/order";
import { extend, selected, selectRows, toggle } from "@/app/(desk)/triage/selection";
import type { ListedRow } from "@/lib/conversations/types";

/** Several rows at once: what is decided then is decided for all of them. */
export const deedsOfSelecting = {
  select: {
    icon: SquareCheck,
    may: (me) => me.canTriage,
    run: (_, row) => {
      if (row) toggle(row);
    },
  },
  extendDown: { icon: SquareArrowDown, may: (me) => me.canTriage, run: further(1) },
  extendUp: { icon: SquareArrowUp, may: (me) => me.canTriage, run: further(-1) },
  selectFound: {
    icon: ListChecks,
    may: (me) => me.canTriage,
    isOffered: () => location.pathname === "/queue" && shownRows().length > selected().rows.size,
    run: () => selectRows(shownRows()),
  },
} satisfies Record<string, Deed>;

function further(step: 1 | -1) {
  return (_: Hands, row: ListedRow | null) => {
    const now = extend(step, row);
    if (!now) return;
    const line = document.querySelector<HTMLElement>(`[data-row="${now.number}"]`);
    line?.scrollIntoView({ block: "nearest" });
    // The focus goes along, so that j and k go on from here; with a conversation open it stays there.
    if (document.activeElement?.closest("[data-row]")) line?.focus({ preventScroll: true });
  };
}
