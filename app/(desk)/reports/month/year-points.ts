import type { Say } from "@/app/_server/words";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import type { ReportWords } from "@/app/(desk)/reports/say";
import { medianText } from "@/app/(desk)/reports/times/median-text";
import { shiftMonth } from "@/lib/reports/month-slices";
import type { Slice, TrendPoint } from "@/lib/reports/slice";
import { filterOf } from "./filter-of";

export type YearPoint = {
  month: string;
  /** "November 2026, so far". */
  name: string;
  /** Seconds; null where too few stand behind it, or too many still wait. */
  median: number | null;
  p90: number | null;
  /** The median as it is said: "at least 6 h", "too few". */
  said: string;
  n: number;
  waiting: number;
  reading: string;
  href: string | null;
};

/** Thirteen months of first responses as a chart has them: figures, the words for each, and where its rows are. */
export function yearPoints(
  { t, words }: { t: Say; words: ReportWords },
  { months, slice, isRunning }: { months: readonly TrendPoint[]; slice: Slice; isRunning: boolean },
): YearPoint[] {
  return months.map((point) => {
    const isLast = point.from === slice.from;
    const isEnough = point.n + point.waiting.n >= enough;
    const to = isLast ? slice.to : shiftMonth(point.from, 1);
    const name = words.longMonth(point.from) + (isLast && isRunning ? t("soFar") : "");
    const said = medianText({ t, words }, point);
    return {
      month: point.from,
      name,
      median: isEnough ? point.median : null,
      p90: isEnough ? point.p90 : null,
      said,
      n: point.n,
      waiting: point.waiting.n,
      reading: isEnough
        ? t("reading", {
            step: name,
            median: said,
            p90: point.p90 === null ? t("notKnown") : words.duration(point.p90),
            n: words.number(point.n),
            waiting: point.waiting.n,
          })
        : t("readingFew", { step: name, n: point.n + point.waiting.n }),
      href:
        point.n > 0
          ? behindHref(filterOf({ ...slice, from: point.from, to }), "first_response:answered")
          : null,
    };
  });
}
