import type { Tx } from "@/db/client";
import { refreshCells } from "./cells";
import { refreshOutcomes } from "./outcomes";

/** Makes again all that is kept of these days. For whoever holds the facts' cursor. */
export async function refreshDays(tx: Tx, days: readonly string[]): Promise<void> {
  await refreshCells(tx, days);
  await refreshOutcomes(tx, days);
}
