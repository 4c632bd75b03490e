import { startOf } from "./cycles";
import type { History } from "./derive";
import type { Count, Dims, Fact, FactRules, Tally } from "./fact";
import { localHour } from "./local-hour";

/**
 * How often what happened in which hour. What we opened ourselves was neither received nor opened. What was asked is
 * taken from the facts of the waits, so that a figure of it opens exactly as many.
 */
export function countsOf(history: History, facts: readonly Fact[], rules: FactRules): Count[] {
  const counts = new Map<string, Count>();

  function count(tally: Tally, at: number, of: Omit<Dims, "brandId">): void {
    const { day, hour } = localHour(rules.zone, at);
    const key = `${day} ${hour} ${of.channelId} ${of.teamId} ${of.agentId}`;
    const { channelId, teamId, agentId } = of;
    let row = counts.get(key);
    if (row === undefined) {
      row = { brandId: history.brandId, channelId, teamId, agentId, day, hour, ...none };
      counts.set(key, row);
    }
    row[tally] += 1;
  }

  if (history.opened) count("opened", history.opened.at, { ...history.opened, agentId: null });
  for (const one of history.received) count("received", one.cameAt, { ...one, agentId: null });
  for (const fact of facts) if (fact.kind === "wait") count("asked", fact.fromAt, fact);
  for (const wait of history.waits.ended)
    count(wait.ending === "closed" ? "closed" : "answered", wait.to, wait);
  for (const cycle of history.cycles) {
    if (cycle.isProactive) continue;
    if (cycle.isReopened) count("reopened", startOf(cycle), { ...cycle.begunIn, agentId: null });
    if (cycle.resolvedAt !== null && cycle.resolvedIn)
      count("resolved", cycle.resolvedAt, { ...cycle.resolvedIn, agentId: cycle.resolvedBy });
  }
  return [...counts.values()];
}

const none = { received: 0, asked: 0, opened: 0, reopened: 0, answered: 0, resolved: 0, closed: 0 };
