"use client";

import { selected } from "@/app/(desk)/triage/selection";
import type { ListedRow } from "@/lib/conversations/types";
import type { Deed, Hands } from "./deed";
import { subjectRow } from "./subject";
import { type ActionId, actionLine } from "./table";

export type Deeds = { readonly [id in ActionId]?: Deed };

/** Does an action if it leads somewhere here and now; says whether it did. */
export function perform(deeds: Deeds, id: ActionId, hands: Hands): boolean {
  const deed = deeds[id];
  const row = subjectRow(hands.client, hands.place.open);
  if (!deed || !isOffered(id, deed, hands, row)) return false;
  if (deed.runOnAll && selected().count > 0) void deed.runOnAll(hands);
  else void deed.run(hands, row);
  return true;
}

/** The same for a row that was at hand a moment ago: the palette has the focus meanwhile. */
export function performOn(deeds: Deeds, id: ActionId, hands: Hands, row: ListedRow | null): void {
  const deed = deeds[id];
  if (deed?.runOnAll && selected().count > 0) void deed.runOnAll(hands);
  else void deed?.run(hands, row);
}

/** Whether somebody can do this here and now: to what is selected, else to the row at hand. */
export function isOffered(id: ActionId, deed: Deed, hands: Hands, row: ListedRow | null): boolean {
  const { about } = actionLine(id);
  if (deed.may && !deed.may(hands.desk.me)) return false;
  if (deed.runOnAll && selected().count > 0) return true;
  if (about === "open" && hands.place.open === null) return false;
  if (about === "row" && row === null) return false;
  return deed.isOffered?.(row, hands) ?? true;
}
