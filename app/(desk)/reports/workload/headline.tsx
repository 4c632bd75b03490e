import { behindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import { Figure } from "@/app/(desk)/reports/figure";
import type { TimesPage } from "@/app/(desk)/reports/times/page-of";
import { daysOfStep } from "@/app/(desk)/reports/times/times-filter";
import type { Times, VolumePoint } from "@/lib/reports/slice";
import { wilson } from "@/lib/reports/wilson";

/** The whole period in five figures, each with what it rests on. */
export function Headline({
  page,
  volume,
  handling,
}: {
  page: TimesPage;
  volume: VolumePoint[];
  handling: Times;
}) {
  const { t, words, filter, slice } = page;
  const sum = (of: "received" | "opened" | "reopened" | "answered" | "resolved") =>
    volume.reduce((all, point) => all + point[of], 0);
  const [first, last] = [volume[0], volume.at(-1)];
  const [reopened, resolved] = [sum("reopened"), sum("resolved")];
  const isShare = resolved >= enough && reopened <= resolved;
  const interval = isShare ? wilson(reopened, resolved) : null;
  const hasHandling = handling.n >= enough && handling.median !== null;
  return (
    <div className="grid grid-cols-2 gap-3 wide:grid-cols-5 [&>*:last-child]:max-wide:col-span-2">
      <Figure
        title={t("arrived")}
        definition="opened"
        value={words.number(sum("opened"))}
        of={t("messages", { n: words.number(sum("received")) })}
        href={null}
        valueHref={sum("opened") > 0 ? behindHref(filter, "volume:opened") : null}
      />
      <Figure
        title={t("answered")}
        definition="answered"
        value={words.number(sum("answered"))}
        of={t("resolvedN", { n: words.number(resolved) })}
        href={resolved > 0 ? behindHref(filter, "volume:resolved") : null}
        valueHref={sum("answered") > 0 ? behindHref(filter, "volume:answered") : null}
      />
      <Figure
        title={t("backlog")}
        definition="backlog"
        value={words.number(last?.backlog ?? 0)}
        of={t("backlogFrom", { n: words.number(first?.backlog ?? 0), day: words.day(first?.from ?? "") })}
        href={
          first && first.backlog > 0
            ? behindHref(filter, "volume:open", { days: daysOfStep(first.from, volume[1]?.from, slice) })
            : null
        }
        valueHref={last && last.backlog > 0 ? behindHref(filter, "volume:open") : null}
      >
        <p className="text-ink-3 type-meta">{t("backlogHint")}</p>
      </Figure>
      <Figure
        title={t("reopened")}
        definition="reopened"
        value={isShare ? words.share(reopened / resolved) : words.number(reopened)}
        of={
          interval
            ? t("reopenedShare", {
                hits: words.number(reopened),
                n: words.number(resolved),
                low: Math.floor(interval.low * 100),
                high: Math.ceil(interval.high * 100),
              })
            : t("reopenedOf", { n: words.number(resolved) })
        }
        href={
          interval && reopened > 0
            ? behindHref(filter, "volume:reopened")
            : !interval && resolved > 0
              ? behindHref(filter, "volume:resolved")
              : null
        }
        valueHref={!isShare && reopened > 0 ? behindHref(filter, "volume:reopened") : null}
      />
      <Figure
        title={t("handling")}
        definition="handling"
        value={hasHandling ? words.duration(handling.median ?? 0, "wall") : t("notMeasured")}
        of={
          hasHandling
            ? t("handlingOf", {
                p90: handling.p90 === null ? "–" : words.duration(handling.p90, "wall"),
                n: words.number(handling.n),
              })
            : t("handlingWaits", { n: handling.n, enough })
        }
        href={handling.n > 0 ? behindHref(filter, "handling:answered") : null}
      />
    </div>
  );
}
