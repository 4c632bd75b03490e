import type { Language } from "@/db/enums";
import { sayShare } from "@/lib/reports/say-share";
import { sentence } from "@/lib/sentences";
import type { Week } from "./read-week";
import { lengthIn } from "./words";

/** Under so many cases a share is not compared. */
const enough = 20;

/** A difference that chance alone makes more often than once in twenty is called none. */
const oneInTwenty = 0.05;

/**
 * Three sentences on what changed against the week before, and whether it can be chance: how long customers waited, how
 * many targets were met, how much came in.
 */
export function weekSentences(language: Language, week: Week): [string, string, string] {
  return [ofFirst(language, week), ofTargets(language, week), ofVolume(language, week)];
}

function ofFirst(language: Language, { first }: Week): string {
  const say = sayer(language, "first");
  const { now, before, chance, verdict } = first;
  const counts = { n: now.n + now.waiting.n, nBefore: before.n + before.waiting.n };
  if (verdict === "few" || now.median === null || before.median === null)
    return say(verdict === "few" ? "few" : "open", counts);
  return say(verdict, {
    ...counts,
    median: lengthIn(language, now.median),
    medianBefore: lengthIn(language, before.median),
    chance: chanceIn(language, chance),
  });
}

function ofTargets(language: Language, { now, before, targets }: Week): string {
  const say = sayer(language, "targets");
  const counts = { n: now.targets.n, nBefore: before.targets.n };
  if (now.targets.n === 0) return say("none", counts);
  if (now.targets.n < enough || before.targets.n < enough || targets.chance === null)
    return say("few", { ...counts, hits: now.targets.hits });
  const share = now.targets.hits / now.targets.n;
  const shareBefore = before.targets.hits / before.targets.n;
  const verdict = targets.chance >= oneInTwenty ? "same" : share > shareBefore ? "more" : "fewer";
  return say(verdict, {
    ...counts,
    share: sayShare(language, share),
    shareBefore: sayShare(language, shareBefore),
    chance: chanceIn(language, targets.chance),
  });
}

function ofVolume(language: Language, { volume }: Week): string {
  const say = sayer(language, "volume");
  const { n, low, high, weeks } = volume;
  if (weeks < 4) return say("few", { n });
  const verdict = n > high ? "more" : n < low ? "fewer" : "same";
  return say(verdict, { n, low, high, weeks });
}

/** "about 3 times in 100"; a chance is never said to be none. */
function chanceIn(language: Language, chance: number | null): string {
  const say = sayer(language, "chance");
  const times = Math.round(100 * (chance ?? 1));
  return times < 1 ? say("rare", {}) : say("times", { n: Math.min(99, times) });
}

function sayer(language: Language, part: string) {
  return (key: string, values: { [name: string]: string | number }) =>
    sentence(language, `weekly.${part}.${key}`, values) ?? "";
}
