import { startOf } from "./cycles";
import type { History } from "./derive";
import type { Count, Dims, Fact, FactRules, Tally } from "./fact";
import { localHour } from "./local-hour";

/**
 * How often what happened in which hour. What we opened ourselves was neither received nor opened. What was asked is
 * taken from the facts of the waits, so that a figure of it opens exactly as many.
 */
export function countsOf(history: History, facts: readonly Fact[], rules: FactRules): Count[] {
  // A handful: to compare them is less than to write a key for each.
  const counts: Count[] = [];

  function count(tally: Tally, at: number, of: Omit<Dims, "brandId">): void {
    const { day, hour } = localHour(rules.zone, at);
    const { channelId, teamId, agentId } = of;
    let row = counts.find(
      (one) =>
        one.hour === hour &&
        one.day === day &&
        one.channelId === channelId &&
        one.teamId === teamId &&
        one.agentId === agentId,
    );
    if (row === undefined) {
      row = emptyCount({ brandId: history.brandId, channelId, teamId, agentId }, day, hour);
      counts.push(row);
    }
    row[tally] += 1;
  }

  const { opened } = history;
  if (opened)
    count("opened", opened.at, { channelId: opened.channelId, teamId: opened.teamId, agentId: null });
  for (const { cameAt, channelId, teamId } of history.received)
    count("received", cameAt, { channelId, teamId, agentId: null });
  for (const fact of facts) if (fact.kind === "wait") count("asked", fact.fromAt, fact);
  for (const wait of history.waits.ended)
    count(wait.ending === "closed" ? "closed" : "answered", wait.to, wait);
  for (const cycle of history.cycles) {
    if (cycle.isProactive) continue;
    if (cycle.isReopened) count("reopened", startOf(cycle), { ...cycle.begunIn, agentId: null });
    if (cycle.resolvedAt !== null && cycle.resolvedIn)
      count("resolved", cycle.resolvedAt, { ...cycle.resolvedIn, agentId: cycle.resolvedBy });
  }
  return counts;
}

/** Written out, since V8 puts together what is spread from an object of zeros many times more slowly. */
export function emptyCount({ brandId, channelId, teamId, agentId }: Dims, day: string, hour: number): Count {
  return {
    brandId,
    channelId,
    teamId,
    agentId,
    day,
    hour,
    received: 0,
    asked: 0,
    opened: 0,
    reopened: 0,
    answered: 0,
    resolved: 0,
    closed: 0,
  };
}
