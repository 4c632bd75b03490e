import type { Reason } from "@/lib/conversations/types";
import type { Facts } from "./assess";
import type { Model, Signal } from "./model";

export type Reasons = Reason[];

/**
 * Why somebody stands where they do, the largest reason first, each one such that it may be read aloud to them: what
 * they said and what we did, never how they are. Where `known` is null nobody waits.
 */
export function reasonsOf(
  model: Model,
  facts: Facts,
  known: { readonly [S in Signal]: boolean } | null,
  now: number,
): Reasons {
  const { said, contacts } = facts;
  const found: Array<{ weight: number; reason: Reason }> = [];
  const add = (weight: number, code: string, params: Reason["params"] = {}) =>
    found.push({ weight, reason: { code, params } });
  const { weights } = model;

  if (facts.outreach) for (const reason of facts.outreach.reasons) found.push({ weight: 1, reason });
  if (facts.waitingSince !== null && said.safety !== null) add(99, "safety", { cue: said.safety });
  if (facts.promiseAt !== null) {
    const hours = (facts.promiseAt - now) / 3_600_000;
    add(hours < 0 ? 3 : hours < 24 ? 1 : 0.1, hours < 0 ? "promise_overdue" : "promise_due", {
      at: facts.promisedFor ?? new Date(facts.promiseAt).toISOString(),
    });
  }
  if (known?.recoveryFailed && facts.brokenAt !== null)
    add(weights.recoveryFailed + 0.5, "promise_broken", {
      at: facts.brokenFor ?? new Date(facts.brokenAt).toISOString(),
    });
  if (known?.unanswered) {
    const weight = weights.unanswered + (known.unansweredAgain ? weights.unansweredAgain : 0);
    if (contacts.unanswered === 0) add(weight, "repeat", { cue: said.repeat ?? "" });
    else if (facts.messages === contacts.count && facts.messages > 1)
      add(weight, "messages", { count: facts.messages });
    else add(weight, "contacts", { count: contacts.count, unanswered: contacts.unanswered });
  }
  if (known?.threat && said.threat !== null) add(weights.threat, "threat", { cue: said.threat });
  // Nearly all that presses is a complaint: what sets one apart from the others is said before it.
  if (known?.complaint && said.complaint !== null)
    add(weights.complaint / 2.5, "complaint", { cue: said.complaint });
  if (known?.urgent && said.urgent !== null) add(weights.urgent, "urgent", { cue: said.urgent });
  if (known?.anger && said.anger !== null) add(weights.anger / 2, "anger", { cue: said.anger });
  if (known?.lapsed && facts.lapsed) found.push({ weight: weights.lapsed, reason: facts.lapsed });
  if (known?.publicProfile && facts.handle !== null) add(0.05, "profile", { handle: facts.handle });
  if (facts.isPublic && known) add(0.06, "public");
  return found.sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
}
