import type { Span } from "./history";
import type { Model } from "./model";
import { hazardAt, type Phase } from "./time-left";

/** Orders that can be asked whom they would have put first. */
export type Order = "risk" | "first_come" | "oldest_target";

/**
 * How often an order had the one who then posted before another who waited at that moment and did not: Harrell's C with
 * one set of waiting people for each post, ties half. 0.5 is chance, 1 is foresight. Null without a post that anybody
 * else waited beside.
 */
export function concordance(
  model: Model,
  spans: readonly Span[],
  order: Order,
): { c: number; posts: number; pairs: number } | null {
  const posted = spans.filter((span) => span.postedAt !== null);
  const sorted = [...spans].sort((a, b) => a.fromAt - b.fromAt);
  let before = 0;
  let pairs = 0;
  let posts = 0;
  for (const one of posted) {
    const at = one.postedAt ?? 0;
    const own = scoreOf(model, one, at, order);
    let met = 0;
    for (const other of sorted) {
      if (other.fromAt > at) break;
      if (other.toAt <= at || other.conversationId === one.conversationId) continue;
      const theirs = scoreOf(model, other, at, order);
      before += own > theirs ? 1 : own === theirs ? 0.5 : 0;
      met++;
    }
    pairs += met;
    if (met > 0) posts++;
  }
  return pairs === 0 ? null : { c: before / pairs, posts, pairs };
}

function scoreOf(model: Model, span: Span, at: number, order: Order): number {
  switch (order) {
    case "risk":
      return hazardAt(model, phaseOf(span), at);
    case "first_come":
      return at - span.waitingSince;
    case "oldest_target":
      return (at - span.waitingSince) / model.patienceHours[span.patience];
  }
}

function phaseOf({ patience, waitingSince, known }: Span): Phase {
  return { patience, waitingSince, known };
}
