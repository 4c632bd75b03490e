import type { Exposure } from "./fit";
import type { Model } from "./model";
import { multiplierOf } from "./time-left";

export type Trust = {
  /** How many times more often somebody of the riskiest tenth of all waiting hours posts than anybody; null for none. */
  lift: number | null;
  posts: number;
  /** True when the order must follow response targets instead, and the managers be told. */
  hasFallenBack: boolean;
};

export const leastPosts = 30;
export const leastLift = 1.5;

/**
 * Is the order better than none? Compares the posts for each hour of waiting, so that answering the riskiest first,
 * which takes their posts away, does not make the order look useless. Where signals mean nothing this order keeps a
 * quarter more people waiting into public than first come, first served: so it is not optional.
 */
export function trustIn(model: Model, history: readonly Exposure[]): Trust {
  const scored = history
    .map((each) => ({
      ...each,
      score: multiplierOf(model, each.known) * model.clock[each.stretch]!.multiplier,
    }))
    .sort((a, b) => b.score - a.score);
  const hours = scored.reduce((sum, each) => sum + each.hours, 0);
  const posts = scored.reduce((sum, each) => sum + each.posts, 0);
  if (posts === 0 || hours === 0) return { lift: null, posts, hasFallenBack: false };
  let left = hours / 10;
  let among = 0;
  let index = 0;
  while (left > 0 && index < scored.length) {
    // Equal scores are one step: which of them comes first is nobody's merit.
    const { score } = scored[index]!;
    let tied = 0;
    let tiedPosts = 0;
    for (; index < scored.length && scored[index]!.score === score; index++) {
      tied += scored[index]!.hours;
      tiedPosts += scored[index]!.posts;
    }
    among += tiedPosts * Math.min(1, left / tied);
    left -= tied;
  }
  const lift = among / posts / 0.1;
  return { lift, posts, hasFallenBack: posts >= leastPosts && lift < leastLift };
}
