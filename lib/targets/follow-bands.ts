import type { Tx } from "@/db/client";
import type { Band } from "@/db/enums";
import { followDue } from "./follow";
import { rulesWithin } from "./rules";
import { loadStates } from "./state";

/** Lets due times follow another band of patience, where a target asks for bands. The ranker holds the rows' locks. */
export async function followBands(
  tx: Tx,
  changed: ReadonlyArray<{ id: string; was: Band | null }>,
): Promise<void> {
  const rules = await rulesWithin(tx);
  if (changed.length === 0 || !rules.hasBands) return;
  const before = new Map(changed.map(({ id, was }) => [id, was]));
  for (const state of await loadStates(tx, rules, [...before.keys()])) {
    const traitsBefore = { band: before.get(state.id) ?? null };
    await followDue(tx, rules, state, { type: "conversation.ranked", before: {}, after: {}, traitsBefore });
  }
}
