import {
  ArrowDown,
  ArrowDownToLine,
  ArrowLeft,
  ArrowUp,
  CornerDownLeft,
  Keyboard,
  ListStart,
  PanelTop,
  Search,
} from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import { show } from "@/app/(desk)/actions/show";
import { focusedRow } from "@/app/(desk)/actions/subject";
import { focusRow, neighbour } from "@/app/(desk)/triage/order";
import type { ListedRow } from "@/lib/conversations/types";

/** From row to row, in and out of a conversation. */
export const deedsOfMoving = {
  next: { icon: ArrowDown, isOffered: isOnQueue, run: (hands, row) => step(hands, row, 1) },
  previous: { icon: ArrowUp, isOffered: isOnQueue, run: (hands, row) => step(hands, row, -1) },
  nextOpen: { icon: ArrowDown, run: (hands, row) => step(hands, row, 1) },
  previousOpen: { icon: ArrowUp, run: (hands, row) => step(hands, row, -1) },
  open: {
    icon: CornerDownLeft,
    isOffered: () => focusedRow() !== null,
    run: ({ go }) => {
      const row = focusedRow();
      if (row) go({ open: row.number });
    },
  },
  back: {
    icon: ArrowLeft,
    isOffered: (_, { place }) => isOnQueue() && place.open !== null,
    run: ({ go }) => {
      // A drawer that is open closes first.
      const asked = new CustomEvent("avant:back", { cancelable: true });
      if (document.dispatchEvent(asked)) go({ open: null });
    },
  },
  takeNext: { icon: ListStart, may: (me) => me.canTriage, run: ({ triage }) => triage.takeNext() },
  arrived: {
    icon: ArrowDownToLine,
    isOffered: () => document.querySelector("[data-pill]") !== null,
    run: () => document.querySelector<HTMLElement>("[data-pill]")?.click(),
  },
  search: {
    icon: Search,
    run: ({ visit }) => {
      if (isOnQueue()) document.dispatchEvent(new CustomEvent("avant:search"));
      else visit("/queue");
    },
  },
  palette: { icon: PanelTop, run: () => show("palette") },
  help: { icon: Keyboard, run: () => show("help") },
} satisfies Record<string, Deed>;

function step({ go, place }: Hands, row: ListedRow | null, by: 1 | -1): void {
  const next = neighbour(row?.id ?? null, by);
  if (!next) return;
  if (place.open === null) focusRow(next.number);
  else go({ open: next.number });
}

function isOnQueue(): boolean {
  return location.pathname === "/queue";
}
