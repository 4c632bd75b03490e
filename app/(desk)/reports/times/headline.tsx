import { behindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import { Figure } from "@/app/(desk)/reports/figure";
import type { Waiting } from "@/lib/reports/read-waiting";
import type { Times } from "@/lib/reports/slice";
import { medianText } from "./median-text";
import type { TimesPage } from "./page-of";

/** Five figures before everything else: who waits, half, nine of ten, the next one, and until it was done. */
export function Headline({
  page,
  waiting,
  first,
  next,
  resolution,
}: {
  page: TimesPage;
  waiting: Waiting;
  first: Times;
  next: Times;
  resolution: Times;
}) {
  const { t, words, filter } = page;
  const still = (times: Times, measure: string) =>
    times.waiting.n > 0
      ? { text: t("andWaiting", { n: times.waiting.n }), href: behindHref(filter, `${measure}:waiting`) }
      : null;
  return (
    <div className="grid grid-cols-2 gap-3 desk:grid-cols-3 wide:grid-cols-5">
      <Figure
        title={t("waitingNow")}
        definition="still_waiting"
        value={words.number(waiting.n)}
        of={waiting.oldest ? t("oldestSince", { at: words.moment(waiting.oldest.since) }) : t("nobodyWaits")}
        href={null}
        valueHref={waiting.n > 0 ? behindHref(filter, "next_response:waiting") : null}
      />
      <Figure
        title={t("firstMedian")}
        definition="first_response"
        value={medianText(page, first)}
        of={t("medianN", { n: words.number(first.n) })}
        href={first.n > 0 ? behindHref(filter, "first_response:answered") : null}
        also={still(first, "first_response")}
      />
      <Figure
        title={t("firstP90")}
        definition="p90"
        value={
          first.n + first.waiting.n < enough
            ? t("tooFew")
            : first.p90 === null
              ? t("notKnown")
              : words.duration(first.p90)
        }
        of={t("n", { n: words.number(first.n) })}
        href={first.n > 0 ? behindHref(filter, "first_response:answered") : null}
        also={still(first, "first_response")}
      />
      <Figure
        title={t("nextMedian")}
        definition="next_response"
        value={medianText(page, next)}
        of={t("medianN", { n: words.number(next.n) })}
        href={next.n > 0 ? behindHref(filter, "next_response:answered") : null}
        also={still(next, "next_response")}
      />
      <Figure
        title={t("resolutionMedian")}
        definition="resolution"
        value={medianText(page, resolution)}
        of={t("medianN", { n: words.number(resolution.n) })}
        href={resolution.n > 0 ? behindHref(filter, "resolution:answered") : null}
        also={
          resolution.waiting.n > 0
            ? {
                text: t("andOpen", { n: resolution.waiting.n }),
                href: behindHref(filter, "resolution:waiting"),
              }
            : null
        }
      />
    </div>
  );
}
